import { isDay } from '../dates.ts';
import { isStatus } from '../labels.ts';
import type { OwnType } from './types.ts';

const WHOLE = /^-?(?:0|[1-9]\d{0,17})$/;
const GROUPED = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const DECIMAL = /^-?(?:0|[1-9]\d{0,14})?(?:\.\d+)?(?:[eE][+-]\d{1,3})?$/;
const POINTS = /^-?(?:0|[1-9]\d{0,2}(?:\.\d{3})*)$/;
const COMMA = /^-?(?:(?:0|[1-9]\d{0,14})|[1-9]\d{0,2}(?:[. \u00a0\u202f]\d{3})+)(?:,\d+)?$/;
const YEAR = /^(?:1[5-9]|20|21)\d\d$/;
const MARKED = /^(.*?)[ \u00a0]?(\[[a-z]\])$/s;

/** Whether a number may be written in groups of three with points, `1.234`. */
export function isPointed(text: string): boolean {
	return text.includes('.') && POINTS.test(text.trim());
}

/** Significant digits that a database keeps of a number with a fraction. */
const KEPT_DIGITS = 15;

/** Whether a number has more digits than a database keeps. */
export function isTooFine(text: string): boolean {
	const digits = text.replace(/e.*$/i, '').replaceAll(/\D/g, '').replace(/^0+/, '');
	return digits.length > KEPT_DIGITS;
}

/** Whether a number has zeros after its point that a database does not keep: `1.10`. */
export function hasLastZeros(text: string): boolean {
	return /\.\d*0$/.test(text.trim());
}

/** Whether a number is written in groups of three, `1,234`. */
export function isGrouped(text: string): boolean {
	return GROUPED.test(text.trim());
}

function decimal(text: string): string | undefined {
	if (GROUPED.test(text)) return text.replaceAll(',', '');
	return DECIMAL.test(text) && /\d/.test(text) && !/^-?[eE]/.test(text) ? text : undefined;
}

function whole(text: string): string | undefined {
	if (WHOLE.test(text)) return text;
	return GROUPED.test(text) && !text.includes('.') ? text.replaceAll(',', '') : undefined;
}

/**
 * A cell as SQL reads it, or undefined where it is not of the type. Spaces around numbers and days do not
 * count; a text stays as it is.
 */
export function readValue(type: OwnType, text: string): string | undefined {
	if (type === 'text') return text;
	const trimmed = text.trim();
	switch (type) {
		case 'whole':
			return whole(trimmed);
		case 'whole-points':
			return POINTS.test(trimmed) ? trimmed.replaceAll('.', '') : undefined;
		case 'decimal':
			return decimal(trimmed);
		case 'decimal-comma':
			return COMMA.test(trimmed) ? trimmed.replaceAll(/[. \u00a0\u202f]/g, '').replace(',', '.') : undefined;
		case 'year':
			return YEAR.test(trimmed) ? trimmed : undefined;
		case 'date':
			return isDay(trimmed) ? trimmed : undefined;
	}
}

/** A cell without the marker at its end (`12 [p]`, `[c]`), and the marker; `''` where it has none. */
export function withoutMarker(text: string): { text: string; marker: string } {
	if (!text.endsWith(']')) return { text, marker: '' };
	const [, value = '', marker = ''] = MARKED.exec(text) ?? [];
	return marker !== '' && isStatus(marker) ? { text: value, marker } : { text, marker: '' };
}
