import { DESCRIPTOR } from './descriptor.ts';
import { fieldByRole } from './labels.ts';
import { offer } from './fault.ts';
import type { DataPackage, Fault, Resource, Table } from './types.ts';

/** Tables of sources with the field that names a source: those that source fields point to. */
export function sourceTables(tables: Record<string, Table>): { table: Table; field: string }[] {
	const found = new Map<string, string>();
	for (const { resource } of Object.values(tables)) {
		const name = fieldByRole(resource, 'source')?.name;
		const key = resource.schema.foreignKeys?.find(({ fields }) => fields.length === 1 && fields[0] === name);
		const field = key?.reference.fields[0];
		if (key && field !== undefined) found.set(key.reference.resource, field);
	}
	return [...found].flatMap(([name, field]) => {
		const table = Object.hasOwn(tables, name) ? tables[name] : undefined;
		return table ? [{ table, field }] : [];
	});
}

/** Sources that the descriptor names (breaks, definitions, help lines) but no table of sources lists. */
export function sourceFaults(
	description: DataPackage,
	lines: Map<string, number>,
	tables: Record<string, Table>
): Fault[] {
	const listed = sourceTables(tables).flatMap(({ table, field }) =>
		table.rows.map((row) => String(row[field]))
	);
	if (listed.length === 0) return [];
	const known = new Set(listed);
	const named: [string, { source?: string }[] | undefined][] = [
		['breaks', description.breaks],
		['definitions', description.definitions],
		['helpLines', Array.isArray(description.helpLines) ? description.helpLines : []],
		...description.resources.map((resource, index): [string, Resource['breaks']] => [
			`resources[${index}].breaks`,
			resource.breaks
		])
	];
	return named.flatMap(([path, entries]) =>
		(entries ?? []).flatMap(({ source }, index) => {
			if (source === undefined || known.has(source)) return [];
			const column = `${path}[${index}].source`;
			const rule = 'this source is not listed';
			const mend = `add it to the table of sources, or ${offer(source, listed)}`;
			return [{ file: DESCRIPTOR, row: lines.get(column), column, value: source, rule, mend }];
		})
	);
}
