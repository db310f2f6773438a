import type { CubeRow, DerivedOf } from '../../cube/types.ts';
import { SMALL_COUNT } from '../../stats/rate.ts';
import { m } from '../../words/index.ts';
import { formatNumber, formatShare } from '../../words/numbers.ts';
import type { ChartContext } from '../context.ts';
import { countedUnit, statusWords } from '../words/values.ts';

/** A change in percent with its sign: `+12%`, `−8%`; one decimal where there is less than one. */
function signed(percent: number, locale: string): string {
	const digits = Math.abs(percent) > 0 && Math.abs(percent) < 0.95 ? 1 : 0;
	return new Intl.NumberFormat(locale, {
		style: 'percent',
		signDisplay: 'exceptZero',
		maximumFractionDigits: digits
	}).format(percent / 100);
}

/** The bare number: `112`, `+12%`, `72%`. */
export function derivedNumber({ value, derived }: CubeRow, locale: string): string {
	const number = value ?? 0;
	if (derived?.kind === 'change') return signed(number, locale);
	if (derived?.kind === 'share') return formatShare(number / 100, locale);
	// Whole numbers, save where little would be left of them.
	const digits = number > 0 && number < 9.95 ? 1 : 0;
	return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(number);
}

/** The number with what it is set against: `112 (2012 = 100)`. */
export function derivedValue(row: CubeRow, locale: string): string {
	if (row.value === null) return gapWords(row);
	const value = derivedNumber(row, locale);
	const { kind, period = '' } = row.derived ?? {};
	if (kind === 'share') return m.derived_share_long({ value });
	if (kind === 'index') return m.derived_index_long({ value, period });
	const rounded = Math.round(row.value * 10);
	if (rounded === 0) return m.derived_change_same();
	const size = new Intl.NumberFormat(locale, {
		style: 'percent',
		maximumFractionDigits: Math.abs(row.value) < 0.95 ? 1 : 0
	}).format(Math.abs(row.value) / 100);
	return rounded > 0 ? m.derived_change_more({ value: size }) : m.derived_change_less({ value: size });
}

/** What the figures are in, for tables and files. */
export function derivedUnit(context: ChartContext, row: CubeRow): string {
	const unit = countedUnit(context, row);
	const { kind, period = '' } = row.derived ?? {};
	if (kind === 'index') {
		return unit ? m.derived_index_unit({ unit, period }) : m.derived_index_unit_only({ period });
	}
	if (kind === 'change') return unit ? m.derived_change_unit({ unit }) : m.derived_change_unit_only();
	return unit ? m.derived_share_unit({ unit }) : m.derived_share_unit_only();
}

/** Why a row has no number. */
export function gapWords({ status, derived }: CubeRow): string {
	if (status === '[c]') return statusWords(status);
	const { kind, gap, period = '' } = derived ?? {};
	switch (gap) {
		case 'base':
			return m.derived_gap_base({ period });
		case 'break':
			return m.derived_gap_break({ period });
		case 'small':
			return m.derived_gap_small({ least: SMALL_COUNT });
		case 'zero':
			return m.derived_gap_zero();
		case 'before':
			return kind === 'share' ? m.derived_gap_before_share() : m.derived_gap_before_change();
		case 'inexact':
			return m.derived_gap_inexact();
		case 'missing':
			return m.derived_gap_missing();
		default:
			return statusWords(status);
	}
}

/** The 95 % limits of a change: `+4% to +20%`; `''` where there are none. */
export function derivedLimits({ value, derived }: CubeRow, locale: string): string {
	const { low = null, high = null } = derived ?? {};
	if (value === null || low === null || high === null) return '';
	return m.rates_limits({ low: signed(low, locale), high: signed(high, locale) });
}

/** The counts behind a figure; `''` where there is none. */
export function derivedBasis(context: ChartContext, row: CubeRow): string {
	const { kind, count = null, against = null, period = '' } = row.derived ?? {};
	if (count === null) return '';
	const { locale } = context;
	const counted = [formatNumber(count, locale), countedUnit(context, row)].filter(Boolean).join(' ');
	if (against === null) return m.derived_basis_count({ count: counted });
	const other = formatNumber(against, locale);
	if (kind === 'share') return m.derived_basis_share({ count: counted, against: other });
	return kind === 'index'
		? m.derived_basis_index({ count: counted, period, against: other })
		: m.derived_basis_change({ count: counted, period, against: other });
}

/** The title of a chart of such figures. */
export function derivedTitle(title: string, { kind, period }: DerivedOf): string {
	if (kind === 'index') return m.derived_title_index({ title, period });
	return kind === 'change' ? m.derived_title_change({ title }) : m.derived_title_share({ title });
}
