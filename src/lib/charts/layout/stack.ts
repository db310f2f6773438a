import type { CubeRow } from '../../cube/types.ts';
import { categoryOf, type ChartContext } from '../context.ts';
import { seriesId } from './series.ts';
import type { Series } from './types.ts';

/** One column of a stack. */
export interface Column {
	value: string | number;
	at: number;
	/** By series; null where no row is published. */
	parts: (CubeRow | null)[];
	/** The published total; null where there is none. */
	total: number | null;
	/** Whether the parts are all that was counted. */
	complete: boolean;
}

/** Rounding and late edits in sources: parts may miss their total by this part of it. */
const SLACK = 0.001;

/** Dimensions of the series that must not be added; a stack is refused if there is one. */
export function notStackable(context: ChartContext, fields: string[]): string[] {
	return context.answer.nonAdditive.map((each) => each.dimension).filter((field) => fields.includes(field));
}

/**
 * A column a period. It is complete if its parts reach the published total, if the descriptor lists its
 * slice as complete, or if every plain series has a figure and no total says otherwise.
 */
export function columnsOf(
	context: ChartContext,
	fields: string[],
	series: Series[],
	rows: CubeRow[],
	places: Map<string | number, number>
): Column[] {
	const x = context.spec.x;
	return [...places].flatMap(([value, at]): Column[] => {
		const own = rows.filter((row) => row.key[x] === value);
		if (!own.length) return [];
		const isTotal = (row: CubeRow) =>
			fields.some((field) => categoryOf(context, field, row.key[field] ?? '')?.kind === 'total');
		const parts = series.map(
			(each) => own.find((row) => seriesId(fields, row) === each.id && !isTotal(row)) ?? null
		);
		const total = own.find(isTotal)?.value ?? own.find((row) => typeof row.total === 'number')?.total ?? null;
		const values = parts.flatMap((row) => row?.value ?? []);
		const sum = values.reduce((all, each) => all + each, 0);
		const hidden = own.some((row) => row.value === null);
		const complete =
			!hidden &&
			(total === null
				? listedComplete(context, fields, own) ||
					parts.every((row, index) => row !== null || series[index]?.grey)
				: Math.abs(sum - total) <= total * SLACK);
		return [{ value, at, parts, total, complete }];
	});
}

function listedComplete(context: ChartContext, fields: string[], rows: CubeRow[]): boolean {
	const filters = context.answer.query.filters ?? {};
	return (context.resource.additivity ?? [])
		.filter((rule) => rule.additivity === 'additive' && fields.includes(rule.dimension))
		.some((rule) =>
			(rule.complete ?? []).some((slice) =>
				Object.entries(slice).every(([field, allowed]) =>
					rows.every((row) => {
						const value = row.key[field] ?? (filters[field]?.length === 1 ? filters[field][0] : undefined);
						return value !== undefined && allowed.includes(String(value));
					})
				)
			)
		);
}
