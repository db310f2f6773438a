import { dimensionsOf } from '../../../src/lib/package/index.ts';
import type { AdditivityRule, Field, Resource, Row, Status } from '../../../src/lib/package/types.ts';
import type { CubeQuery, CubeRow } from '../../../src/lib/cube/types.ts';

const GRAVEST = ['[u]', '[e]', '[p]', '[b]', '[r]', ''] as Status[];

const fits = (row: Record<string, unknown>, where: Record<string, string[]> = {}) =>
	Object.entries(where).every(([name, values]) => values.includes(String(row[name])));

const ruleFor = (table: Resource, dimension: string, row: Row): AdditivityRule | undefined =>
	table.additivity?.find((rule) => rule.dimension === dimension && fits(row, rule.where));

/** All ways to choose one of each field's values. */
function combinations(fields: [string, (string | number)[]][]): Row[] {
	return fields.reduce<Row[]>(
		(all, [name, values]) => all.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
		[{}]
	);
}

/** What a field that is not kept is narrowed to: the chosen, the total or only one, else its plain values. */
function chosen(field: Field, query: CubeQuery): (string | number)[] | undefined {
	const asked = query.filters?.[field.name];
	if (asked) return asked;
	const all = field.categories ?? [];
	const single = all.length === 1 ? all[0] : all.find((each) => each.kind === 'total');
	if (single) return [single.value];
	return field.categories && all.filter(({ kind }) => !kind || kind === 'unknown').map(({ value }) => value);
}

/**
 * The figure of one row of an answer, found anew from the table's raw rows, one cell of the sum after the
 * other: each must have one row with a number, or be absent where the rule that decides for it says that
 * this means none. Written from the words of the contract, without the planner.
 */
export function figureByHand(table: Resource, rows: Row[], query: CubeQuery, key: CubeRow['key']) {
	const open = dimensionsOf(table).filter(({ name }) => !query.dimensions.includes(name));
	const summed = open.filter((field) => (chosen(field, query) ?? []).length !== 1);
	const inGroup = rows.filter(
		(row) =>
			Object.entries(key).every(([name, value]) => row[name] === value) &&
			open.every((field) => chosen(field, query)?.includes(row[field.name] ?? '') ?? true)
	);
	const pins = open
		.filter((field) => !summed.includes(field))
		.map((field) => [field.name, chosen(field, query)]);
	/** An open field may have parts that no row tells of: those that a rule names, and others. */
	const named = (field: Field) => table.additivity?.flatMap((rule) => rule.where?.[field.name] ?? []) ?? [];
	const values = (field: Field) =>
		chosen(field, query) ?? [
			...new Set([...inGroup.map((row) => row[field.name] ?? ''), ...named(field), '\u0000'])
		];
	const cells = combinations([
		...Object.entries(key).map(([name, value]): [string, (string | number)[]] => [name, [value]]),
		...(pins as [string, (string | number)[]][]),
		...summed.map((field): [string, (string | number)[]] => [field.name, values(field)])
	]);
	/** Whether one rule decides for all cells, and one of its slices says of all that absent parts mean none. */
	const mayLack = (field: Field) => {
		const [rule, ...others] = new Set(cells.map((cell) => ruleFor(table, field.name, cell)));
		const slices = others.length === 0 ? (rule?.complete ?? []) : [];
		return slices.some((slice) => cells.every((cell) => fits(cell, slice)));
	};
	const needed = summed.filter((field) => !mayLack(field));
	const has = (cell: Row, fields: Field[]) =>
		inGroup.filter((row) => fields.every(({ name }) => row[name] === cell[name]));
	const figures = inGroup.map((row) => row[table.schema.fields.find(({ role }) => role === 'value')!.name]);
	const isWhole =
		needed.every((field) => chosen(field, query) !== undefined) &&
		cells.every((cell) => has(cell, needed).length > 0 && has(cell, summed).length < 2) &&
		figures.every((figure) => typeof figure === 'number');
	const qualifiers = new Set(inGroup.map((row) => row['qualifier'] ?? ''));
	if (!isWhole || qualifiers.size > 1) return { value: null, status: undefined };
	const value = figures.reduce<number>((sum, figure) => sum + Number(figure), 0);
	return { value, status: GRAVEST.find((each) => inGroup.some((row) => row['status'] === each)) };
}

/** The rate of a row from its count and the residents of its place and year in the vintage that serves the year. */
export function rateByHand(count: number | null, residents: Row[], query: CubeQuery, { key }: CubeRow) {
	const only = (field: string) => query.filters?.[field]?.[0] ?? '';
	const year = Number(key['year'] ?? only('year'));
	const place = String(key['open "text"'] ?? only('open "text"'));
	const kind = year <= 2016 ? 'old' : 'new';
	const found = residents.find(
		(row) => row['area'] === place && row['year'] === year && row['kind'] === kind
	);
	const people = typeof found?.['value'] === 'number' ? found['value'] : null;
	const isRate = count !== null && people !== null && people > 0;
	return {
		value: isRate ? count * (100_000 / people) : null,
		rate: { count, population: people }
	};
}
