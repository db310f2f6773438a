import { dimensionsOf, labelOf, localized, totalCategory } from '../package/labels.ts';
import type { Field, Resource, Text } from '../package/types.ts';
import { RATE_PER } from '../stats/rate.ts';
import { m } from '../words/index.ts';
import { formatList, formatNumber } from '../words/numbers.ts';
import type { Member } from './dimensions.ts';
import type { CubeQuery, CubeRefusal, RefusalCode } from './types.ts';

const LISTED_AT_MOST = 12;

/** A refusal with its reason in words. */
export function refuse(query: CubeQuery, code: RefusalCode, reason: string, field?: string): CubeRefusal {
	return { refused: true, query, code, ...(field === undefined ? {} : { field }), reason };
}

/** The words for a field. */
function titleOf(field: Field): string {
	return localized(field.title ?? field.name);
}

/** Names in a row; a long list is cut and says how many more there are. */
function list(names: string[]): string {
	const shown = names.slice(0, LISTED_AT_MOST);
	const more = names.length - shown.length;
	return formatList(more ? [...shown, m.cube_more({ count: more })] : shown);
}

function valuesOf(resource: Resource, field: Field, members?: Member[]): string {
	const values = members ?? field.categories?.map((category) => category.value) ?? [];
	return list(values.map((value) => labelOf(resource, field.name, value)));
}

/** A text of the descriptor as a whole sentence. */
function sentence(text: Text): string {
	const plain = localized(text).trim();
	return /[.!?]$/.test(plain) ? plain : `${plain}.`;
}

/** There is no such table. */
export function unknownTable(query: CubeQuery, resources: Resource[]): CubeRefusal {
	const names = list(resources.map((resource) => resource.name));
	return refuse(query, 'unknown-table', m.cube_refused_unknown_table({ name: query.table, names }));
}

/** The table holds no figures. */
export function noFigures(query: CubeQuery, resource: Resource): CubeRefusal {
	return refuse(query, 'unknown-field', m.cube_refused_no_figures({ table: localized(resource.title) }));
}

/** The table has no such dimension. */
export function unknownField(query: CubeQuery, resource: Resource, name: string): CubeRefusal {
	const names = list(dimensionsOf(resource).map(titleOf));
	const table = localized(resource.title);
	return refuse(query, 'unknown-field', m.cube_refused_unknown_field({ table, name, names }), name);
}

/** The field has no such value, or the value is of another type. */
export function unknownValue(query: CubeQuery, resource: Resource, field: Field, value: Member): CubeRefusal {
	const words = { field: titleOf(field), value: String(value) };
	const reason = field.categories
		? m.cube_refused_unknown_value({ ...words, values: valuesOf(resource, field) })
		: m.cube_refused_not_number(words);
	return refuse(query, 'unknown-value', reason, field.name);
}

/** A filter that accepts nothing. */
export function noValue(query: CubeQuery, field: Field): CubeRefusal {
	return refuse(query, 'unknown-value', m.cube_refused_no_value({ field: titleOf(field) }), field.name);
}

/** Several measures, bases or units in one figure. */
export function mixed(query: CubeQuery, resource: Resource, field: Field, members?: Member[]): CubeRefusal {
	const words = { table: localized(resource.title), values: valuesOf(resource, field, members) };
	if (field.role === 'basis')
		return refuse(query, 'mixed-basis', m.cube_refused_mixed_basis(words), field.name);
	if (field.role === 'unit') return refuse(query, 'mixed-unit', m.cube_refused_mixed_unit(words), field.name);
	return refuse(query, 'mixed-measure', m.cube_refused_mixed_measure(words), field.name);
}

/** A sum that no rule allows, with the rule's reason and what can be asked instead. */
export function notAdditive(query: CubeQuery, field: Field, reason: Text): CubeRefusal {
	const title = titleOf(field);
	const total = totalCategory(field);
	const offer = total
		? m.cube_offer_total({ field: title, total: localized(total.label) })
		: m.cube_offer_one({ field: title });
	const words = m.cube_refused_not_additive({ field: title, reason: sentence(reason), offer });
	return refuse(query, 'not-additive', words, field.name);
}

/** A total or an overlapping value among the parts of a sum. */
export function overlap(query: CubeQuery, resource: Resource, field: Field, member: Member): CubeRefusal {
	const value = labelOf(resource, field.name, member);
	return refuse(query, 'not-additive', m.cube_refused_overlap({ value, field: titleOf(field) }), field.name);
}

/** Shares over a dimension whose values must not be added up. */
export function shareNotAdditive(query: CubeQuery, field: Field, reason: Text): CubeRefusal {
	const words = m.cube_refused_share_not_additive({ field: titleOf(field), reason: sentence(reason) });
	return refuse(query, 'not-additive', words, field.name);
}

/** Shares of a total that is not published. */
export function noPublishedTotal(query: CubeQuery, field: Field): CubeRefusal {
	const words = m.cube_refused_no_published_total({ field: titleOf(field) });
	return refuse(query, 'no-published-total', words, field.name);
}

/** Rates of a table without residents. */
export function noPopulation(query: CubeQuery, resource: Resource): CubeRefusal {
	const words = { table: localized(resource.title), per: formatNumber(RATE_PER) };
	return refuse(query, 'no-population', m.cube_refused_no_population(words));
}

/** A rate over several places or times at once. */
export function noPlaceForRate(query: CubeQuery, field: Field): CubeRefusal {
	return refuse(
		query,
		'no-population',
		m.cube_refused_rate_of_several({ field: titleOf(field) }),
		field.name
	);
}
