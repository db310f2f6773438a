import { codeOf, kindOfLabel } from './labels.ts';
import { KIND, shapeOf } from './shape.ts';
import type { FoundTable } from './types.ts';

/** Groups that some column of some table tells apart. */
interface Known {
	column: NonNullable<FoundTable['groups']>;
	codes: ReadonlySet<string>;
	table: FoundTable;
}

const codesOf = (labels: readonly string[]): Set<string> =>
	new Set(labels.filter((label) => label !== '' && kindOfLabel(label) === undefined).map(codeOf));

/** Whether most of some groups are among others. */
function areAmong(codes: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
	const shared = [...codes].filter((code) => others.has(code)).length;
	return shared > 1 && shared * 2 > codes.size;
}

/**
 * Names what figure columns tell apart, `North` and `South`: as the column that has these groups in another table, else
 * by a name that no other groups have. Two tables would else have one figure where both count `Unknown`.
 */
export function withGroupNames(tables: readonly FoundTable[]): FoundTable[] {
	const known: Known[] = tables.flatMap((table) =>
		table.keys.flatMap(({ role, name, index }): Known[] => {
			if (name === '' || (role !== 'category' && role !== 'place')) return [];
			const codes = codesOf(table.block.body.map(({ cells }) => cells[index] ?? ''));
			return [{ column: { name, title: name, role }, table, codes }];
		})
	);
	let count = 0;
	return tables.map((table) => {
		const { labels } = shapeOf(table, {});
		if (labels.length < 2) return table;
		const codes = codesOf(labels);
		const own = new Set(table.keys.map(({ name }) => name));
		const same = known.find(
			(each) => each.table !== table && !own.has(each.column.name) && areAmong(codes, each.codes)
		);
		if (same) return { ...table, groups: same.column };
		const name = ++count === 1 ? KIND : `${KIND} ${count}`;
		const column = { name, title: '', role: 'category' as const };
		known.push({ column, codes, table });
		return { ...table, groups: column };
	});
}
