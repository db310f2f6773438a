import { fieldByRole } from '../package/labels.ts';
import { plainNumber } from '../package/plain-number.ts';
import type { Category, Field, Resource } from '../package/types.ts';

/** A value of a dimension, as rows hold it: a number for number types, text otherwise. */
export type Member = string | number;

const NUMBER_TYPES: readonly Field['type'][] = ['integer', 'number', 'year'];

/** Whether rows hold the field's values as numbers. */
function isNumeric(field: Field): boolean {
	return NUMBER_TYPES.includes(field.type);
}

/** A value in the form in which rows of the field hold it; undefined for what the field's type cannot be. */
export function memberOf(field: Field, value: Member): Member | undefined {
	const text = String(value);
	if (!isNumeric(field)) return text;
	if (field.type === 'year') return /^\d{4}$/.test(text) ? Number(text) : undefined;
	const number = plainNumber(text);
	return field.type === 'integer' && !Number.isInteger(number) ? undefined : number;
}

/** Whether the field says what is counted, how, or in which unit; such values never join in one figure. */
export function isNeverSummed(field: Field): boolean {
	return field.role === 'measure' || field.role === 'basis' || field.role === 'unit';
}

/** The category that describes a value. */
export function categoryOf(field: Field, member: Member): Category | undefined {
	return field.categories?.find((category) => category.value === String(member));
}

/** Whether a value stands for others: a total over the field, or one that overlaps them. */
export function isAggregate(field: Field, member: Member): boolean {
	const kind = categoryOf(field, member)?.kind;
	return kind === 'total' || kind === 'composite';
}

/** The values that together may make up everything: plain and unknown ones; undefined for an open field. */
export function summableMembers(field: Field): Member[] | undefined {
	return field.categories
		?.filter((category) => category.kind === undefined || category.kind === 'unknown')
		.flatMap((category) => memberOf(field, category.value) ?? []);
}

/** The values that a limit on a field allows, against the table's own unit where it has no such column. */
export function fixedValue(resource: Resource, field: string): string | undefined {
	return field === 'unit' && !fieldByRole(resource, 'unit') ? resource.unit : undefined;
}
