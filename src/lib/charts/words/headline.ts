import type { CubeRow } from '../../cube/types.ts';
import { fieldByRole } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatNumber } from '../../words/numbers.ts';
import { categoryOf, seriesFields, timeField, valueLabel, type ChartContext } from '../context.ts';
import { seriesId } from '../layout/series.ts';
import { affects, breaksWithin, periodsOf } from '../layout/time.ts';
import type { ChartLayout, Series } from '../layout/types.ts';
import { figureWords, inWords, unitWords, valueWords } from './values.ts';

/**
 * The sentence over a chart, computed from its figures: the latest value, or the largest part. It never
 * compares across a break, two bases or a gap, and never explains.
 */
export function headline(context: ChartContext, layout: ChartLayout): string {
	const rows = context.answer.rows;
	if (!rows.length) return m.charts_headline_empty();
	if (rows.every((row) => row.status === '[c]')) return m.charts_headline_hidden();
	if (layout.kind === 'line') return lineHeadline(context, layout);
	if (layout.kind === 'stacked-bar') return partHeadline(context, rows, layout);
	if (timeField(context)?.name === context.spec.x) return lineHeadline(context, layout);
	return partHeadline(context, rows, layout);
}

function lineHeadline(context: ChartContext, layout: ChartLayout): string {
	const fields = seriesFields(context);
	const x = context.spec.x;
	const periods = periodsOf(context);
	const place = (row: CubeRow) => periods.at.get(row.key[x] ?? '') ?? 0;
	const known = context.answer.rows.filter((row) => row.value !== null && !row.status.includes('x'));
	const lasts = layout.series
		.map((series) => ({
			series,
			rows: known.filter((row) => seriesId(fields, row) === series.id).sort((a, b) => place(a) - place(b))
		}))
		.filter((each) => each.rows.length);
	const newest = Math.max(...lasts.map(({ rows }) => place(rows.at(-1) as CubeRow)));
	const current = lasts.filter(({ rows }) => place(rows.at(-1) as CubeRow) === newest);
	const first = current[0];
	const row = first?.rows.at(-1);
	if (!first || !row) return m.charts_headline_empty();
	const period = valueLabel(context, x, row.key[x]);
	const name = (series: Series) =>
		layout.series.length > 1 ? series.label : inWords(context, context.spec.title);
	const words = { name: name(first.series), value: valueOnce(context, row, name(first.series)), period };
	if (current.length > 1) {
		const others = current.slice(1, 3).map(({ series, rows }) => {
			const last = rows.at(-1) as CubeRow;
			return m.charts_headline_series({
				name: lowerFirst(series.label),
				value: valueOnce(context, last, series.label)
			});
		});
		const start = m.charts_headline_series({ name: words.name, value: words.value });
		return m.charts_headline_several({ first: start, period, others: others.join('; ') });
	}
	if (first.rows.length === 1 && layout.series.length === 1) return m.charts_headline_only(words);
	if (isHighest(context, first.rows, fields))
		return m.charts_headline_highest({ ...words, count: first.rows.length });
	return m.charts_headline_latest(words);
}

/** Whether the last of at least four values is the highest, with no break that forbids the comparison. */
function isHighest(context: ChartContext, rows: CubeRow[], fields: string[]): boolean {
	const last = rows.at(-1);
	if (
		rows.length < 4 ||
		last?.value == null ||
		rows.some((row) => row.qualifier && row.qualifier !== 'exact')
	)
		return false;
	const basis = fieldByRole(context.resource, 'basis')?.name;
	if (basis && new Set(rows.map((row) => row.key[basis])).size > 1) return false;
	const measure = fieldByRole(context.resource, 'measure')?.name;
	const measures =
		measure && fields.includes(measure)
			? rows.map((row) => String(row.key[measure]))
			: (context.answer.query.measure ?? []);
	const cut = breaksWithin(context.answer.breaks, periodsOf(context)).some(
		({ entry }) => !entry.comparableAcross && affects(entry, measures)
	);
	return !cut && rows.every((row) => row === last || (row.value ?? 0) < (last.value ?? 0));
}

/** The newest period's largest plain part, as part of what is published around it. */
function partHeadline(context: ChartContext, rows: CubeRow[], layout: ChartLayout): string {
	const { spec, locale } = context;
	const time = timeField(context)?.name;
	const facetTime = time && rows.some((row) => time in row.key) ? time : undefined;
	const periods = facetTime ? [...new Set(rows.map((row) => row.key[facetTime] ?? ''))] : [];
	const newest = periods.sort((a, b) => (a < b ? -1 : 1)).at(-1);
	const fields = spec.mark === 'stacked-bar' ? seriesFields(context, true) : [spec.x];
	const kindOf = (row: CubeRow) =>
		fields
			.map((field) => categoryOf(context, field, row.key[field] ?? '')?.kind)
			.find((kind) => kind !== undefined);
	const inPeriod = rows.filter((row) => !facetTime || row.key[facetTime] === newest);
	const plain = inPeriod.filter((row) => row.value !== null && kindOf(row) === undefined);
	const top = plain.sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
	if (!top)
		return inPeriod.some((row) => row.status === '[c]')
			? m.charts_headline_hidden()
			: inWords(context, spec.title);
	const period = periodWords(context, top, newest);
	const other = layout.kind === 'stacked-bar' ? [] : labelParts(context, fields, top);
	const name = [...fields.map((field) => valueLabel(context, field, top.key[field])), ...other]
		.filter(Boolean)
		.join(', ');
	const words = { name, value: figureWords(context, top), unit: unitWords(context, top), period };
	let sentence: string;
	if (top.denominator) {
		const known = formatNumber(top.denominator, locale);
		sentence = period
			? m.charts_headline_known({ ...words, known })
			: m.charts_headline_known_plain({ ...words, known });
	} else if (top.total) {
		const total = formatNumber(top.total, locale);
		sentence = period
			? m.charts_headline_share({ ...words, total })
			: m.charts_headline_share_plain({ ...words, total });
	} else {
		const full = { ...words, value: valueWords(context, top) };
		if (plain.length === 1)
			sentence = period ? m.charts_headline_single(full) : m.charts_headline_single_plain(full);
		else sentence = period ? m.charts_headline_largest(full) : m.charts_headline_largest_plain(full);
	}
	const unknown = inPeriod.find((row) => kindOf(row) === 'unknown' && (row.value ?? 0) > (top.value ?? 0));
	if (unknown?.value == null) return sentence;
	return `${sentence}; ${m.charts_headline_unknown({ value: formatNumber(unknown.value, locale) })}`;
}

/** Values of the other kept fields, except time, that tell the row from its neighbours. */
function labelParts(context: ChartContext, fields: string[], row: CubeRow): string[] {
	const time = timeField(context)?.name;
	return Object.keys(row.key)
		.filter((field) => field !== time && !fields.includes(field))
		.filter((field) => new Set(context.answer.rows.map((each) => each.key[field])).size > 1)
		.map((field) => valueLabel(context, field, row.key[field]));
}

/** The period of a row: its own, else the one the query asks for. */
function periodWords(context: ChartContext, row: CubeRow, newest: string | number | undefined): string {
	const time = timeField(context)?.name;
	if (!time) return '';
	const asked = context.answer.query.filters?.[time];
	return valueLabel(context, time, row.key[time] ?? newest ?? (asked?.length === 1 ? asked[0] : undefined));
}

/** The value, without its unit where the name says it already: "Cases: 11,999". */
function valueOnce(context: ChartContext, row: CubeRow, name: string): string {
	const unit = unitWords(context, row);
	return unit && name.toLowerCase().includes(unit) ? figureWords(context, row) : valueWords(context, row);
}

function lowerFirst(text: string): string {
	return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
