import type { CubeRow } from '../../cube/types.ts';
import { fieldByRole } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { measuresOf, timeField, valueLabel, valuesOf, type ChartContext } from '../context.ts';
import { seriesId } from '../layout/series.ts';
import { affects, breaksWithin, periodsOf } from '../layout/time.ts';
import type { ChartLayout } from '../layout/types.ts';
import { whenWords } from './headlineLargest.ts';
import { titleWords } from './title.ts';
import { lowerFirst, valueBeside } from './values.ts';

/** Series that a sentence names at most. */
export const MOST_NAMED = 3;

/** A line of values with its name. */
interface Strand {
	name: string;
	rows: CubeRow[];
}

/** The known figures of the newest period, with the lines on which they stand. */
export interface LatestFigures {
	/** Every line with at least one figure. */
	strands: Strand[];
	newest: { strand: Strand; row: CubeRow }[];
}

/** Finds the newest period with a figure and everything that stands on it, panels and series in order. */
export function latestFigures(context: ChartContext, layout: ChartLayout): LatestFigures {
	const periods = periodsOf(context);
	const place = (row: CubeRow) => periods.at.get(row.key[context.spec.x] ?? '') ?? -Infinity;
	const strands = strandsOf(context, layout);
	const lasts = strands.flatMap((strand) => {
		const row = strand.rows.at(-1);
		return row ? [{ strand, row }] : [];
	});
	const newest = Math.max(...lasts.map(({ row }) => place(row)));
	return { strands, newest: lasts.filter(({ row }) => place(row) === newest) };
}

function strandsOf(context: ChartContext, layout: ChartLayout): Strand[] {
	const { spec, answer } = context;
	const periods = periodsOf(context);
	const place = (row: CubeRow) => periods.at.get(row.key[spec.x] ?? '') ?? 0;
	const facets = spec.facet ? valuesOf(context, spec.facet) : [undefined];
	return facets.flatMap((facet) =>
		layout.series.flatMap(({ id, label }): Strand[] => {
			const rows = answer.rows
				.filter((row) => row.value !== null && seriesId(layout.fields, row) === id)
				.filter((row) => spec.facet === undefined || row.key[spec.facet] === facet)
				.sort((a, b) => place(a) - place(b));
			if (!rows.length) return [];
			const inPanel = spec.facet === undefined ? '' : valueLabel(context, spec.facet, facet);
			return [{ name: strandName(context, layout, inPanel, label, rows), rows }];
		})
	);
}

/** What is counted, then what tells the strand from others: `Cases, hotline`. */
function strandName(
	context: ChartContext,
	layout: ChartLayout,
	inPanel: string,
	label: string,
	rows: CubeRow[]
): string {
	const { resource } = context;
	const measure = fieldByRole(resource, 'measure');
	const [only, ...others] = measure ? measuresOf(context, rows) : [];
	const counted =
		measure && only !== undefined && !others.length ? valueLabel(context, measure.name, only) : '';
	const several = layout.series.length > 1;
	const byBasis = layout.fields.every((field) => field === fieldByRole(resource, 'basis')?.name);
	if (several && !byBasis) return [inPanel, label].filter(Boolean).join(', ');
	const start = inPanel || counted || titleWords(context);
	return several ? `${start}, ${lowerFirst(label)}` : start;
}

/** The figures of the newest period, of up to three series; highest only where that may be said. */
export function latestHeadline(context: ChartContext, layout: ChartLayout): string {
	const { x } = context.spec;
	const { part } = context.view;
	const periods = periodsOf(context);
	const { strands, newest } = latestFigures(context, layout);
	const [leading, ...others] = newest;
	if (!leading) return m.charts_headline_empty();
	const { strand: first, row } = leading;
	const where = context.answer.query.filters ? placeWords(context) : '';
	const period = valueLabel(context, x, row.key[x]);
	const name = where ? `${where}, ${lowerFirst(first.name)}` : first.name;
	const words = { name, value: valueBeside(context, row, first.name), period };
	const isDay = timeField(context)?.type === 'date';
	const areYears = periods.kind === 'years';
	if (others.length) {
		const more = others.slice(0, MOST_NAMED - 1).map(({ strand, row: last }) =>
			m.charts_headline_series({
				name: lowerFirst(strand.name),
				value: valueBeside(context, last, strand.name)
			})
		);
		const several = { first: m.charts_headline_series(words), period, others: more.join('; ') };
		if (isDay && !part) return m.charts_headline_several_day(several);
		return areYears && !part ? m.charts_headline_several(several) : m.charts_headline_several_part(several);
	}
	if (part) return m.charts_headline_single({ ...words, when: whenWords(period) });
	if (strands.length === 1 && first.rows.length === 1 && areYears) return m.charts_headline_only(words);
	if (isDay) return m.charts_headline_day(words);
	if (!areYears) return m.charts_headline_single({ ...words, when: whenWords(period) });
	if (isHighest(context, first.rows))
		return m.charts_headline_highest({ ...words, count: first.rows.length });
	return m.charts_headline_latest(words);
}

/** `Texas` where the question is about one place. */
function placeWords(context: ChartContext): string {
	const place = fieldByRole(context.resource, 'place')?.name;
	const asked = place ? context.answer.query.filters?.[place] : undefined;
	return place && asked?.length === 1 ? `${valueLabel(context, place, asked[0])}` : '';
}

/**
 * Whether the last of at least four exact values is the highest, with no break that forbids comparing and none withheld,
 * for that may be higher.
 */
function isHighest(context: ChartContext, rows: CubeRow[]): boolean {
	const last = rows.at(-1);
	if (rows.length < 4 || last?.value == null || context.answer.withheld > 0) return false;
	if (rows.some((row) => row.qualifier && row.qualifier !== 'exact')) return false;
	for (const role of ['basis', 'unit', 'measure'] as const) {
		const field = fieldByRole(context.resource, role)?.name;
		if (field && new Set(rows.map((row) => row.key[field])).size > 1) return false;
	}
	const measures = measuresOf(context, rows);
	const cut = breaksWithin(context.answer.breaks, periodsOf(context)).some(
		({ entry }) => !entry.comparableAcross && affects(entry, measures)
	);
	return !cut && rows.every((row) => row === last || (row.value ?? 0) < (last.value ?? 0));
}
