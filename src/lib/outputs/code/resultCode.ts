import { quoted } from '../../cube/index.ts';
import { tableColumns } from '../../engine/duckdb/load.ts';
import type { SqlResult } from '../../engine/sql/types.ts';
import type { Resource } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import { comments, quotedText, sqlText } from './literals.ts';
import type { CodeSnippets } from './types.ts';

/** What the programs of a reader's SQL are made of. */
export interface ResultCodeOrder {
	result: SqlResult;
	/** Descriptors of the published tables. */
	resources: readonly Resource[];
	/** The full address of a table's published file. */
	addressOf: (table: string) => string;
	/** Lines that go with the figures. */
	caveats: readonly string[];
}

const isNamed = (sql: string, name: string) => sql.toLowerCase().includes(name.toLowerCase());

function viewSql(resource: Resource, address: string): string {
	return `CREATE VIEW ${quoted(resource.name)} AS SELECT ${tableColumns(resource)}
FROM read_csv(${sqlText(address)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`;
}

/** Text over several lines as R and Python take it, one literal a line. */
function lines(text: string, indent: string): string {
	return text
		.split(/\r\n|[\r\n]/)
		.map((line) => `${indent}${quotedText(line)}`)
		.join(',\n');
}

function rCode(views: string[], sql: string): string {
	const run = (text: string) => `paste(c(\n${lines(text, '  ')}\n), collapse = "\\n")`;
	return [
		'con <- DBI::dbConnect(duckdb::duckdb())\n',
		...views.map((view) => `DBI::dbExecute(con, ${run(view)})\n`),
		`result <- DBI::dbGetQuery(con, ${run(sql)})\nprint(result)\n`
	].join('\n');
}

function pythonCode(views: string[], sql: string): string {
	const run = (text: string) => `"\\n".join([\n${lines(text, '    ')}\n])`;
	return [
		'import duckdb\n\ncon = duckdb.connect()\n',
		...views.map((view) => `con.execute(${run(view)})\n`),
		`print(con.execute(${run(sql)}).df())\n`
	].join('\n');
}

/** Programs that run a reader's SQL over the published files. */
export function codeOfResult({ result, resources, addressOf, caveats }: ResultCodeOrder): CodeSnippets {
	const sql = result.sql.trim().replace(/(\s*;)+$/, '');
	const views = resources
		.filter(({ name }) => isNamed([...result.made, sql].join('\n'), name))
		.map((resource) => viewSql(resource, addressOf(resource.name)));
	const made = [...views, ...result.made];
	const head = [
		...result.warnings.map(({ text }) => m.files_result_warning({ text })),
		...result.own.map((table) => m.files_code_own({ table }))
	];
	const written = (sign: string, program: string) =>
		[comments(sign, head), program, comments(sign, [m.files_code_about(), ...caveats])]
			.filter(Boolean)
			.join('\n\n')
			.concat('\n');
	return {
		r: written('#', rCode(made, sql)),
		python: written('#', pythonCode(made, sql)),
		duckdb: written('--', [...made, sql].map((each) => `${each}\n;\n`).join('\n'))
	};
}
