import { localized, valueField } from '../../package/index.ts';
import type { DataPackage, Field, Resource, Row, Table } from '../../package/types.ts';
import type { FileTable } from '../files/types.ts';

function typeOf({ name, type }: Field, rows: readonly Row[]): FileTable['columns'][number]['type'] {
	if (type !== 'integer' && type !== 'number' && type !== 'year') return 'text';
	const cells = rows.map((row) => row[name] ?? null).filter((cell) => cell !== null);
	// A year can be one of another calendar, such as 2019/20.
	if (cells.some((cell) => typeof cell !== 'number')) return 'text';
	return type !== 'number' && cells.every((cell) => Number.isSafeInteger(cell)) ? 'whole' : 'decimal';
}

/** Columns of years that hold other texts than years of the calendar. */
export function textYears({ resource, rows }: Table): string[] {
	const years = resource.schema.fields.filter(({ type }) => type === 'year');
	return years.filter((field) => typeOf(field, rows) === 'text').map(({ name }) => name);
}

/** A whole table of the package as a file with types; the status of each figure stands right behind it. */
export function wholeTable(pkg: DataPackage, resource: Resource, table: Table): FileTable {
	const value = valueField(resource);
	const fields = resource.schema.fields.filter(({ role }) => !(value && role === 'status'));
	const columns = fields.flatMap((field): FileTable['columns'] => {
		const column = { name: field.name, type: typeOf(field, table.rows) };
		return field === value ? [column, { name: 'status', type: 'text' }] : [column];
	});
	return {
		title: localized(resource.title),
		name: resource.name,
		caveats: [
			localized(resource.scope ?? pkg.scope),
			localized(resource.limits ?? pkg.limits),
			...(resource.attribution ? [localized(resource.attribution)] : []),
			`${localized(pkg.title)}, ${pkg.version}, ${resource.asOf ?? pkg.asOf}`
		],
		columns,
		rows: table.rows.map((row) => columns.map(({ name }) => row[name] ?? (name === 'status' ? '' : null)))
	};
}
