import { inSlice } from '../package/additivity.ts';
import { dimensionsOf, fieldByRole, valueField } from '../package/labels.ts';
import type { DataPackage, Field, Row, Table } from '../package/types.ts';
import { standingOf } from './figures.ts';
import { settingsOf, type TableSettings } from './settings.ts';
import type { Finding } from './types.ts';

const isNumber = ({ type }: Field) => type === 'integer' || type === 'number';

/**
 * Texts without a role that follow from one dimension: the name of a state beside its code. A number that does so
 * can be a sum of what is withheld.
 */
function followsKey({ resource, rows }: Table, field: Field): boolean {
	if (isNumber(field)) return false;
	return dimensionsOf(resource).some(({ name }) => {
		const known = new Map<unknown, unknown>();
		let repeats = false;
		for (const row of rows) {
			const key = row[name];
			if (known.has(key)) repeats = true;
			if (known.has(key) && known.get(key) !== row[field.name]) return false;
			known.set(key, row[field.name]);
		}
		return repeats;
	});
}

/**
 * Columns that may say something of a figure in their row: notes, the column for what a figure is (`more than`),
 * every number without a role, and every free text that does not follow from one dimension of the row.
 */
export function tellingColumns(table: Table, settings: TableSettings): Field[] {
	const { fields, primaryKey = [], foreignKeys = [] } = table.resource.schema;
	const linked = new Set([...primaryKey, ...foreignKeys.flatMap((key) => key.fields)]);
	return fields.filter((field) => {
		if (linked.has(field.name) || settings.harmless?.includes(field.name)) return false;
		if (field.role === 'note') return true;
		if (field.role !== undefined) return false;
		return !followsKey(table, field);
	});
}

/**
 * The column of denominators, where it may stand beside withheld figures only if the descriptor calls it harmless: the
 * 30 of "26 of 30" can be the very count that is withheld in another row.
 */
export function tellingDenominator({ resource }: Table, settings: TableSettings): Field | undefined {
	const field = fieldByRole(resource, 'denominator');
	return field && settings.harmless?.includes(field.name) ? undefined : field;
}

/** For each row that was computed from other ones of its table, those. */
export function derivedFrom(table: Table, settings: TableSettings): Map<number, number[]> {
	const found = new Map<number, number[]>();
	const { resource, rows } = table;
	const unit = fieldByRole(resource, 'unit')?.name;
	const names = dimensionsOf(resource).flatMap(({ name }) => (name === unit ? [] : [name]));
	const keyOf = (row: Row, of: Record<string, string> = {}) =>
		JSON.stringify(names.map((name) => of[name] ?? String(row[name] ?? '')));
	for (const { where, of } of settings.derived ?? []) {
		const bases = new Map<string, number>();
		rows.forEach((row, index) => {
			const isBase = Object.entries(of).every(([name, value]) => String(row[name] ?? '') === value);
			if (isBase) bases.set(keyOf(row), index);
		});
		rows.forEach((row, index) => {
			const base = inSlice(row, where) ? bases.get(keyOf(row, of)) : undefined;
			if (base !== undefined && base !== index) found.set(index, [...(found.get(index) ?? []), base]);
		});
	}
	return found;
}

/** Figures that must be withheld because of what they were computed from, and columns beside withheld figures. */
export function besideFindings(pkg: DataPackage, tables: Record<string, Table>): Finding[] {
	return Object.values(tables).flatMap((table): Finding[] => {
		const { resource, rows } = table;
		const settings = settingsOf(pkg, resource);
		const value = valueField(resource)?.name;
		if (settings.mode === 'off' || value === undefined) return [];
		const { mode, threshold } = settings;
		const isHidden = (index: number) => rows[index]?.status === '[c]' && rows[index][value] === null;
		const derived = [...derivedFrom(table, settings)].flatMap(([index, bases]): Finding[] => {
			if (!bases.some(isHidden) || typeof rows[index]?.[value] !== 'number') return [];
			return [{ kind: 'derived', mode, at: standingOf(table, index), threshold }];
		});
		const numbers = tellingColumns(table, settings).filter(isNumber);
		const denominator = rows.some((_, index) => isHidden(index)) && tellingDenominator(table, settings);
		const of = denominator ? rows.findIndex((row) => row[denominator.name] !== null) : -1;
		const divided = denominator && of >= 0 ? [{ column: denominator.name, at: standingOf(table, of) }] : [];
		const beside = rows.flatMap((row, index): Finding[] => {
			if (!isHidden(index)) return [];
			return numbers.flatMap((field): Finding[] => {
				if (row[field.name] === null) return [];
				return [{ kind: 'beside', mode, at: standingOf(table, index), column: field.name, threshold }];
			});
		});
		return [
			...derived,
			...beside,
			...divided.map((where): Finding => ({ kind: 'denominator', mode, ...where, threshold }))
		];
	});
}
