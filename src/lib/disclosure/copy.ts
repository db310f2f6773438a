import Papa from 'papaparse';
import { fieldByRole, valueField } from '../package/labels.ts';
import type { DataPackage, Table } from '../package/types.ts';
import { derivedFrom, tellingColumns, tellingDenominator } from './beside.ts';
import { versionTables } from './earlier.ts';
import { settingsOf } from './settings.ts';
import type { System } from './types.ts';
import { withheldVersions } from './versions.ts';

/**
 * Rows of a table whose figure is withheld: those of withheld cells, what was computed from them, and, in the table
 * of versions, every version of them.
 */
export function hiddenRows(
	pkg: DataPackage,
	table: Table,
	tables: Record<string, Table>,
	system: System
): Set<number> {
	const { resource, rows } = table;
	const at = system.cellOf.get(resource.name) ?? [];
	const hidden = new Set<number>();
	rows.forEach((row, index) => {
		const id = at[index];
		if (row.status === '[c]' || (id !== undefined && system.cells[id]?.hidden)) hidden.add(index);
	});
	if (versionTables(pkg).has(resource.name)) {
		for (const index of withheldVersions(pkg, tables, system, table).keys()) hidden.add(index);
	}
	const derived = derivedFrom(table, settingsOf(pkg, resource));
	for (const [index, bases] of derived) if (bases.some((base) => hidden.has(base))) hidden.add(index);
	return hidden;
}

/** A table as it is published. */
export interface ProtectedTable {
	csv: string;
	/** The same rows as data, in the order of the file. */
	table: Table;
	hidden: number;
	/** Columns with cells that must be emptied but may not be. */
	stuck: string[];
}

/**
 * The CSV of a table in which some figures are withheld: `[c]` stands for them, cells beside them that could
 * carry the number are empty, all denominators of a table with withheld figures too (one can be the count that is
 * withheld in another row), and rows stand in the order of their keys,
 * so that their order says nothing of their values.
 * @param text of the file as it was read
 * @param hidden rows, by their place in the table
 */
export function protectedTable(
	pkg: DataPackage,
	table: Table,
	text: string,
	hidden: ReadonlySet<number>
): ProtectedTable {
	const { resource } = table;
	const settings = settingsOf(pkg, resource);
	const [header = [], ...lines] = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
		delimiter: ',',
		skipEmptyLines: true
	}).data;
	const column = (name: string | undefined) => (name === undefined ? -1 : header.indexOf(name));
	const value = valueField(resource)?.name ?? '';
	const status = fieldByRole(resource, 'status')?.name;
	const denominator = tellingDenominator(table, settings);
	const telling = tellingColumns(table, settings);
	const stuck = new Set<string>();
	const empty = (cells: string[], name: string, required: boolean | undefined) => {
		const at = column(name);
		if (at < 0 || !cells[at]) return;
		if (required) stuck.add(name);
		else cells[at] = '';
	};
	const written = lines.map((line, index) => {
		const cells = [...line];
		const row = { ...table.rows[index] };
		const of = denominator && row[denominator.name];
		const isSmallOf = typeof of === 'number' && of > 0 && of < settings.threshold;
		if (denominator && (hidden.size > 0 || isSmallOf)) {
			empty(cells, denominator.name, denominator.constraints?.required);
			row[denominator.name] = null;
		}
		if (hidden.has(index)) {
			cells[column(value)] = '[c]';
			row[value] = null;
			row.status = '[c]';
			if (status !== undefined) {
				cells[column(status)] = '[c]';
				row[status] = '[c]';
			}
			for (const field of telling) {
				empty(cells, field.name, field.constraints?.required);
				row[field.name] = null;
			}
		}
		const key = (resource.schema.primaryKey ?? []).map((name) => cells[column(name)] ?? '');
		return { cells, row, key };
	});
	written.sort((one, two) => {
		const at = one.key.findIndex((each, index) => each !== two.key[index]);
		return at < 0 ? 0 : (one.key[at] ?? '') < (two.key[at] ?? '') ? -1 : 1;
	});
	return {
		csv: `${Papa.unparse([header, ...written.map(({ cells }) => cells)], { newline: '\n' })}\n`,
		table: { resource, rows: written.map(({ row }) => row), lines: written.map((_, index) => index + 2) },
		hidden: hidden.size,
		stuck: [...stuck]
	};
}
