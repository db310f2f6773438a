import type { Cell } from '../../package/types.ts';
import type { SqlColumn } from './types.ts';

/** Types whose values come as they are; all others are asked for as text, which DuckDB writes exactly. */
const PLAIN = /^(TINYINT|SMALLINT|INTEGER|UTINYINT|USMALLINT|UINTEGER|FLOAT|DOUBLE|VARCHAR)$/;
const WHOLE = /^(U?BIGINT|U?HUGEINT|BIGNUM)$/;
const DECIMAL = /^DECIMAL\(/;
/** Digits that a number of JavaScript keeps whatever they are. */
const EXACT_DIGITS = 15;

/** Letters of a cell that are taken. */
export const LETTERS_AT_MOST = 1_000_000;
/** Bytes of all cells of a result together, from which on no more rows are taken. */
export const BYTES_AT_MOST = 50_000_000;

/** The list of a result's columns, asked for so that nothing is lost on the way but what is far too long. */
export function selectList(columns: readonly SqlColumn[]): string {
	return columns
		.map(({ type }, index) => {
			if (PLAIN.test(type) && type !== 'VARCHAR') return `c${index}`;
			const text = PLAIN.test(type) ? `c${index}` : `CAST(c${index} AS VARCHAR)`;
			return `left(${text}, ${LETTERS_AT_MOST + 1}) AS c${index}`;
		})
		.join(', ');
}

/** Counts what cells weigh, and shortens those that are too long. */
export class Scale {
	bytes = 0;
	shortened = 0;

	/** The cell as it is kept. */
	weigh(cell: Cell): Cell {
		if (typeof cell !== 'string') {
			this.bytes += 8;
			return cell;
		}
		const isLong = cell.length > LETTERS_AT_MOST;
		if (isLong) this.shortened++;
		const kept = isLong ? cell.slice(0, LETTERS_AT_MOST) : cell;
		this.bytes += 2 * kept.length;
		return kept;
	}

	/** Whether no more fits. */
	get isFull(): boolean {
		return this.bytes > BYTES_AT_MOST;
	}
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
