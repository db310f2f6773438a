import { dimensionsOf, valueField } from '../package/labels.ts';
import type { Field, Table } from '../package/types.ts';

/** Fewer stand in the order of their figures by chance too often. */
const FEWEST = 4;

/** Whether numbers rise or fall from one to the next, and are not all the same. */
function isInOrder(numbers: readonly number[]): boolean {
	const steps = numbers.slice(1).map((each, at) => Math.sign(each - (numbers[at] ?? each)));
	const told = new Set(steps.filter((step) => step !== 0));
	return told.size === 1;
}

/** The figures of a column's categories in the order of the descriptor, for each choice of the other dimensions. */
function slicesOf({ resource, rows }: Table, field: Field): { at: number; value: number; row: number }[][] {
	const value = valueField(resource)?.name ?? '';
	const others = dimensionsOf(resource).filter(({ name }) => name !== field.name);
	const rank = new Map(
		field.categories?.flatMap((each, at) => (each.kind === undefined ? [[each.value, at] as const] : []))
	);
	const slices = new Map<string, { at: number; value: number; row: number }[]>();
	rows.forEach((row, index) => {
		const [at, figure] = [rank.get(String(row[field.name])), row[value]];
		if (at === undefined || typeof figure !== 'number') return;
		const key = JSON.stringify(others.map(({ name }) => row[name]));
		slices.set(key, [...(slices.get(key) ?? []), { at, value: figure, row: index }]);
	});
	return [...slices.values()].map((slice) => slice.sort((one, two) => one.at - two.at));
}

/**
 * The columns whose categories the descriptor lists by the size of their figures wherever one of these is withheld, so that
 * the list, which is published, tells between which others it lies. Only for whoever knows the figures.
 * @param table with its true figures
 * @param hidden its rows that are withheld
 */
export function tellingOrders(table: Table, hidden: ReadonlySet<number>): string[] {
	const fields = dimensionsOf(table.resource).filter(({ role }) => role === 'category' || role === 'place');
	return fields.flatMap((field) => {
		const slices = slicesOf(table, field).filter(
			(slice) => slice.length >= FEWEST && slice.some(({ row }) => hidden.has(row))
		);
		const isTold = slices.length > 0 && slices.every((slice) => isInOrder(slice.map(({ value }) => value)));
		return isTold ? [field.name] : [];
	});
}
