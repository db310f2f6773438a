import { valueField } from '../labels.ts';
import type { Resource, Row } from '../types.ts';

/** A key as one text, the same in both tables. */
export function keyOf(row: Row, fields: readonly string[]): string {
	return JSON.stringify(fields.map((name) => String(row[name] ?? '')));
}

/** Whether a figure is withheld for privacy. */
export const isHidden = (row: Row | undefined) => row?.['status'] === '[c]';

/** Whether a figure was published and is withheld now. */
export function isNewlyHidden(resource: Resource, before: Row | undefined, after: Row): boolean {
	const value = valueField(resource)?.name;
	return value !== undefined && isHidden(after) && typeof before?.[value] === 'number';
}
