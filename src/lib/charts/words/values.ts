import type { CubeRow } from '../../cube/types.ts';
import { fieldByRole, labelOf, localized, unitName } from '../../package/labels.ts';
import type { Status } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import { RATE_PER, SMALL_COUNT } from '../../stats/rate.ts';
import { formatNumber, formatRate, formatShare } from '../../words/numbers.ts';
import type { ChartContext } from '../context.ts';
import { derivedKit } from '../derivedKit.ts';

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

/** The words for the marker of a row: a rate says what its own low reliability and its lack rest on. */
export function rowStatusWords(row: CubeRow): string {
	if (row.derived && row.value === null) return derivedKit().gap(row);
	if (!row.rate) return statusWords(row.status);
	if (row.status === '[u]') return m.rates_status_u({ least: SMALL_COUNT });
	return lacksResidents(row) ? m.rates_status_no_residents() : statusWords(row.status);
}

/** Whether a count is published, but no population to divide it by. */
export function lacksResidents(row: CubeRow): boolean {
	return row.rate !== undefined && row.value === null && row.rate.count !== null && !isHidden(row);
}

/** Whether a figure is withheld, so that nothing that would reveal it may stand beside it. */
export function isHidden(row: CubeRow): boolean {
	return row.status === '[c]';
}

/** The bare number of a row: a rate as rates are written, a count in full. */
export function numberWords(row: CubeRow, locale: string): string {
	if (row.derived) return derivedKit().number(row, locale);
	return row.rate ? formatRate(row.value ?? 0, locale) : formatNumber(row.value ?? 0, locale);
}

/** The 95% limits of a rate: `4.8 to 18.4`; `''` where there is none, or where its count is withheld. */
export function limitsWords(row: CubeRow, locale: string): string {
	if (row.derived) return derivedKit().limits(row, locale);
	const { low = null, high = null } = row.rate ?? {};
	if (row.value === null || low === null || high === null) return '';
	return m.rates_limits({ low: formatRate(low, locale), high: formatRate(high, locale) });
}

/** How the source qualified a figure, in words; `''` for an exact one. */
export function qualifierWords(context: ChartContext, qualifier: string): string {
	if (!qualifier || qualifier === 'exact') return '';
	if (qualifier === 'more_than') return m.charts_qualifier_more_than();
	const field = fieldByRole(context.resource, 'qualifier');
	const label = field ? labelOf(context.resource, field.name, qualifier, context.locale) : qualifier;
	return (label === qualifier ? qualifier.replaceAll('_', ' ') : label).toLowerCase();
}

/**
 * What the figure of a row is in: `calls`, or `calls per 100,000 residents` for a rate; `''` where neither the row
 * nor the table names a unit of counts.
 */
export function unitWords(context: ChartContext, row: CubeRow): string {
	if (row.derived) return derivedKit().unit(context, row);
	const unit = countedUnit(context, row);
	if (!row.rate) return unit;
	const per = formatNumber(RATE_PER, context.locale);
	return unit ? m.rates_unit({ unit, per }) : m.rates_unit_only({ per });
}

/** What was counted, also behind a rate: its unit's label, else the table's unit; `''` where neither says. */
export function countedUnit(context: ChartContext, row: CubeRow): string {
	const { resource, answer, locale } = context;
	const field = fieldByRole(resource, 'unit');
	if (!field) return unitName(resource);
	const filter = answer.query.filters?.[field.name];
	const asked = answer.query.unit ?? filter;
	const value = row.key[field.name] ?? (asked?.length === 1 ? asked[0] : undefined);
	return value === undefined
		? unitName(resource)
		: labelOf(resource, field.name, value, locale).toLowerCase();
}

/** The figure alone, with its qualifier: `11,999`, `more than 463,000`, `withheld for privacy`. */
export function figureWords(context: ChartContext, row: CubeRow): string {
	if (row.value === null) return rowStatusWords(row) || m.charts_status_x();
	const value = numberWords(row, context.locale);
	if (row.qualifier === 'more_than') return m.charts_more_than({ value });
	const qualifier = qualifierWords(context, row.qualifier);
	return qualifier ? m.charts_qualified({ value, qualifier }) : value;
}

/** The figure beside a mark; a lower limit never reads as exact: `11,999`, `>463,000`. */
export function markWords(row: CubeRow, locale: string): string {
	const value = numberWords(row, locale);
	return row.qualifier === 'more_than' ? m.charts_more_than_short({ value }) : value;
}

/** The figure with its unit: `11,999 cases`. */
export function valueWords(context: ChartContext, row: CubeRow): string {
	if (row.derived) return derivedKit().value(row, context.locale);
	const figure = figureWords(context, row);
	const unit = row.value === null ? '' : unitWords(context, row);
	if (!unit) return figure;
	return row.qualifier && row.qualifier !== 'more_than' && row.qualifier !== 'exact'
		? `${numberWords(row, context.locale)} ${unit} (${qualifierWords(context, row.qualifier)})`
		: `${figure} ${unit}`;
}

/** The figure beside its name, without a unit that the name says already: "Cases: 11,999". */
export function valueBeside(context: ChartContext, row: CubeRow, name: string): string {
	if (row.derived) return valueWords(context, row);
	const unit = unitWords(context, row);
	return unit && name.toLowerCase().includes(unit) ? figureWords(context, row) : valueWords(context, row);
}

/** A rate with its unit and limits: `7.4 calls per 100,000 residents (95% limits 6.9 to 7.9)`; else as `valueBeside`. */
export function valueWithLimits(context: ChartContext, row: CubeRow, name: string): string {
	const value = valueBeside(context, row, name);
	const limits = limitsWords(row, context.locale);
	if (!limits) return value;
	return row.status === '[u]'
		? m.rates_with_limits_marked({ value, limits, status: statusWords(row.status) })
		: m.rates_with_limits({ value, limits });
}

/** The count and the residents behind a rate: `10 calls, 738,432 residents`; `''` where they are withheld. */
export function rateBasisWords(context: ChartContext, row: CubeRow): string {
	if (row.derived) return derivedKit().basis(context, row);
	const { count = null, population = null } = row.rate ?? {};
	if (count === null || isHidden(row)) return '';
	const counted = [formatNumber(count, context.locale), countedUnit(context, row)].filter(Boolean).join(' ');
	return population === null
		? counted
		: m.rates_behind({ counted, residents: formatNumber(population, context.locale) });
}

/** A name inside a sentence; names of several capitals stay as they are. */
export function lowerFirst(text: string): string {
	return /^\p{Lu}(?=\p{Ll})\P{Lu}*$/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** A text as it starts a sentence; names of months are small in some languages. */
export function upperFirst(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Part of a published whole, in words: `72% of 10,359`, or `22% of the 4,947 for whom this is known`;
 * null where neither whole is published.
 */
export function shareWords(context: ChartContext, row: CubeRow): string | null {
	// A rate is no part of a whole.
	if (row.value === null || row.rate || row.derived) return null;
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
	if (row.value === null || row.rate || row.derived) return figure;
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
