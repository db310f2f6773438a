import { valueField } from '../labels.ts';
import type { Field, Resource, Row, Status } from '../types.ts';
import { cellReader, type CellFault, type CellReader } from './cell.ts';
import type { FaultList } from './fault-list.ts';
import type { Header } from './header.ts';
import { readStatus, statusOf } from './status.ts';

interface Column {
	field: Field;
	/** Where its cells stand in a row; -1 where the column is missing. */
	position: number;
	read: CellReader;
}

/** Reads rows of one table by its schema. */
export class RowReader {
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
