import { Faults, isBlank, rowFault } from './look.ts';
import { readValue, withoutMarker } from './values.ts';
import type { ColumnChoice, OwnFaults, OwnRule } from './types.ts';

const MOST_KNOWN = 10_000;
const FORMULA_KEPT = /^'[=+\-@\t\r\n]/;

function quoted(text: string): string {
	return /[",\n\r]|^\s|\s$|^#/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The names of the columns that choices give, in order. */
export function writtenNames(choices: readonly ColumnChoice[]): string[] {
	return choices.flatMap(({ name, statusName }) => (statusName === undefined ? [name] : [name, statusName]));
}

/**
 * Writes rows of the reader's file as the CSV that the database loads: a cell that is not of the chosen
 * type becomes empty and is a fault; nothing else changes but the spelling of numbers.
 */
export class Writer {
	rows = 0;
	private readonly list = new Faults();
	/** Cells that were read before, by column. */
	private readonly known: Map<string, string>[];

	/**
	 * @param width cells that a row must have
	 * @param safe whether the file writes an apostrophe before formula signs, as this site does
	 */
	constructor(
		private readonly choices: readonly ColumnChoice[],
		private readonly width: number,
		private readonly safe: boolean
	) {
		this.known = choices.map(() => new Map<string, string>());
	}

	get faults(): OwnFaults {
		return { first: this.list.first, count: this.list.count };
	}

	header(): string {
		return `${writtenNames(this.choices).map(quoted).join(',')}\n`;
	}

	/** One row as CSV; `''` for a row that is kept out. */
	row(cells: readonly string[], line: number, rule?: OwnRule): string {
		if (!rule && isBlank(cells, this.width)) return '';
		const fault = rowFault(cells, line, this.width, rule);
		if (fault) {
			this.list.add(fault);
			return '';
		}
		this.rows++;
		let text = '';
		this.choices.forEach((choice, index) => {
			const cell = cells[choice.index] ?? '';
			const known = this.known[index]?.get(cell);
			text += known ?? this.cell(choice, cell, line, this.known[index]);
		});
		const written = text.slice(1);
		return written === '' ? '""\n' : `${written}\n`;
	}

	private cell(choice: ColumnChoice, cell: string, line: number, known?: Map<string, string>): string {
		const { type, statusName } = choice;
		if (type === 'text') {
			if (cell.includes('\ufffd'))
				this.list.add({ line, column: choice.original, value: cell.slice(0, 200), rule: 'unreadable' });
			return `,${quoted(this.safe && FORMULA_KEPT.test(cell) ? cell.slice(1) : cell)}`;
		}
		const { text, marker } = statusName === undefined ? { text: cell, marker: '' } : withoutMarker(cell);
		const value = text === '' ? '' : readValue(type, text);
		if (value === undefined) {
			const rule = cell.includes('\ufffd') ? 'unreadable' : type;
			this.list.add({ line, column: choice.original, value: cell.slice(0, 200), rule });
		}
		const written = statusName === undefined ? `,${value ?? ''}` : `,${value ?? ''},${marker}`;
		if (value !== undefined && known && known.size < MOST_KNOWN) known.set(cell, written);
		return written;
	}
}
