import type { CubeRow } from '../../cube/types.ts';
import { fieldByName } from '../../package/labels.ts';
import { valueLabel, type ChartContext } from '../context.ts';
import type { ChartLayout, Datum } from '../layout/types.ts';
import { m } from '../../words/index.ts';
import { limitsWords, rateBasisWords, rowStatusWords, shareWords, valueWords } from './values.ts';
import { residentsWords } from './residents.ts';

/** A figure as it is pointed at and spoken. */
export interface DatumWords {
	/** `2021, Sex trafficking` */
	label: string;
	/** `7,498 cases`, or why there is no number. */
	value: string;
	/** Limits and what a rate was computed from, share, marker: one line each. */
	details: string[];
	/** Source and confidence. */
	source: string;
}

/** The dimensions of a row in words, leaving out what is the same in the whole chart. */
export function rowLabel(context: ChartContext, row: CubeRow, fields: string[]): string {
	return fields.flatMap((field) => valueLabel(context, field, row.key[field]) || []).join(', ');
}

/** Fields whose values tell the figures of the chart apart: the axis, then facet, then series. */
export function labelFields(context: ChartContext, seriesFields: string[]): string[] {
	const { spec, answer } = context;
	const varies = (field: string) => new Set(answer.rows.map((row) => row.key[field])).size > 1;
	return [spec.x, ...[spec.facet ?? [], seriesFields].flat().filter(varies)];
}

/** How a source is named where room is short: publisher and year. */
export function sourceShort(context: ChartContext, id: string): string {
	const source = context.sources.get(id);
	if (!source) return id;
	const publisher = source.publisher.replace(/\s*\(.*\)\s*$/, '');
	const year = /\d{4}/.exec(source.date)?.[0];
	return [publisher || source.title, year].filter(Boolean).join(' ');
}

/** Everything that is said about one mark. */
export function datumWords(
	context: ChartContext,
	layout: ChartLayout,
	datum: Datum,
	fields: string[]
): DatumWords {
	const { row } = datum;
	const several = layout.series.length > 1 || layout.average !== null;
	const series = several ? (layout.series[datum.series] ?? layout.average)?.label : undefined;
	// The value names its unit.
	const isUnit = (field: string) => fieldByName(context.resource, field)?.role === 'unit';
	const own = [context.spec.x, context.spec.facet ?? []]
		.flat()
		.filter((field) => fields.includes(field) && !isUnit(field));
	const status = row.value === null ? '' : rowStatusWords(row);
	const limits = limitsWords(row, context.locale);
	const basis = rateBasisWords(context, row);
	const sources = row.sources.map((id) => sourceShort(context, id)).join('; ');
	return {
		label: [rowLabel(context, row, own), series].filter(Boolean).join(', '),
		value: valueWords(context, row),
		details: [
			datum.superseded ? m.charts_superseded_row() : '',
			limits && m.rates_limits_row({ limits }),
			basis,
			basis && residentsWords(context, row),
			shareWords(context, row) ?? '',
			status
		].filter(Boolean),
		source: [sources, row.confidence && m.charts_confidence_of({ letter: row.confidence })]
			.filter(Boolean)
			.join(', ')
	};
}
