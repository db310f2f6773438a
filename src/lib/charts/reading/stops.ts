import type { Datum } from '../layout/types.ts';

/**
 * The order in which the figures of a chart are told, as indexes of its data: that of the data, with earlier and
 * other published figures right after the figure in use of their series and place.
 */
export function stopsOf(data: readonly Datum[]): number[] {
	const order = data.map((_, index) => index);
	if (!data.some(({ superseded }) => superseded)) return order;
	const rank = ({ panel, series, position, superseded }: Datum) => [
		panel,
		series,
		position,
		Number(superseded)
	];
	const ranks = data.map(rank);
	const difference = (a: number, b: number) =>
		ranks[a]?.map((value, at) => value - (ranks[b]?.[at] ?? 0)).find((each) => each !== 0) ?? a - b;
	return order.sort(difference);
}
