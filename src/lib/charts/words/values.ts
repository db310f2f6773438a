import type { CubeRow } from '../../cube/types.ts';
import { fieldByRole, labelOf, localized } from '../../package/labels.ts';
import type { Status } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import { formatNumber, formatShare } from '../../words/numbers.ts';
import type { ChartContext } from '../context.ts';

/** The words for a marker; `''` for a figure as published. */
export function statusWords(status: Status): string {
	switch (status) {
		case '[c]':
			return m.charts_status_c();
		case '[x]':
			return m.charts_status_x();
		case '[z]':
			return m.charts_status_z();
		case '[b]':
			return m.charts_status_b();
		case '[p]':
			return m.charts_status_p();
		case '[r]':
			return m.charts_status_r();
		case '[u]':
			return m.charts_status_u();
		case '[e]':
			return m.charts_status_e();
		case '':
			return '';
	}
}

/** How the source qualified a figure, in words; `''` for an exact one. */
export function qualifierWords(context: ChartContext, qualifier: string): string {
	if (!qualifier || qualifier === 'exact') return '';
	if (qualifier === 'more_than') return m.charts_qualifier_more_than();
	const field = fieldByRole(context.resource, 'qualifier');
	const label = field ? labelOf(context.resource, field.name, qualifier, context.locale) : qualifier;
	return (label === qualifier ? qualifier.replaceAll('_', ' ') : label).toLowerCase();
}

/** What a row counts: its unit's label, else the table's unit; `''` where neither says. */
export function unitWords(context: ChartContext, row: CubeRow): string {
	const { resource, answer, locale } = context;
	const field = fieldByRole(resource, 'unit');
	if (!field) return resource.unit ?? '';
	const filter = answer.query.filters?.[field.name];
	const asked = answer.query.unit ?? filter;
	const value = row.key[field.name] ?? (asked?.length === 1 ? asked[0] : undefined);
	return value === undefined
		? (resource.unit ?? '')
		: labelOf(resource, field.name, value, locale).toLowerCase();
}

/** The figure alone, with its qualifier: `11,999`, `more than 463,000`, `withheld for privacy`. */
export function figureWords(context: ChartContext, row: CubeRow): string {
	if (row.value === null) return statusWords(row.status) || m.charts_status_x();
	const value = formatNumber(row.value, context.locale);
	if (row.qualifier === 'more_than') return m.charts_more_than({ value });
	const qualifier = qualifierWords(context, row.qualifier);
	return qualifier ? m.charts_qualified({ value, qualifier }) : value;
}

/** The figure beside a mark; a lower limit never reads as exact: `11,999`, `>463,000`. */
export function markWords(row: CubeRow, locale: string): string {
	const value = formatNumber(row.value ?? 0, locale);
	return row.qualifier === 'more_than' ? m.charts_more_than_short({ value }) : value;
}

/** The figure with its unit: `11,999 cases`. */
export function valueWords(context: ChartContext, row: CubeRow): string {
	const figure = figureWords(context, row);
	const unit = row.value === null ? '' : unitWords(context, row);
	if (!unit) return figure;
	return row.qualifier && row.qualifier !== 'more_than' && row.qualifier !== 'exact'
		? `${formatNumber(row.value ?? 0, context.locale)} ${unit} (${qualifierWords(context, row.qualifier)})`
		: `${figure} ${unit}`;
}

/** The figure beside its name, without a unit that the name says already: "Cases: 11,999". */
export function valueBeside(context: ChartContext, row: CubeRow, name: string): string {
	const unit = unitWords(context, row);
	return unit && name.toLowerCase().includes(unit) ? figureWords(context, row) : valueWords(context, row);
}

/** A name inside a sentence; names of several capitals stay as they are. */
export function lowerFirst(text: string): string {
	return /^[A-Z](?=[a-z])[^A-Z]*$/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/**
 * Part of a published whole, in words: `72% of 10,359`, or `22% of the 4,947 for whom this is known`;
 * null where neither whole is published.
 */
export function shareWords(context: ChartContext, row: CubeRow): string | null {
	if (row.value === null) return null;
	const { locale } = context;
	if (row.denominator !== null && row.denominator > 0) {
		const share = formatShare(row.value / row.denominator, locale);
		return m.charts_share_known({ share, known: formatNumber(row.denominator, locale) });
	}
	if (row.share !== undefined && row.share !== null && row.total !== undefined && row.total !== null) {
		return m.charts_share_of({
			share: formatShare(row.share, locale),
			total: formatNumber(row.total, locale)
		});
	}
	return null;
}

/** The label at a bar's end: `1,066 of 4,947 known (22%)`; short: `1,066 (22%)`. */
export function barWords(context: ChartContext, row: CubeRow, short: boolean): string {
	const figure = figureWords(context, row);
	if (row.value === null) return figure;
	const { locale } = context;
	if (row.denominator !== null && row.denominator > 0) {
		const share = formatShare(row.value / row.denominator, locale);
		if (short) return m.charts_bar_short({ figure, share });
		return m.charts_bar_known({ figure, known: formatNumber(row.denominator, locale), share });
	}
	if (row.share !== undefined && row.share !== null) {
		return m.charts_bar_short({ figure, share: formatShare(row.share, locale) });
	}
	return figure;
}

/** A text of the descriptor in the language of the chart. */
export function inWords(context: ChartContext, text: Parameters<typeof localized>[0]): string {
	return localized(text, context.locale);
}
