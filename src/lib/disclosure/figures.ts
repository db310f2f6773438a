import {
	dimensionsOf,
	fieldByRole,
	fieldsByRole,
	localized,
	totalCategory,
	valueField
} from '../package/labels.ts';
import type { DataPackage, Field, Resource, Row, Table } from '../package/types.ts';
import { isEarlier, presentName, versionTables } from './earlier.ts';
import { isControlled, settingsOf } from './settings.ts';
import type { Standing, SystemCell } from './types.ts';

/** The dimensions of a row that name no total, sorted by field: what the figure is about. */
function pairsOf(resource: Resource, row: Row): [field: string, value: string][] {
	const isTotal = (field: Field, value: string) =>
		field.categories?.some((category) => category.kind === 'total' && category.value === value) === true;
	return dimensionsOf(resource)
		.map((field): [Field, string] => [field, String(row[field.name] ?? '')])
		.filter(([field, value]) => !isTotal(field, value))
		.map(([field, value]): [string, string] => [field.name, value])
		.sort(([one], [two]) => (one < two ? -1 : 1));
}

/**
 * What makes two rows the same figure, in whichever tables they stand: scope, unit, and every dimension by the
 * name of its field, totals left out. A table of all forms and one that knows no forms mean the same figure.
 * @param span told apart from others where the row is a total over time
 */
function identityOf(pkg: DataPackage, resource: Resource, row: Row, span: string): string {
	const ofAllTimes = fieldsByRole(resource, 'time').some(
		(field) => String(row[field.name] ?? '') === totalCategory(field)?.value
	);
	const unit = fieldByRole(resource, 'unit');
	const scope = localized(resource.scope ?? pkg.scope);
	const pairs = pairsOf(resource, row).filter(([name]) => name !== unit?.name);
	return JSON.stringify([scope, unit ? row[unit.name] : resource.unit, pairs, ofAllTimes ? span : '']);
}

/** The times of a table of an earlier release where its successor has others: its all-years totals are other figures. */
function spanOf({ resource, rows }: Table, tables: Record<string, Table>): string {
	const now = isEarlier(resource.name) ? tables[presentName(resource.name)] : undefined;
	const timesOf = (all: readonly Row[]) =>
		fieldsByRole(resource, 'time')
			.map(({ name }) => [...new Set(all.map((row) => String(row[name] ?? '')))].sort().join())
			.join(';');
	const span = timesOf(rows);
	return !now || timesOf(now.rows) === span ? '' : span;
}

/** Where a row of a table stands. */
export function standingOf(table: Table, row: number): Standing {
	const { resource, rows, lines } = table;
	const key = dimensionsOf(resource).map((field) => `${field.name} ${String(rows[row]?.[field.name] ?? '')}`);
	const hidden = rows[row]?.status === '[c]';
	return { table: resource.name, file: resource.path, row, hidden, line: lines?.[row], key: key.join(', ') };
}

/** What stands in a row: a cell, nothing that is known (undefined), or `none`, which counts as 0 in a sum. */
export type FigureAt = number | 'none' | undefined;

/** The figures of a package as cells. */
export interface Figures {
	cells: SystemCell[];
	/** For each table, what each of its rows has. */
	at: Map<string, FigureAt[]>;
	/** Cells of one figure to which two tables give different numbers. */
	conflicts: [SystemCell, SystemCell][];
}

/** Gathers the figures of all tables; equal figures of two tables become one cell. */
export function figuresOf(pkg: DataPackage, tables: Record<string, Table>): Figures {
	const cells: SystemCell[] = [];
	const conflicts: Figures['conflicts'] = [];
	const at = new Map<string, FigureAt[]>();
	const known = new Map<string, SystemCell[]>();
	const versions = versionTables(pkg);
	for (const table of Object.values(tables)) {
		const { resource, rows } = table;
		const value = valueField(resource);
		if (!value) continue;
		const span = spanOf(table, tables);
		const settings = settingsOf(pkg, resource);
		const denominator = fieldByRole(resource, 'denominator')?.name ?? '';
		// Denominators that protection empties bound nothing for whoever reads the copy.
		const isOfKnown = settings.mode !== 'protect' || settings.harmless?.includes(denominator);
		at.set(
			resource.name,
			rows.map((row, index): FigureAt => {
				const number = typeof row[value.name] === 'number' ? Number(row[value.name]) : null;
				const hidden = number === null && row.status === '[c]';
				if (number === null && !hidden) return row.status === '[z]' ? 'none' : undefined;
				const controlled = value.type === 'integer' && isControlled(settings, row);
				const of = row[denominator];
				const cell: SystemCell = {
					id: cells.length,
					standings: [standingOf(table, index)],
					value: number,
					hidden,
					shown: number !== null,
					pinned: number !== null && settings.mode !== 'protect',
					mode: settings.mode,
					controlled,
					threshold: settings.threshold,
					zeros: settings.zeros,
					least: settings.zeros === 'published' && hidden ? 1 : 0,
					most: isOfKnown && typeof of === 'number' ? of : Infinity,
					weight: 1
				};
				// Each row of a table of versions is a figure of its own: none of them is the one in use.
				const isVersion = versions.has(resource.name);
				const identity = isVersion ? `${resource.name}:${index}` : identityOf(pkg, resource, row, span);
				const same = known.get(identity) ?? [];
				const equal = same.find((each) => each.value === null || number === null || each.value === number);
				if (equal) {
					join(equal, cell);
					return equal.id;
				}
				if (same[0]) conflicts.push([same[0], cell]);
				known.set(identity, [...same, cell]);
				cells.push(cell);
				return cell.id;
			})
		);
	}
	return { cells, at, conflicts };
}

const STRICTNESS = { off: 0, inform: 1, protect: 2 } as const;

/** Adds to a cell what another table says of the same figure: the stricter setting of each holds. */
function join(cell: SystemCell, other: SystemCell): void {
	cell.standings.push(...other.standings);
	cell.value ??= other.value;
	cell.hidden ||= other.hidden;
	cell.shown ||= other.shown;
	cell.pinned ||= other.pinned;
	cell.controlled ||= other.controlled;
	if (STRICTNESS[other.mode] > STRICTNESS[cell.mode]) cell.mode = other.mode;
	cell.threshold = Math.max(cell.threshold, other.threshold);
	if (other.zeros === 'withheld') cell.zeros = 'withheld';
	cell.least = cell.hidden && cell.zeros === 'published' ? 1 : 0;
	cell.most = Math.min(cell.most, other.most);
}
