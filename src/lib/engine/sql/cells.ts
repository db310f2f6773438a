import type { Cell } from '../../package/types.ts';
import type { SqlColumn } from './types.ts';

/** Types whose values come as they are; all others are asked for as text, which DuckDB writes exactly. */
const PLAIN = /^(TINYINT|SMALLINT|INTEGER|UTINYINT|USMALLINT|UINTEGER|FLOAT|DOUBLE|VARCHAR)$/;
const WHOLE = /^(U?BIGINT|U?HUGEINT|BIGNUM)$/;
const DECIMAL = /^DECIMAL\(/;
/** Digits that a number of JavaScript keeps whatever they are. */
const EXACT_DIGITS = 15;

/** The list of a result's columns, asked for so that nothing is lost on the way. */
export function selectList(columns: readonly SqlColumn[]): string {
	return columns
		.map(({ type }, index) => (PLAIN.test(type) ? `c${index}` : `CAST(c${index} AS VARCHAR) AS c${index}`))
		.join(', ');
}

function numberOrText(text: string, type: string): Cell {
	const number = Number(text);
	if (WHOLE.test(type)) return Number.isSafeInteger(number) ? number : text;
	return text.replaceAll(/\D/g, '').replace(/^0+/, '').length <= EXACT_DIGITS ? number : text;
}

/** A cell as the reader gets it. */
export function cellOf(value: unknown, type: string): Cell {
	if (value === null || value === undefined) return null;
	if (typeof value === 'string') {
		return WHOLE.test(type) || DECIMAL.test(type) ? numberOrText(value, type) : value;
	}
	if (typeof value !== 'number') return String(value);
	return Number.isFinite(value) ? value : String(value);
}
