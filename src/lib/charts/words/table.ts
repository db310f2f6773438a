import type { CubeRow } from '../../cube/types.ts';
import { fieldByName, labelOf } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatNumber, formatShare } from '../../words/numbers.ts';
import { valueLabel, type ChartContext } from '../context.ts';
import { sourceShort } from './rowWords.ts';
import { inWords, qualifierWords, statusWords, unitWords } from './values.ts';

/** The table of a chart: one row a figure, the same figures as the marks. */
export interface ChartTable {
	/** Titles of the kept dimensions, in the order of the axis, facet, series. */
	heads: string[];
	hasShare: boolean;
	hasKnown: boolean;
	hasRemark: boolean;
	rows: ChartTableRow[];
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

/** Every figure of the answer as a table, then the superseded ones. */
export function chartTable(context: ChartContext): ChartTable {
	const { spec, answer, superseded } = context;
	const dimensions = answer.query.dimensions.filter((field) => answer.rows.some((row) => field in row.key));
	const leading = [spec.x, spec.facet, ...(spec.series ?? [])];
	const fields = [...new Set([...leading.flatMap((field) => field ?? []), ...dimensions])].filter((field) =>
		dimensions.includes(field)
	);
	const main = answer.rows.map((row) => tableRow(context, fields, row, false));
	const earlier = [...superseded]
		.sort((a, b) => (String(a.key[spec.x]) < String(b.key[spec.x]) ? -1 : 1))
		.map((row) => tableRow(context, fields, row, true));
	const rows = [...main, ...earlier];
	return {
		heads: fields.map((field) => title(context, field)),
		hasShare: rows.some((row) => row.share),
		hasKnown: rows.some((row) => row.known),
		hasRemark: rows.some((row) => row.remark),
		rows: main,
		superseded: earlier
	};
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
	const named = row.sources.map((id) => sourceShort(context, id)).join('; ');
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
	const share = row.denominator ? (row.value ?? NaN) / row.denominator : (row.share ?? NaN);
	const qualifier = qualifierWords(context, row.qualifier);
	return {
		keys: fields.map((field) => valueLabel(context, field, row.key[field])),
		value: row.value === null ? row.status || '[x]' : formatNumber(row.value, locale),
		status:
			row.value === null
				? statusWords(row.status || '[x]')
				: statusWords(row.status) && `${row.status} ${statusWords(row.status)}`,
		unit: unitWords(context, row),
		share: Number.isNaN(share) ? '' : formatShare(share, locale),
		known: row.denominator === null ? '' : formatNumber(row.denominator, locale),
		standing: superseded ? standingWords(context, row) : '',
		remark: [qualifier, ...row.notes].filter(Boolean).join('; '),
		sources: sourceWords(context, row),
		confidence: row.confidence
	};
}
