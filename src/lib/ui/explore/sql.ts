import { literal, planQuery, quoted, type Member } from '../../cube/index.ts';
import type { CubeQuery } from '../../cube/types.ts';
import { fieldByRole, valueField } from '../../package/index.ts';
import { m } from '../../words/index.ts';
import type { Show } from './state.ts';
import type { ExploreTable } from './table.ts';

function test(field: string, members: readonly Member[]): string {
	const [only, ...others] = members;
	if (only !== undefined && !others.length) return `${quoted(field)} = ${literal(only)}`;
	return `${quoted(field)} IN (${members.map(literal).join(', ')})`;
}

/** What a chart shows where it does not show the counts themselves. */
const INSTEAD: Partial<Record<Show, () => string>> = {
	rate: m.explore_sql_rate,
	share: m.explore_sql_share,
	index: m.explore_sql_index,
	change: m.explore_sql_change
};

/**
 * A question as SQL that a reader can go on with: the counts that it asks for, `''` where it is refused.
 * @param show what the chart shows; where it is not the counts, a comment says so
 */
export function sqlOf(table: ExploreTable, query: CubeQuery, show: Show): string {
	const { rate: _, shareOf: __, ...counts } = query;
	const plan = planQuery(counts, table.resources);
	if (plan.refused) return '';
	const value = quoted(valueField(plan.resource)?.name ?? '');
	const kept = plan.kept.map(({ field }) => quoted(field.name));
	const tests = [
		...plan.pinned.map(({ field, member }) => test(field.name, [member])),
		...[...plan.kept, ...plan.summed].flatMap(({ field, members }) =>
			members ? [test(field.name, members)] : []
		)
	];
	const status = fieldByRole(plan.resource, 'status')?.name;
	const figures = plan.summed.length
		? [`sum(${value}) AS "value"`, `count(*) - count(${value}) AS ${quoted(m.explore_sql_without())}`]
		: [value, ...(status ? [quoted(status)] : [])];
	const said = INSTEAD[show]?.();
	return [
		...(said ? [`-- ${said}`] : []),
		`SELECT ${[...kept, ...figures].join(', ')}`,
		`FROM ${quoted(plan.resource.name)}`,
		...(tests.length ? [`WHERE ${tests.join('\n  AND ')}`] : []),
		...(plan.summed.length && kept.length ? [`GROUP BY ${kept.join(', ')}`] : []),
		...(kept.length ? [`ORDER BY ${kept.join(', ')}`] : [])
	].join('\n');
}
