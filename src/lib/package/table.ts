import Papa from 'papaparse';
import { valueField } from './labels.ts';
import { cellReader, type CellFault, type CellReader } from './table/cell.ts';
import { FaultList } from './table/fault-list.ts';
import { readHeader, type Header } from './table/header.ts';
import { keyFaults } from './table/keys.ts';
import { readStatus, statusOf } from './table/status.ts';
import { decodeText } from './text.ts';
import type { Fault, Field, Resource, Row, Status, Table } from './types.ts';

interface Column {
	field: Field;
	/** Where its cells stand in a row; -1 where the column is missing. */
	position: number;
	read: CellReader;
}

/** Reads rows of one table by its schema. */
class RowReader {
	readonly rows: Row[] = [];
	readonly lines: number[] = [];
	private readonly columns: Column[];
	private readonly value: Column | undefined;
	private readonly status: Column | undefined;

	constructor(
		resource: Resource,
		private readonly header: Header,
		private readonly list: FaultList
	) {
		const { schema } = resource;
		const facts = valueField(resource) !== undefined;
		this.columns = schema.fields.map((field, index) => {
			const key = schema.primaryKey?.includes(field.name) === true;
			const required = key || (field.constraints?.required ?? (facts && field.role === 'source'));
			return { field, position: header.positions[index] ?? -1, read: cellReader(field, schema, required) };
		});
		this.value = this.columns.find(({ field }) => field.role === 'value');
		this.status = this.columns.find(({ field }) => field.role === 'status');
	}

	read(cells: readonly string[], line: number): void {
		const { width } = this.header;
		if (cells.every((cell) => cell === '')) {
			this.list.add({ row: line, rule: 'the line is empty', mend: 'remove it' });
			return;
		}
		if (cells.length !== width) {
			const rule = `the line has ${cells.length === 1 ? 'one cell' : `${cells.length} cells`}, the header ${width}`;
			const mend = 'count its commas; a text with a comma stands in double quotes';
			this.list.add({ row: line, value: cells.join(','), rule, mend });
			return;
		}
		const row: Row = {};
		for (const column of this.columns) {
			const { field, position } = column;
			if (column === this.value || column === this.status) continue;
			const text = cells[position];
			if (text === undefined) {
				row[field.name] = null;
				continue;
			}
			const { cell, fault } = column.read(text);
			row[field.name] = cell;
			if (fault) this.say(line, field, text, fault);
		}
		this.readFigure(cells, line, row);
		this.rows.push(row);
		this.lines.push(line);
	}

	private say(row: number, field: Field, value: string, fault: CellFault): void {
		this.list.add({ row, column: field.name, value, ...fault });
	}

	/** The status column and the figure, which must agree. */
	private readFigure(cells: readonly string[], line: number, row: Row): void {
		const statusText = this.status && cells[this.status.position];
		let beside: Status = '';
		if (this.status) {
			const reading = readStatus(statusText ?? '');
			beside = reading.status;
			row[this.status.field.name] = beside;
			if (reading.fault) this.say(line, this.status.field, statusText ?? '', reading.fault);
		}
		if (!this.value) return;
		const { field, position, read } = this.value;
		const text = cells[position] ?? '';
		row[field.name] = null;
		row.status = beside;
		if (position === -1) return;
		const reading = read(text);
		// An empty figure needs no marker of its own where the status column says why it is empty.
		const explained = text === '' && beside !== '';
		if (reading.fault && !explained) {
			this.say(line, field, text, reading.fault);
			return;
		}
		const { status, fault } = statusOf(explained ? '' : reading.marker, beside);
		if (fault) this.say(line, field, text, fault);
		row.status = status;
		row[field.name] = reading.cell;
	}
}

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
