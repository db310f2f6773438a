import { valueField } from '../labels.ts';
import type { Resource, Row, Table } from '../types.ts';
import { isHidden, isNewlyHidden, keyOf } from './figures.ts';
import { silenceOf, type Silence } from './silence.ts';
import type { CellChange, RowChange } from './types.ts';

/** The fields that tell the rows of a table apart; none where it has no key. */
export function keyFields({ schema }: Resource): string[] {
	return schema.primaryKey ?? [];
}

/** A cell as text; a figure with its marker, such as `12`, `12 [p]` or `[c]`. */
function cellText(resource: Resource, row: Row, field: string): string {
	const cell = row[field] ?? null;
	if (field !== valueField(resource)?.name) return cell === null ? '' : String(cell);
	const status = String(row['status'] ?? '');
	return cell === null ? status : [String(cell), status].filter(Boolean).join(' ');
}

/** Fields that are compared: those of both tables, the status with its figure. */
function commonFields(before: Resource, after: Resource): string[] {
	const there = new Set(before.schema.fields.map(({ name }) => name));
	return after.schema.fields
		.filter(({ name, role }) => there.has(name) && !(role === 'status' && valueField(after)))
		.map(({ name }) => name);
}

function changedCells(
	[before, after]: [Table, Table],
	[old, now]: [Row, Row],
	fields: string[],
	silence: Silence
): CellChange[] {
	return fields.flatMap((field) => {
		const [was, is] = [cellText(before.resource, old, field), cellText(after.resource, now, field)];
		if (was === is) return [];
		const isUnsaid = silence.isSilent(now) || isHidden(now);
		return [{ field, after: is, ...(isUnsaid ? {} : { before: was }) }];
	});
}

/** Rows by key, in their order. */
function byKey({ rows }: Table, fields: string[]): Map<string, Row> {
	return new Map(rows.map((row) => [keyOf(row, fields), row]));
}

function keyRecord(row: Row, fields: string[]): Record<string, string> {
	return Object.fromEntries(fields.map((name) => [name, String(row[name] ?? '')]));
}

/**
 * Rows that were added, removed or changed, in the order of the tables, those that were removed last. Rows are told apart
 * by the key of the later table, or, where it has none, by all their cells.
 * @param isSilent no earlier value is told at all
 */
export function compareRows(before: Table, after: Table, isSilent: boolean): RowChange[] {
	const fields = commonFields(before.resource, after.resource);
	const key = keyFields(after.resource);
	const names = key.length ? key : fields;
	const [old, now] = [byKey(before, names), byKey(after, names)];
	const silence = silenceOf(before, after, names, isSilent);
	const changes: RowChange[] = [];
	for (const [id, row] of now) {
		const earlier = old.get(id);
		if (!earlier) {
			const cells = fields
				.filter((field) => !names.includes(field))
				.map((field) => ({ field, after: cellText(after.resource, row, field) }))
				.filter((cell) => cell.after !== '');
			changes.push({ kind: 'added', key: keyRecord(row, names), cells });
			continue;
		}
		const cells = changedCells([before, after], [earlier, row], fields, silence);
		if (!cells.length) continue;
		const hidden = isNewlyHidden(after.resource, earlier, row) ? { hidden: true as const } : {};
		changes.push({ kind: 'changed', key: keyRecord(row, names), cells, ...hidden });
	}
	for (const [id, row] of old) {
		if (!now.has(id)) changes.push({ kind: 'removed', key: keyRecord(row, names), cells: [] });
	}
	return changes;
}
