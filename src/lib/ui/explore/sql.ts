import { planQuery, quoted, type Member } from '../../cube/index.ts';
import type { CubeQuery } from '../../cube/types.ts';
import { fieldByRole, valueField } from '../../package/index.ts';
import type { ExploreTable } from './table.ts';

function literal(member: Member): string {
	return typeof member === 'number' ? String(member) : `'${member.replaceAll("'", "''")}'`;
}

function test(field: string, members: readonly Member[]): string {
	const [only, ...others] = members;
	if (only !== undefined && !others.length) return `${quoted(field)} = ${literal(only)}`;
	return `${quoted(field)} IN (${members.map(literal).join(', ')})`;
}

/** A question as SQL that a reader can go on with: the counts that it asks for, `''` where it is refused. */
export function sqlOf(table: ExploreTable, query: CubeQuery): string {
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
		? [`sum(${value}) AS "value"`, `count(*) - count(${value}) AS "without a number"`]
		: [value, ...(status ? [quoted(status)] : [])];
	return [
		`SELECT ${[...kept, ...figures].join(', ')}`,
		`FROM ${quoted(plan.resource.name)}`,
		...(tests.length ? [`WHERE ${tests.join('\n  AND ')}`] : []),
		...(plan.summed.length && kept.length ? [`GROUP BY ${kept.join(', ')}`] : []),
		...(kept.length ? [`ORDER BY ${kept.join(', ')}`] : [])
	].join('\n');
}
