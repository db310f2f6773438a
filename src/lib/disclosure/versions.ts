import { dimensionsOf, fieldByRole, valueField } from '../package/labels.ts';
import { isPlain } from '../package/revisions.ts';
import type { DataPackage, Row, Table } from '../package/types.ts';
import { isEarlier, versionTables } from './earlier.ts';
import { standingOf } from './figures.ts';
import type { Finding, System, SystemCell } from './types.ts';

/** Whether a row of a table of versions is about the figure of a row of another table. */
function isSameFigure(pkg: DataPackage, versions: Table, version: Row, table: Table, row: Row): boolean {
	const { resource: of } = versions;
	const { resource } = table;
	if (of.scope !== undefined && resource.scope !== undefined && of.scope !== resource.scope) return false;
	const [unit, unitOf] = [fieldByRole(resource, 'unit'), fieldByRole(of, 'unit')];
	if ((unit ? row[unit.name] : resource.unit) !== (unitOf ? version[unitOf.name] : of.unit)) return false;
	const own = [pkg.revisions?.published, pkg.revisions?.standing, pkg.revisions?.quotedBy];
	const left = dimensionsOf(of).filter(({ name, role }) => role !== 'unit' && !own.includes(name));
	const right = dimensionsOf(resource).filter(({ role }) => role !== 'unit');
	const shared = new Set(
		left.map(({ name }) => name).filter((name) => right.some((each) => each.name === name))
	);
	const goesWithoutSaying = (fields: typeof left, values: Row) =>
		fields.every((field) => shared.has(field.name) || isPlain(field, values[field.name] ?? null));
	return (
		[...shared].every((name) => String(version[name] ?? '') === String(row[name] ?? '')) &&
		goesWithoutSaying(left, version) &&
		goesWithoutSaying(right, row)
	);
}

/** For each row of a table of versions that has a number of a withheld figure, that figure. */
export function withheldVersions(
	pkg: DataPackage,
	tables: Record<string, Table>,
	{ cells }: Pick<System, 'cells'>,
	versions: Table
): Map<number, SystemCell> {
	const value = valueField(versions.resource)?.name ?? '';
	const names = versionTables(pkg);
	const found = new Map<number, SystemCell>();
	for (const cell of cells) {
		if (!cell.hidden || !cell.controlled || cell.mode === 'off') continue;
		for (const { table: name, row: at } of cell.standings) {
			const table = tables[name];
			const row = table?.rows[at];
			if (!table || !row || names.has(name) || isEarlier(name)) continue;
			versions.rows.forEach((version, index) => {
				if (typeof version[value] !== 'number') return;
				if (isSameFigure(pkg, versions, version, table, row)) found.set(index, cell);
			});
		}
	}
	return found;
}

/** Numbers that the table of versions still has of figures that are withheld. */
export function versionFindings(pkg: DataPackage, tables: Record<string, Table>, system: System): Finding[] {
	return [...versionTables(pkg)].flatMap((name) => {
		const versions = tables[name];
		const value = versions && valueField(versions.resource);
		if (!versions || !value) return [];
		return [...withheldVersions(pkg, tables, system, versions)].flatMap(([index, cell]): Finding[] => {
			const present = cell.standings.find(({ table, hidden }) => hidden && !isEarlier(table));
			if (!present) return [];
			const { mode, threshold } = cell;
			const other = `${present.file}:${present.line ?? '-'}`;
			return [
				{ kind: 'older-version', mode, at: standingOf(versions, index), column: value.name, other, threshold }
			];
		});
	});
}
