import { additivityOf, type Member } from '../../../cube/index.ts';
import { localized } from '../../../package/labels.ts';
import type { Field, Resource, Text } from '../../../package/types.ts';
import { m } from '../../../words/index.ts';
import type { SqlWarning } from '../types.ts';

const MIXED = {
	measure: 'mixed-measure',
	basis: 'mixed-basis',
	unit: 'mixed-unit'
} as const;

/** The title of a column, or its name. */
export function fieldTitle(field: Field): string {
	return field.title === undefined ? field.name : localized(field.title);
}

const tableTitle = (resource: Resource) => localized(resource.title);

function mixedText(kind: SqlWarning['kind'], words: { title: string; table: string; field: string }): string {
	if (kind === 'mixed-measure') return m.sql_warn_mixed_measure(words);
	return kind === 'mixed-basis' ? m.sql_warn_mixed_basis(words) : m.sql_warn_mixed_unit(words);
}

/** Why values of a field must not be put together where the others have one value each; undefined: they may. */
export function reasonAgainst(
	resource: Resource,
	field: Field,
	single: ReadonlyMap<string, Member>
): Text | undefined {
	const role = field.role;
	if (role === 'measure' || role === 'basis' || role === 'unit') return '';
	const additivity = additivityOf(resource, field.name, (name) => {
		const member = single.get(name);
		return member === undefined ? undefined : [member];
	});
	return additivity.additive ? undefined : additivity.reason;
}

/** The warning that values of a field are put together. */
export function togetherWarning(resource: Resource, field: Field, reason: Text): SqlWarning {
	const kind =
		field.role === 'measure' || field.role === 'basis' || field.role === 'unit'
			? MIXED[field.role]
			: 'non-additive';
	const words = { title: tableTitle(resource), table: resource.name, field: fieldTitle(field) };
	const text =
		kind === 'non-additive'
			? m.sql_warn_non_additive({ ...words, reason: localized(reason) })
			: mixedText(kind, words);
	return { kind, table: resource.name, field: field.name, text };
}

/** The warning that a total, or a value that overlaps others, is put together with them. */
export function overlapWarning(resource: Resource, field: Field, labels: string): SqlWarning {
	const words = { title: tableTitle(resource), table: resource.name, field: fieldTitle(field), labels };
	return { kind: 'non-additive', table: resource.name, field: field.name, text: m.sql_warn_overlap(words) };
}

/** The warning that withheld figures are left out of a sum. */
export function withheldWarning(resource: Resource, field: Field, count: number, exact: boolean): SqlWarning {
	const words = { title: tableTitle(resource), table: resource.name, count };
	const text = exact ? m.sql_warn_withheld(words) : m.sql_warn_withheld_up_to(words);
	return { kind: 'withheld', table: resource.name, field: field.name, text };
}

/** The warning that figures of two tables are put together. */
export function tablesWarning(
	one: { resource: Resource; unit: string | undefined },
	other: { resource: Resource; unit: string | undefined },
	field: Field
): SqlWarning {
	const isOtherUnit = one.unit !== other.unit;
	const words = {
		title: tableTitle(one.resource),
		table: one.resource.name,
		other: tableTitle(other.resource),
		otherTable: other.resource.name
	};
	return {
		kind: isOtherUnit ? 'mixed-unit' : 'mixed-measure',
		table: one.resource.name,
		field: field.name,
		text: m.sql_warn_tables(words)
	};
}

/** A warning as it is given where the statement could not be followed. */
export function asDoubt(warning: SqlWarning): SqlWarning {
	return { ...warning, text: m.sql_warn_not_followed({ warning: warning.text }) };
}

/** Warnings without those that say the same again. */
export function distinct(warnings: readonly SqlWarning[]): SqlWarning[] {
	return [...new Map(warnings.map((each) => [each.text, each])).values()];
}
