import type { Cell, Fault, Row, Table } from '../types.ts';
import { offer } from '../fault.ts';
import { FaultList } from './fault-list.ts';

const SEPARATOR = '\u0001';
/** Above this many known keys a nearest match is not looked for. */
const MOST_OFFERED = 2000;

/** One text for the cells of a key; undefined where one of them is null. */
function keyOf(row: Row, fields: readonly string[]): string | undefined {
	const cells: Cell[] = [];
	for (const field of fields) {
		const cell = row[field] ?? null;
		if (cell === null) return undefined;
		cells.push(cell);
	}
	return cells.join(SEPARATOR);
}

const told = (key: string) => key.replaceAll(SEPARATOR, ' / ');

/** Rows that share a primary key, or a value of a unique column; rows with a null in it are passed over. */
export function keyFaults(table: Table): Fault[] {
	const { fields, primaryKey } = table.resource.schema;
	const list = new FaultList(table.resource.path);
	const unique = fields.filter((field) => field.constraints?.unique).map((field) => [field.name]);
	for (const key of [...(primaryKey ? [primaryKey] : []), ...unique]) {
		const seen = new Map<string, number>();
		table.rows.forEach((row, index) => {
			const value = keyOf(row, key);
			if (value === undefined) return;
			const line = table.lines?.[index];
			const first = seen.get(value);
			if (first === undefined) {
				seen.set(value, index);
				return;
			}
			list.add({
				row: line,
				column: key.join('+'),
				value: told(value),
				rule: 'two rows have the same key',
				mend: `line ${table.lines?.[first] ?? first + 2} has it too; correct or remove one of them`
			});
		});
	}
	return list.faults;
}

/**
 * Cells that name no row of the table they point to. Keys to a table that is not there are passed over:
 * that is a fault of its own.
 */
export function foreignKeyFaults(tables: Record<string, Table>): Fault[] {
	return Object.values(tables).flatMap((table) => {
		const list = new FaultList(table.resource.path);
		for (const { fields, reference } of table.resource.schema.foreignKeys ?? []) {
			const target = Object.hasOwn(tables, reference.resource) ? tables[reference.resource] : undefined;
			if (!target) continue;
			const known = new Set(target.rows.map((row) => keyOf(row, reference.fields)));
			const offered =
				known.size > MOST_OFFERED ? [] : [...known].filter((key) => key !== undefined).map(told);
			table.rows.forEach((row, index) => {
				const key = keyOf(row, fields);
				if (key === undefined || known.has(key) || list.full) return;
				const near = offer(told(key), offered);
				list.add({
					row: table.lines?.[index],
					column: fields.join('+'),
					value: told(key),
					rule: `this is not listed in ${reference.resource}`,
					mend: `add it to ${target.resource.path}, or ${near}`
				});
			});
		}
		return list.faults;
	});
}
