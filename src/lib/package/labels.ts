import type { Category, Cell, Field, Resource, Role, Status, Text } from './types.ts';

/** What each marker means, as faults say it; `''` is a figure as published. Readers have `statusWords` of charts. */
export const MARKERS: Record<Status, string> = {
	'': 'as published',
	'[c]': 'withheld for privacy',
	'[x]': 'not available',
	'[z]': 'not applicable',
	'[b]': 'break in series',
	'[p]': 'provisional',
	'[r]': 'revised',
	'[u]': 'low reliability',
	'[e]': 'estimated'
};

/** Markers that stand in place of a number. */
export const NO_NUMBER: readonly Status[] = ['[c]', '[x]', '[z]'];

/** Whether a text is one of the markers, or `''`. */
export function isStatus(value: unknown): value is Status {
	return typeof value === 'string' && Object.hasOwn(MARKERS, value);
}

/**
 * A text of the descriptor in one language: the locale itself (`es-MX`), its language (`es`), English,
 * or else the first language that is there.
 */
export function localized(text: Text, locale = 'en'): string {
	if (typeof text === 'string') return text;
	for (const language of [locale, locale.split('-')[0] ?? locale, 'en']) {
		const found = Object.hasOwn(text, language) ? text[language] : undefined;
		if (found !== undefined) return found;
	}
	return Object.values(text)[0] ?? '';
}

/** The first field with a role, in schema order. */
export function fieldByRole(resource: Resource, role: Role): Field | undefined {
	return resource.schema.fields.find((field) => field.role === role);
}

/** All fields with a role, in schema order. */
export function fieldsByRole(resource: Resource, role: Role): Field[] {
	return resource.schema.fields.filter((field) => field.role === role);
}

/** A field by its name. */
export function fieldByName(resource: Resource, name: string): Field | undefined {
	return resource.schema.fields.find((field) => field.name === name);
}

/** Roles whose fields tell one figure from another. */
export const DIMENSION_ROLES: readonly Role[] = ['time', 'place', 'category', 'measure', 'unit', 'basis'];

/** Fields that tell one figure of the table from another, in schema order. */
export function dimensionsOf(resource: Resource): Field[] {
	return resource.schema.fields.filter((field) => field.role && DIMENSION_ROLES.includes(field.role));
}

/** The field of the figures; a table without one is a reference table. */
export function valueField(resource: Resource): Field | undefined {
	return fieldByRole(resource, 'value');
}

/** The label of a cell's category, or the cell itself as text (`''` for null). */
export function labelOf(resource: Resource, field: string, value: Cell, locale?: string): string {
	if (value === null) return '';
	const code = String(value);
	const category = fieldByName(resource, field)?.categories?.find((each) => each.value === code);
	return category ? localized(category.label, locale) : code;
}

/** How the unit of a whole table is called; `''` where its rows name their units. */
export function unitName(resource: Resource): string {
	return localized(resource.unitLabel ?? resource.unit ?? '');
}

/** The category that is the published total over the field. */
export function totalCategory(field: Field): Category | undefined {
	return field.categories?.find((category) => category.kind === 'total');
}

/** The categories that are neither a total, nor overlap others, nor stand for unknown. */
export function plainCategories(field: Field): Category[] {
	return field.categories?.filter((category) => category.kind === undefined) ?? [];
}
