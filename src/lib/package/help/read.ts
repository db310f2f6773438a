import Papa from 'papaparse';
import { readTable } from '../table.ts';
import { decodeText } from '../text.ts';
import type { Fault, HelpLine, Resource, Row } from '../types.ts';
import { columnFault, helpColumn, helpFields } from './columns.ts';
import { lineFaults } from './line.ts';

/** What reading a file of help lines gave. */
export interface ReadHelpLines {
	/** Emergency lines first, then in the order of the file. */
	lines: HelpLine[];
	faults: Fault[];
}

const STANDARD = ['country', 'kind', 'name', 'phone', 'url'];

/** The first line, or what a file ought to begin with where it names no column at all. */
function headerOf(file: string, bytes: Uint8Array, mainLanguage: string): string[] {
	const decoded = decodeText(file, bytes);
	if ('fault' in decoded) return STANDARD;
	const [header = []] = Papa.parse<string[]>(decoded.text, { delimiter: ',', preview: 1 }).data;
	return header.some((column) => helpColumn(column, mainLanguage)) ? [...new Set(header)] : STANDARD;
}

function resourceOf(path: string, header: readonly string[]): Resource {
	const words = 'Help lines';
	const schema = { fields: helpFields(header), primaryKey: ['country', 'name'] };
	return { name: 'help_lines', path, type: 'table', title: words, description: words, schema };
}

function lineOf(row: Row, header: readonly string[], mainLanguage: string): HelpLine {
	const line: Record<string, string | Record<string, string>> = { name: '' };
	for (const name of header) {
		const column = helpColumn(name, mainLanguage);
		const cell = row[name];
		if (!column || cell === null || cell === undefined) continue;
		const value = String(cell);
		if (!('language' in column)) {
			line[column.property] = value;
			continue;
		}
		const before = line[column.property];
		const texts = typeof before === 'object' ? before : {};
		line[column.property] = { ...texts, [column.language]: value };
	}
	return line as unknown as HelpLine;
}

/**
 * Reads the file of help lines: one row a line, texts of other languages in columns of their own (`hours_es`). All
 * faults at once, each with its row and column.
 * @param languages of the package; columns that name none are in the first
 */
export function readHelpLines(
	file: string,
	bytes: Uint8Array,
	languages: readonly string[] = []
): ReadHelpLines {
	const [mainLanguage = 'en', ...others] = languages.map((tag) => tag.split('-')[0] ?? tag);
	const header = headerOf(file, bytes, mainLanguage);
	const { table, faults } = readTable(resourceOf(file, header), bytes);
	const all = [...faults];
	for (const column of header) {
		const fault = columnFault(column, [mainLanguage, ...others]);
		if (fault) all.push({ file, row: 1, column, value: column, ...fault });
	}
	const lines = (table?.rows ?? []).map((row) => lineOf(row, header, mainLanguage));
	lines.forEach((line, index) => {
		all.push(...lineFaults(line).map((fault) => ({ file, row: table?.lines?.[index], ...fault })));
	});
	const rank = ({ kind }: HelpLine) => (kind === 'emergency' ? 0 : 1);
	return {
		lines: lines.toSorted((one, two) => rank(one) - rank(two)),
		faults: all.sort((one, two) => (one.row ?? 0) - (two.row ?? 0))
	};
}
