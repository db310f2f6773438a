import type { Fault } from '../types.ts';
import { describeTable, type WrittenTable } from './describe.ts';
import { describePackage, describeSources } from './describePackage.ts';
import { writeJson } from './json.ts';
import { isRecords } from './tableQuestions.ts';
import { leftAsRecords } from './leftOut.ts';
import { withScopes } from './scopes.ts';
import { tidy } from './tidy.ts';
import { twiceFaults } from './twice.ts';
import type { Answers, Findings, LeftOut, Proposal } from './types.ts';

function quoted(cell: string): string {
	return /[",\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Rows as CSV with a header; `\n` ends each line. */
export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
	return [header, ...rows].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

/** What was left out as a table, to keep beside the package. */
export function leftOutCsv(leftOut: readonly LeftOut[], why: (each: LeftOut) => string): string {
	const rows = leftOut.map((each) => [
		each.file,
		each.row === undefined ? '' : String(each.row),
		each.column ?? '',
		each.value ?? '',
		each.cells === undefined ? '' : String(each.cells),
		why(each)
	]);
	return csvOf(['file', 'row', 'column', 'value', 'cells', 'why'], rows);
}

function helpLines(answers: Answers): string {
	const { 'help.country': country = '', 'help.name': name = '', 'help.phone': phone = '' } = answers;
	return csvOf(['country', 'kind', 'name', 'phone'], [[country, 'other', name, phone]]);
}

/**
 * The package that findings and answers make: its files by path, and everything of the files that is not in it.
 * Without a table there is no file.
 */
export function propose(findings: Findings, answers: Answers): Proposal {
	const leftOut = [...findings.leftOut];
	const taken = findings.tables.filter((table) => {
		if (!isRecords(table, answers)) return true;
		leftOut.push(...leftAsRecords(table));
		return false;
	});
	const names = [...new Set(taken.map(({ file }) => file))];
	const idOf = (file: string) => `file_${names.indexOf(file) + 1}`;
	const described: WrittenTable[] = [];
	const twice: Fault[] = [];
	for (const table of taken) {
		const tidied = tidy(table, answers);
		leftOut.push(...tidied.leftOut);
		if (!table.isFurther) twice.push(...twiceFaults(tidied));
		if (tidied.rows.length > 0) described.push(describeTable(tidied, answers, idOf(table.file)));
	}
	const files = new Map<string, Uint8Array>();
	const { tables, apart } = withScopes(described);
	if (tables.length === 0) return { files, leftOut, twice, apart, tables: [] };
	const sources = names.map((file) => ({ id: idOf(file), file }));
	const all = [...tables, describeSources(sources, answers)];
	const encoder = new TextEncoder();
	const description = describePackage(
		all.map(({ resource }) => resource),
		answers
	);
	files.set('datapackage.json', encoder.encode(writeJson(description)));
	for (const { resource, rows } of all) {
		const header = resource.schema.fields.map(({ name }) => name);
		files.set(resource.path, encoder.encode(csvOf(header, rows)));
	}
	if (answers.help === 'yes') files.set('help_lines.csv', encoder.encode(helpLines(answers)));
	const written = tables.map(({ resource: { name, schema }, rows }) => ({
		name,
		header: schema.fields.map((field) => field.name),
		rows
	}));
	return { files, leftOut, twice, apart, tables: written };
}
