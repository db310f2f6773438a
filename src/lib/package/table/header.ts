import type { Fault, Field } from '../types.ts';
import { nearest } from '../fault.ts';

const OTHER_DELIMITERS: [string, string][] = [
	[';', 'semicolons'],
	['\t', 'tabs'],
	['|', 'vertical bars']
];

/** How the columns of a file stand to the fields of its schema. */
export interface Header {
	/** How many cells each row must have. */
	width: number;
	/** The position of each field in a row; -1 where its column is missing. */
	positions: number[];
	/** Empty where the header is right; `fatal` where the rows cannot be read by it. */
	faults: Fault[];
	fatal: boolean;
}

/** Faults of a header that names no field, or a single cell where fields are many. */
function unreadable(file: string, cells: readonly string[], names: readonly string[]): Fault | undefined {
	const line = cells.join(',');
	const at = { file, row: 1, value: line };
	if (cells[0]?.startsWith('#')) {
		return { ...at, rule: 'the header is the first line', mend: 'remove the lines that begin with #' };
	}
	const [delimiter, word] =
		OTHER_DELIMITERS.find(
			([mark]) => names.length > 1 && line.split(mark).some((name) => names.includes(name))
		) ?? [];
	if (delimiter !== undefined && !names.some((name) => cells.includes(name) && name.includes(delimiter))) {
		return {
			...at,
			rule: `the columns are parted by ${word}, but commas are needed`,
			mend: 'save it as comma-separated (in a spreadsheet: "CSV UTF-8")'
		};
	}
	if (cells.some((cell) => nearest(cell, names) !== undefined)) return undefined;
	return { ...at, rule: 'the first line does not name the columns', mend: `write ${names.join(',')}` };
}

/** Holds the header line against the fields of the schema. */
export function readHeader(file: string, cells: readonly string[], fields: readonly Field[]): Header {
	const names = fields.map((field) => field.name);
	const positions = names.map((name) => cells.indexOf(name));
	const header: Header = { width: cells.length, positions, faults: [], fatal: false };
	if (cells.length === names.length && cells.every((cell, index) => cell === names[index])) return header;
	const wrong = unreadable(file, cells, names);
	if (wrong) return { ...header, faults: [wrong], fatal: true };
	const missing = names.filter((name) => !cells.includes(name));
	const say = (column: string, rule: string, mend: string) => {
		header.faults.push({ file, row: 1, column, value: column, rule, mend });
	};
	cells.forEach((cell, index) => {
		if (cells.indexOf(cell) < index) {
			say(cell, 'a column stands twice in the header', 'remove or rename one of them');
		} else if (!names.includes(cell)) {
			const meant = nearest(cell, missing);
			say(
				cell,
				'the descriptor has no such column',
				meant ? `did you mean ${meant}?` : 'remove or describe it'
			);
		}
	});
	for (const name of missing) say(name, 'a column is missing', `add the column ${name}`);
	if (header.faults.length === 0) {
		header.faults.push({
			file,
			row: 1,
			value: cells.join(','),
			rule: 'the columns stand in another order than in the descriptor',
			mend: `order them as ${names.join(',')}`
		});
	}
	return header;
}
