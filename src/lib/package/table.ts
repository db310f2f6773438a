import Papa from 'papaparse';
import type { CellFault } from './table/cell.ts';
import { FaultList } from './table/fault-list.ts';
import { readHeader } from './table/header.ts';
import { keyFaults } from './table/keys.ts';
import { RowReader } from './table/row.ts';
import { decodeText } from './text.ts';
import type { Fault, Resource, Table } from './types.ts';

const QUOTES: Record<string, CellFault> = {
	MissingQuotes: {
		rule: 'a text in double quotes is not closed',
		mend: 'close it; double quotes within are doubled'
	},
	InvalidQuotes: {
		rule: 'double quotes stand in the middle of a cell',
		mend: 'quote the whole cell, and double them'
	}
};

function lineEndsIn(cells: readonly string[]): number {
	let ends = 0;
	for (const cell of cells) {
		for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) ends++;
	}
	return ends;
}

/** What reading one file gave; no table where its header or its bytes could not be read. */
export interface ReadTable {
	table?: Table;
	faults: Fault[];
}

/**
 * Reads one CSV file (UTF-8, commas, a header) by its schema into typed rows, with all its faults at
 * once. A faulty cell is null in its row; lines that are empty or ragged give no row. Line ends within a
 * quoted cell become `\n`.
 */
export function readTable(resource: Resource, bytes: Uint8Array): ReadTable {
	const file = resource.path;
	const { fields } = resource.schema;
	const head = fields.map((field) => field.name).join(',');
	const decoded = decodeText(file, bytes);
	if ('fault' in decoded) return { faults: [decoded.fault] };
	const { text } = decoded;
	if (text.trim() === '') {
		return {
			faults: [{ file, rule: 'the file is empty', mend: `write the header ${head} and at least one row` }]
		};
	}
	const list = new FaultList(file);
	let reader: RowReader | undefined;
	let fatal = false;
	let line = 1;
	const body = text.endsWith('\n') ? text.slice(0, -1) : text;
	Papa.parse<string[]>(body, {
		delimiter: ',',
		newline: '\n',
		dynamicTyping: false,
		step: ({ data: cells, errors }, parser) => {
			const start = line;
			line += 1 + lineEndsIn(cells);
			const quotes = errors.map((error) => QUOTES[error.code]).find((known) => known !== undefined);
			if (quotes) {
				list.add({ row: start, value: cells.join(','), ...quotes });
				fatal ||= !reader;
			} else if (reader) {
				reader.read(cells, start);
			} else {
				const header = readHeader(file, cells, fields);
				header.faults.forEach((fault) => list.add(fault));
				fatal = header.fatal;
				reader = new RowReader(resource, header, list);
			}
			if (fatal || list.full) parser.abort();
		}
	});
	if (fatal || !reader) return { faults: list.faults };
	const table: Table = { resource, rows: reader.rows, lines: reader.lines };
	if (table.rows.length === 0 && list.faults.length === 0) {
		list.add({
			row: 2,
			rule: 'the file has no rows below its header',
			mend: 'add them, or remove the table'
		});
	}
	return {
		table,
		faults: [...list.faults, ...keyFaults(table)].sort((one, two) => (one.row ?? 0) - (two.row ?? 0))
	};
}
