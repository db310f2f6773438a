import type { CubeRow } from '../../cube/types.ts';
import { fieldByName, labelOf } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatNumber, formatRate, formatShare } from '../../words/numbers.ts';
import { valueLabel, type ChartContext } from '../context.ts';
import { derivedKit } from '../derivedKit.ts';
import { sourceShort } from './rowWords.ts';
import { averageName } from '../layout/average.ts';
import { residentsBasis, residentsPeriod } from './residents.ts';
import { withoutShared, type SharedWords } from './tableShared.ts';
import {
	inWords,
	isHidden,
	numberWords,
	qualifierWords,
	rowStatusWords,
	statusWords,
	unitWords
} from './values.ts';

/** The table of a chart: one row a figure, the same figures as the marks. */
export interface ChartTable {
	/** Titles of the kept dimensions, in the order of the axis, facet, series. */
	heads: string[];
	hasShare: boolean;
	hasKnown: boolean;
	hasRemark: boolean;
	/** Whether the figures are rates, each with the count and the residents behind it. */
	hasRate: boolean;
	/** Columns before and after the figure, and its own, where it is an index, a change or a share. */
	derived: { before: string[]; value: string; after: string[] } | null;
	/** Of rates: what all rows share, and so has no column. */
	shared: SharedWords[];
	/** Places stand in alphabetical order. */
	rows: ChartTableRow[];
	/** The average of all places, labelled in place of their names. */
	averages: ChartTableRow[];
	/** Earlier or other published figures, by time; their `standing` says which. */
	superseded: ChartTableRow[];
}

export interface ChartTableRow {
	keys: string[];
	/** `7,498`, or the marker: `[c]`. */
	value: string;
	/** What the marker means; `''` for a plain figure. */
	status: string;
	unit: string;
	/** What a rate was computed from, and its 95% limits; `''` each where there is none, or where it is withheld. */
	rate: TableRate;
	/** The cells before and after the figure, where it is an index, a change or a share. */
	derived: { before: string[]; after: string[] };
	/** In use, or why it is not; `''` for a figure in use. */
	standing: string;
	share: string;
	known: string;
	/** Qualifier and the source's own notes. */
	remark: string;
	/** Publisher and year of each source, or why there is none. */
	sources: string;
	confidence: string;
}

/** The cells of a rate besides itself. */
export interface TableRate {
	count: string;
	residents: string;
	/** How and for when the residents were counted: `Estimate for July 1, vintage 2019 (2016)`. */
	basis: string;
	low: string;
	high: string;
}

/** Every figure of the answer as a table, then the superseded ones. */
export function chartTable(context: ChartContext): ChartTable {
	const { spec, answer, superseded } = context;
	const dimensions = answer.query.dimensions.filter((field) => answer.rows.some((row) => field in row.key));
	const isUnit = (field: string) => fieldByName(context.resource, field)?.role === 'unit';
	const leading = [spec.x, spec.facet, ...(spec.series ?? [])];
	const fields = [...new Set([...leading.flatMap((field) => field ?? []), ...dimensions])].filter(
		// The unit of a rate stands with the rate.
		(field) => dimensions.includes(field) && !(answer.query.rate && isUnit(field))
	);
	const main = inOrder(context).map((row) => tableRow(context, fields, row, false));
	const averages = context.averages.map((row) => averageRow(context, fields, row));
	const earlier = [...superseded]
		.sort((a, b) => (String(a.key[spec.x]) < String(b.key[spec.x]) ? -1 : 1))
		.map((row) => tableRow(context, fields, row, true));
	const rows = [...main, ...earlier];
	const table: ChartTable = {
		heads: fields.map((field) => title(context, field)),
		hasShare: rows.some((row) => row.share),
		hasKnown: rows.some((row) => row.known),
		hasRemark: rows.some((row) => row.remark),
		hasRate: answer.query.rate === true,
		derived: answer.rows.some((row) => row.derived) ? derivedKit().heads(context) : null,
		shared: [],
		rows: main,
		averages,
		superseded: earlier
	};
	return table.hasRate ? withoutShared(table) : table;
}

/** Dimensions that only the table of superseded figures has, in words: `quoted later`. */
function standingWords(context: ChartContext, row: CubeRow): string {
	const known = new Set(context.answer.rows.flatMap((each) => Object.keys(each.key)));
	const other = context.view.supersededResource ?? context.resource;
	const words = Object.entries(row.key).flatMap(([field, value]) => {
		if (known.has(field)) return [];
		const label = labelOf(other, field, value, context.locale);
		return label === String(value) ? label.replaceAll('_', ' ') : label;
	});
	return words.join(', ') || m.charts_superseded_row();
}

function sourceWords(context: ChartContext, row: CubeRow): string {
	const named = [...new Set([...row.sources, ...(row.rate?.sources ?? [])])]
		.map((id) => sourceShort(context, id))
		.join('; ');
	if (named) return named;
	return row.notes.length ? m.charts_source_in_remark() : '';
}

function title(context: ChartContext, field: string): string {
	const found = fieldByName(context.resource, field);
	const words = found?.title ? inWords(context, found.title) : field.replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function tableRow(context: ChartContext, fields: string[], row: CubeRow, superseded: boolean): ChartTableRow {
	const { locale } = context;
	const known = row.rate || row.derived ? null : row.denominator;
	const share = row.rate || row.derived ? NaN : known ? (row.value ?? NaN) / known : (row.share ?? NaN);
	const status = row.value === null ? row.status || '[x]' : row.status;
	// A column of numbers has room for the short words; the notes have the full ones.
	const words = status === '[u]' ? statusWords(status) : rowStatusWords({ ...row, status });
	const qualifier = qualifierWords(context, row.qualifier);
	return {
		keys: fields.map((field) => valueLabel(context, field, row.key[field])),
		value: row.value === null ? status : numberWords(row, locale),
		status: row.value === null ? words : words && `${status} ${words}`,
		unit: unitWords(context, row),
		rate: rateCells(context, row),
		derived: row.derived ? derivedKit().cells(context, row) : { before: [], after: [] },
		share: Number.isNaN(share) ? '' : formatShare(share, locale),
		known: known === null ? '' : formatNumber(known, locale),
		standing: superseded ? standingWords(context, row) : '',
		remark: [qualifier, ...row.notes].filter(Boolean).join('; '),
		sources: sourceWords(context, row),
		confidence: row.confidence
	};
}

/** The rows as they come, but places by their names, so that no list of them is a ranking. */
function inOrder(context: ChartContext): CubeRow[] {
	const { spec, answer, resource, locale } = context;
	if (fieldByName(resource, spec.x)?.role !== 'place') return answer.rows;
	const nameOf = (row: CubeRow) => valueLabel(context, spec.x, row.key[spec.x]);
	return answer.rows.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), locale));
}

function averageRow(context: ChartContext, fields: string[], row: CubeRow): ChartTableRow {
	const cells = tableRow(context, fields, row, false);
	const name = averageName(context);
	const place = fields.findIndex((field) => fieldByName(context.resource, field)?.role === 'place');
	const keys = cells.keys.map((key, index) => (index === place ? name : key));
	const [first = '', ...rest] = keys;
	return { ...cells, keys: place < 0 ? [m.rates_average_in({ name, key: first }), ...rest] : keys };
}

function rateCells(context: ChartContext, row: CubeRow): TableRate {
	const { count = null, population = null, low = null, high = null, basis = '' } = row.rate ?? {};
	const { locale } = context;
	const isShown = row.value !== null && !isHidden(row);
	const limit = (value: number | null) => (isShown && value !== null ? formatRate(value, locale) : '');
	const period = population === null ? '' : residentsPeriod(context, row);
	const label = population === null ? '' : residentsBasis(context, basis);
	return {
		count: count === null || isHidden(row) ? '' : formatNumber(count, locale),
		residents: population === null ? '' : formatNumber(population, locale),
		basis: label && period ? m.rates_residents_cell({ basis: label, period }) : label || period,
		low: limit(low),
		high: limit(high)
	};
}
