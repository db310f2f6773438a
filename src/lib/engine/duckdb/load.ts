import { literal, quoted } from '../../cube/index.ts';
import { fieldByRole, isStatus, NO_NUMBER, valueField } from '../../package/labels.ts';
import type { Field, Resource } from '../../package/types.ts';
import type { SqlConnection } from './connection.ts';
import { headerOf, withPlainLineEnds } from './csv.ts';

const SQL_TYPES: Record<Field['type'], string> = {
	string: 'VARCHAR',
	any: 'VARCHAR',
	date: 'VARCHAR',
	year: 'INTEGER',
	integer: 'BIGINT',
	number: 'DOUBLE'
};

/** A folder that can be read after the lock, and in which no table of a reader's can lie: its name has no `/`. */
const FOLDER = 'upload/package';

/** No extension is fetched from anywhere, and no file or address is read but what is handed over. */
const LOCK = [
	'SET autoload_known_extensions=false',
	`SET allowed_directories=['upload/']`,
	'SET enable_external_access=false',
	'SET lock_configuration=true'
];

const listOf = (texts: readonly string[]) => texts.map(literal).join(', ');

function missingValues(resource: Resource, field: Field): string[] {
	return (field.missingValues ?? resource.schema.missingValues ?? [])
		.map((each) => each.value)
		.filter(Boolean);
}

function typeOf(field: Field): string {
	return field.role === 'value' || field.role === 'denominator' ? 'DOUBLE' : SQL_TYPES[field.type];
}

/** A cell as its type, NULL where a missing value stands in it. */
function typed(resource: Resource, field: Field): string {
	const type = typeOf(field);
	const column = quoted(field.name);
	const missing = missingValues(resource, field);
	const cell = missing.length ? `CASE WHEN ${column} NOT IN (${listOf(missing)}) THEN ${column} END` : column;
	return type === 'VARCHAR' ? cell : `CAST(${cell} AS ${type})`;
}

/** The marker of a figure, from its own cell or the status column beside it. */
function statusColumn(resource: Resource, value: Field): string {
	const beside = fieldByRole(resource, 'status');
	const marker = beside ? `coalesce(${quoted(beside.name)}, '')` : `''`;
	const column = quoted(value.name);
	const missing = missingValues(resource, value);
	const own = missing.filter(isStatus);
	return [
		`CASE WHEN ${column} IS NOT NULL AND ${missing.length ? `${column} NOT IN (${listOf(missing)})` : 'true'} THEN ${marker}`,
		own.length ? `WHEN ${column} IN (${listOf(own)}) THEN ${column}` : '',
		`WHEN ${marker} IN (${listOf(NO_NUMBER)}) THEN ${marker} ELSE '[x]' END`
	].join(' ');
}

/** A column of a table, as SQL sees it. */
interface TableColumn {
	name: string;
	type: string;
	/** How it is made of the file's columns, which are read as text throughout. */
	sql: string;
}

/** The columns of a table in the database, which its descriptor tells before the file is there. */
export function columnsOfTable(resource: Resource): TableColumn[] {
	const value = valueField(resource);
	const fields = resource.schema.fields.filter((field) => !value || field.name !== 'status');
	const columns = fields.map((field) => ({
		name: field.name,
		type: typeOf(field),
		sql: typed(resource, field)
	}));
	return value
		? [...columns, { name: 'status', type: 'VARCHAR', sql: statusColumn(resource, value) }]
		: columns;
}

/** What is selected of a table's file, so that it is the table that SQL sees. */
export function tableColumns(resource: Resource): string {
	return columnsOfTable(resource)
		.map(({ name, sql }) => `${sql} AS ${quoted(name)}`)
		.join(',\n\t');
}

/**
 * Loads one table as its descriptor declares it, into a locked database too, and counts its rows.
 * @throws if the file has no such columns, or a cell of another type; then the table is not there
 */
export async function loadTable(
	connection: SqlConnection,
	resource: Resource,
	csv: Uint8Array
): Promise<number> {
	const bytes = withPlainLineEnds(csv);
	const header = headerOf(bytes);
	const absent = resource.schema.fields.find((field) => !header.includes(field.name));
	if (absent) throw new Error(`${resource.path} has no column ${absent.name}.`);
	const file = `${FOLDER}/${resource.name}.csv`;
	await connection.addFile(file, bytes);
	const declared = header.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
	try {
		const [created] = await connection.run(
			`CREATE TABLE ${quoted(resource.name)} AS SELECT ${tableColumns(resource)}
FROM read_csv(${literal(file)}, auto_detect=false, header=true, delim=',', quote='"', escape='"', nullstr='',
	strict_mode=true, columns={${declared}})`
		);
		return Number(created?.['Count']);
	} finally {
		await connection.dropFile(file);
	}
}

/** Locks a database, so that a reader's SQL reaches nothing outside it. */
export async function lockDatabase(connection: SqlConnection): Promise<void> {
	for (const statement of LOCK) await connection.run(statement);
}
