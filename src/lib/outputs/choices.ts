import type { CubeQuery } from '../cube/types.ts';
import { dimensionsOf, labelOf, localized, unitName } from '../package/index.ts';
import { m } from '../words/index.ts';
import type { Cell, Field, Resource, Role } from '../package/types.ts';

/** What a question pins to one value: a unit, a basis, a year, a group. */
export interface FixedChoice {
	field: string;
	role: Role | undefined;
	value: string;
	/** The column's title. */
	title: string;
	label: string;
}

function asked(field: Field, query: CubeQuery): (string | number)[] {
	const own = query.filters?.[field.name];
	if (field.role === 'measure') return query.measure ?? own ?? [];
	if (field.role === 'basis') return query.basis ?? own ?? [];
	if (field.role === 'unit') return query.unit ?? own ?? [];
	return own ?? [];
}

/** The dimensions that a question pins to one value, in the table's order, and the table's own unit. */
export function fixedChoices(resource: Resource, query: CubeQuery): FixedChoice[] {
	const pinned = dimensionsOf(resource).flatMap((field): FixedChoice[] => {
		if (query.dimensions.includes(field.name)) return [];
		const only = field.categories?.length === 1 ? field.categories.map(({ value }) => value) : [];
		const [value, ...others] = asked(field, query).length ? asked(field, query) : only;
		if (value === undefined || others.length) return [];
		return [
			{
				field: field.name,
				role: field.role,
				value: String(value),
				title: localized(field.title ?? field.name),
				label: labelOf(resource, field.name, value)
			}
		];
	});
	if (!resource.unit || pinned.some(({ role }) => role === 'unit')) return pinned;
	return [
		...pinned,
		{
			field: 'unit',
			role: 'unit',
			value: resource.unit,
			title: m.pages_file_unit(),
			label: unitName(resource)
		}
	];
}

/** The label of a row's value in a dimension; years stay numbers. */
export function rowLabel(resource: Resource, field: string, value: string | number | undefined): Cell {
	if (value === undefined) return null;
	return typeof value === 'number' ? value : labelOf(resource, field, value);
}
