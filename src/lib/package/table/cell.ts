import type { Cell, Field, Schema } from '../types.ts';
import { isDay } from '../dates.ts';
import { fiscalName, fiscalStart } from '../fiscal.ts';
import { LONGEST_MATCHED } from '../descriptor/pattern.ts';
import { listed, offer } from '../fault.ts';
import { plainNumber } from '../plain-number.ts';

/** What is wrong with a cell; its place is added where it is reported. */
export interface CellFault {
	rule: string;
	mend: string;
}

/** What a cell turned out to be: its value, or a fault; `marker` where a missing value stands in it. */
interface CellReading {
	cell: Cell;
	marker?: string;
	fault?: CellFault;
}

/** Reads the text of a cell. */
export type CellReader = (text: string) => CellReading;

const FIRST_YEAR = 1800;
const LAST_YEAR = 2200;

const bad = (rule: string, mend: string): CellReading => ({ cell: null, fault: { rule, mend } });

/** Why a text is not a plain number. */
function notANumber(text: string, whole: boolean, missing: readonly string[]): CellReading {
	const trimmed = text.trim();
	const needed = whole ? 'a whole number is needed here' : 'a number is needed here';
	if (trimmed !== text && plainNumber(trimmed) !== undefined) {
		return bad('a number stands without spaces around it', `write ${trimmed}`);
	}
	if (
		/^-?\d{1,3}([,. \u00a0\u202f'’])\d{3}(\1\d{3})*(\.\d+)?$/u.test(trimmed) &&
		plainNumber(trimmed) === undefined
	) {
		return bad(
			'a number is written without a thousands separator',
			`write ${trimmed.replaceAll(/[^\d-]/g, '')}`
		);
	}
	if (/^-?\d+,\d+$/.test(trimmed)) {
		return bad('the decimal mark is a point', `write ${trimmed.replace(',', '.')}`);
	}
	if (/^-?0\d+$/.test(trimmed)) {
		return bad('a number is written without leading zeros', `write ${String(Number(trimmed))}`);
	}
	if (trimmed.endsWith('%')) return bad(needed, 'write the number without %');
	if (/\d/.test(trimmed)) return bad(needed, 'write digits only, such as 1234');
	const markers = missing.filter((value) => value !== '');
	return bad(
		'this is neither a number nor a marker of this column',
		markers.length > 0
			? `write the number or ${listed(markers)}`
			: 'write the number, or list the marker under missingValues'
	);
}

function readNumber(text: string, whole: boolean, missing: readonly string[]): CellReading {
	const number = plainNumber(text);
	if (number === undefined) return notANumber(text, whole, missing);
	if (whole && !Number.isInteger(number)) {
		if (/^-?\d{1,3}\.\d{3}$/.test(text)) {
			return bad(
				'a whole number is needed here',
				`write ${text.replace('.', '')} if the point parts thousands`
			);
		}
		return bad(
			'a whole number is needed here',
			`write ${String(Math.round(number))} if that is what was counted`
		);
	}
	if (!Number.isFinite(number) || Math.abs(number) > Number.MAX_SAFE_INTEGER) {
		return bad('the number is too large to be kept exactly', 'look whether digits were joined');
	}
	return { cell: number };
}

/** A year near enough to be meant, where the descriptor gives no bounds of its own. */
function readYear(year: number, field: Field): CellReading {
	const { minimum = FIRST_YEAR, maximum = LAST_YEAR } = field.constraints ?? {};
	if ((year < FIRST_YEAR && minimum === FIRST_YEAR) || (year > LAST_YEAR && maximum === LAST_YEAR)) {
		const mend = 'correct it, or give the field a minimum and maximum';
		return bad(`a year lies between ${FIRST_YEAR} and ${LAST_YEAR}`, mend);
	}
	return { cell: year };
}

function readFiscalYear(text: string): CellReading {
	if (fiscalStart(text) !== undefined) return { cell: text };
	const start = /^\d{4}/.exec(text)?.[0];
	const mend = `write it as ${fiscalName(Number(start ?? 2021))}`;
	return bad('a fiscal year names the years in which it begins and ends', mend);
}

function readTyped(text: string, field: Field, missing: readonly string[]): CellReading {
	switch (field.type) {
		case 'integer':
			return readNumber(text, true, missing);
		case 'number':
			return readNumber(text, false, missing);
		case 'year':
			if (/^\d{4}$/.test(text)) return readYear(Number(text), field);
			return bad('a year has four digits', 'write it as 2016');
		case 'date':
			if (isDay(text)) return { cell: text };
			return bad('this is not a day of the calendar', 'write it as 2026-08-31');
		default:
			return field.yearStarts === undefined ? { cell: text } : readFiscalYear(text);
	}
}

/** Negative where a cell is below a bound, positive where above; dates compare as text. */
function against(cell: string | number, bound: number | string): number {
	if (typeof cell === 'number') return cell - Number(bound);
	return cell < String(bound) ? -1 : Number(cell > String(bound));
}

function boundsFault(cell: Cell, field: Field): CellFault | undefined {
	const { minimum, maximum } = field.constraints ?? {};
	if (cell === null) return undefined;
	if (minimum !== undefined && against(cell, minimum) < 0) {
		return { rule: `the least allowed here is ${minimum}`, mend: 'correct the value' };
	}
	if (maximum !== undefined && against(cell, maximum) > 0) {
		return { rule: `the most allowed here is ${maximum}`, mend: 'correct the value' };
	}
	// A figure counts something unless the descriptor gives it another lower bound.
	const counts = field.role === 'value' || field.role === 'denominator';
	if (counts && minimum === undefined && typeof cell === 'number' && cell < 0) {
		return { rule: 'a count is never negative', mend: 'correct it, or give the field a minimum' };
	}
	return undefined;
}

/** Texts that stand for a missing value in a field. */
function missingValuesOf(field: Field, schema: Schema): string[] {
	return (field.missingValues ?? schema.missingValues ?? []).map((each) => each.value);
}

/**
 * Reads the cells of one column: missing values become null with their marker, numbers and years
 * become numbers, other types stay text; an empty cell is null unless it is needed.
 *
 * @param required whether a missing value is a fault; an empty figure is one unless '' is a missing value
 */
export function cellReader(field: Field, schema: Schema, required: boolean): CellReader {
	const missing = missingValuesOf(field, schema);
	const missingSet = new Set(missing);
	const codes = field.categories?.map((category) => category.value);
	const codeSet = codes && new Set(codes);
	const pattern = field.constraints?.pattern && new RegExp(`^(?:${field.constraints.pattern})$`, 'u');
	const mendEmpty =
		field.role === 'value' ? 'write the figure or why there is none, such as [x]' : 'fill the cell in';
	return (text) => {
		if (missingSet.has(text)) {
			if (!required) return { cell: null, marker: text };
			return bad('this column may not have missing values', 'fill the cell in, or drop "required"');
		}
		if (text === '') {
			if (!required && field.role !== 'value') return { cell: null };
			return bad('this cell may not be empty', mendEmpty);
		}
		if (codeSet && !codeSet.has(text)) {
			return bad('this is not one of the categories of the column', offer(text, codes ?? []));
		}
		const reading = readTyped(text, field, missing);
		if (reading.fault) return reading;
		const fault = boundsFault(reading.cell, field);
		if (fault) return { cell: null, fault };
		if (pattern && text.length > LONGEST_MATCHED) {
			return bad(`a text with a form has ${LONGEST_MATCHED} characters at most`, 'shorten it');
		}
		if (pattern && !pattern.test(text)) {
			return bad('this does not have the form of the column', `follow the pattern ${pattern.source}`);
		}
		return reading;
	};
}
