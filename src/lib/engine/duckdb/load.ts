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

/** No extension is fetched from anywhere, and from here on no file or address is read but what a reader hands over. */
const LOCK = [
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

/** A cell as its type, NULL where a missing value stands in it. */
function typed(resource: Resource, field: Field): string {
	const type = field.role === 'value' || field.role === 'denominator' ? 'DOUBLE' : SQL_TYPES[field.type];
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

/** What is selected of a table's file, read as text throughout, so that it is the table that SQL sees. */
export function tableColumns(resource: Resource): string {
	const value = valueField(resource);
	const fields = resource.schema.fields.filter((field) => !value || field.name !== 'status');
	const selected = fields.map((field) => `${typed(resource, field)} AS ${quoted(field.name)}`);
	if (value) selected.push(`${statusColumn(resource, value)} AS status`);
	return selected.join(',\n\t');
}

/** Loads one table as its descriptor declares it, and counts its rows. */
export async function loadTable(
	connection: SqlConnection,
	resource: Resource,
	csv: Uint8Array
): Promise<number> {
	const bytes = withPlainLineEnds(csv);
	const header = headerOf(bytes);
	const absent = resource.schema.fields.find((field) => !header.includes(field.name));
	if (absent) throw new Error(`${resource.path} has no column ${absent.name}.`);
	const file = `load/${resource.name}.csv`;
	await connection.addFile(file, bytes);
	const declared = header.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
	const [created] = await connection.run(
		`CREATE TABLE ${quoted(resource.name)} AS SELECT ${tableColumns(resource)}
FROM read_csv(${literal(file)}, auto_detect=false, header=true, delim=',', quote='"', escape='"', nullstr='',
	strict_mode=true, columns={${declared}})`
	);
	await connection.dropFile(file);
	return Number(created?.['Count']);
}

/**
 * Loads every table of a package, then locks the database.
 * @param csv the bytes of each resource's file, by the resource's name
 * @returns the number of rows of each table
 * @throws if a file is not there, has no such columns, or has a cell of another type
 */
export async function loadPackageTables(
	connection: SqlConnection,
	resources: Resource[],
	csv: Record<string, Uint8Array>
): Promise<Record<string, number>> {
	await connection.run('SET autoload_known_extensions=false');
	const rows: Record<string, number> = {};
	for (const resource of resources) {
		const bytes = csv[resource.name];
		if (!bytes) throw new Error(`The file of ${resource.name} is not there.`);
		rows[resource.name] = await loadTable(connection, resource, bytes);
	}
	for (const statement of LOCK) await connection.run(statement);
	return rows;
}
