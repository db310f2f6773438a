import type { CubeRow } from '../cube/types.ts';
import { fieldByRole, plainCategories } from '../package/labels.ts';
import type { Field } from '../package/types.ts';
import { categoryOf, timeField, valuesOf, type ChartContext } from './context.ts';

/** The place field of the table. */
export function placeField(context: ChartContext): Field | undefined {
	return fieldByRole(context.resource, 'place');
}

/** The places of an answer that keeps them: no total, no unknown one. */
export function placesShown(context: ChartContext): (string | number)[] {
	const field = placeField(context)?.name;
	if (field === undefined || !context.answer.query.dimensions.includes(field)) return [];
	return valuesOf(context, field).filter(
		(value) => categoryOf(context, field, value)?.kind === undefined && isShown(context, field, value)
	);
}

function isShown({ answer }: ChartContext, field: string, value: string | number): boolean {
	return answer.rows.some((row) => row.key[field] === value);
}

/**
 * Whether the chart sets places side by side, as rows, tiles, lines or panels. Such a chart is no ranking: none
 * of them is called the highest or the lowest.
 */
export function comparesPlaces(context: ChartContext): boolean {
	return placesShown(context).length > 1;
}

/** Every place that the table can have; empty where the descriptor does not list them. */
export function allPlaces(context: ChartContext): string[] {
	const field = placeField(context);
	return field ? plainCategories(field).map(({ value }) => value) : [];
}

/** Places that were asked for: those of a filter, else every place of the table. */
export function placesAsked(context: ChartContext): string[] {
	const field = placeField(context)?.name;
	const asked = field === undefined ? undefined : context.answer.query.filters?.[field];
	const all = allPlaces(context);
	return asked ? all.filter((code) => asked.some((each) => String(each) === code)) : all;
}

/** The newest period of an answer that keeps time; undefined where it is pinned or there is none. */
export function newestPeriod(context: ChartContext): string | number | undefined {
	const time = timeField(context)?.name;
	if (time === undefined) return undefined;
	return valuesOf(context, time)
		.filter((value) => categoryOf(context, time, value)?.kind === undefined)
		.findLast((value) => context.answer.rows.some((row) => row.key[time] === value && row.value !== null));
}

/** The rows of the newest period about single places, one a place and series. */
export function newestRows(context: ChartContext): CubeRow[] {
	const time = timeField(context)?.name;
	const newest = newestPeriod(context);
	const field = placeField(context)?.name ?? '';
	return context.answer.rows.filter(
		(row) =>
			(time === undefined || newest === undefined || row.key[time] === newest) &&
			categoryOf(context, field, row.key[field] ?? '')?.kind === undefined
	);
}
