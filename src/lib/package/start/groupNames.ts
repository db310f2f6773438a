import { codeOf, kindOfLabel } from './labels.ts';
import { shapeOf } from './shape.ts';
import type { FoundTable } from './types.ts';

/** What a table calls a column of groups that has no name in its file. */
const KIND = 'kind';

/** Groups that some column of some table tells apart. */
interface Known {
	name: string;
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
		table.keys
			.filter(({ role, name }) => (role === 'category' || role === 'place') && name !== '')
			.map(({ name, index }) => ({
				name,
				table,
				codes: codesOf(table.block.body.map(({ cells }) => cells[index] ?? ''))
			}))
	);
	let count = 0;
	return tables.map((table) => {
		const { labels } = shapeOf(table, {});
		if (labels.length < 2) return table;
		const codes = codesOf(labels);
		const own = new Set(table.keys.map(({ name }) => name));
		const same = known.find(
			(each) => each.table !== table && !own.has(each.name) && areAmong(codes, each.codes)
		);
		const groups = same?.name ?? (++count === 1 ? KIND : `${KIND} ${count}`);
		if (!same) known.push({ name: groups, codes, table });
		return { ...table, groups };
	});
}
