import { localized } from './labels.ts';
import type { Category, DataPackage, Field, Resource, Row, Table } from './types.ts';

const primary = (tag: string) => tag.split('-')[0] ?? tag;

/** Whether a package has its texts in a language; a region makes no difference. */
export function speaks(pkg: DataPackage, language: string): boolean {
	return (pkg.languages ?? ['en']).some((tag) => primary(tag) === primary(language));
}

/** Whether a value of the descriptor is one text in several languages, of which one is the main language. */
function isTextByLanguage(
	value: object,
	[main, ...others]: readonly string[]
): value is Record<string, string> {
	const entries = Object.entries(value);
	return (
		entries.some(([key]) => primary(key) === main) &&
		entries.every(([key, text]) => [main, ...others].includes(primary(key)) && typeof text === 'string')
	);
}

/** @param languages of the package without their regions, the main one first */
function resolved(value: unknown, language: string, languages: readonly string[]): unknown {
	if (Array.isArray(value)) return value.map((each) => resolved(each, language, languages));
	if (typeof value !== 'object' || value === null) return value;
	if (isTextByLanguage(value, languages)) return localized(value, language);
	return Object.fromEntries(
		Object.entries(value).map(([key, child]) => [key, resolved(child, language, languages)])
	);
}

/** A field whose texts are in another language than the reader's has no role: it is a column like any other. */
function withoutOtherNotes(resource: Resource, language: string, main: string): Resource {
	const languageOf = (field: Field) => primary(field.language ?? main);
	const notes = resource.schema.fields.filter((field) => field.role === 'note');
	if (!notes.some((field) => languageOf(field) === primary(language))) return resource;
	const fields = resource.schema.fields.map((field) => {
		if (field.role !== 'note' || languageOf(field) === primary(language)) return field;
		const { role, ...rest } = field;
		return role ? rest : field;
	});
	return { ...resource, schema: { ...resource.schema, fields } };
}

/** Places that stand in the alphabet of the main language stand in that of the reader's; other orders mean something. */
function alphabetical(field: Field, original: Field | undefined, language: string, main: string): Field {
	const names = (original?.categories ?? []).flatMap(({ kind, label, value }) =>
		kind === undefined ? [localized(label ?? value, main)] : []
	);
	const isSorted = names.every(
		(name, at) => at === 0 || (names[at - 1] ?? '').localeCompare(name, main) <= 0
	);
	if (field.role !== 'place' || names.length < 3 || !isSorted || primary(language) === main) return field;
	const named = field.categories?.filter(({ kind }) => kind === undefined) ?? [];
	const label = ({ label, value }: Category) => localized(label ?? value, language);
	const sorted = named.toSorted((one, other) => label(one).localeCompare(label(other), language));
	const categories = field.categories?.map((each) =>
		each.kind === undefined ? (sorted.shift() ?? each) : each
	);
	return { ...field, ...(categories ? { categories } : {}) };
}

/**
 * A package as a reader of one language sees it: every text that stands in several languages becomes the one in that
 * language (or, where it has none, as `localized` chooses), notes in other languages lose their role, and places in
 * the order of the alphabet stand in that of the language.
 * @param language a tag such as `en` or `es-US`
 */
export function inLanguage(pkg: DataPackage, language: string): DataPackage {
	const languages = (pkg.languages ?? ['en']).map(primary);
	const [main = 'en'] = languages;
	const found = resolved(pkg, language, languages) as DataPackage;
	return {
		...found,
		resources: found.resources.map((resource, at) => {
			const originals = pkg.resources[at]?.schema.fields ?? [];
			const fields = resource.schema.fields.map((field, index) =>
				alphabetical(field, originals[index], language, main)
			);
			return withoutOtherNotes({ ...resource, schema: { ...resource.schema, fields } }, language, main);
		})
	};
}

/**
 * A table as a reader of one language sees it: where a column without a role has a sibling in that language (`terms_es`
 * beside `terms`), its texts are the sibling's.
 */
export function tableInLanguage(table: Table, language: string): Table {
	const { fields } = table.resource.schema;
	const pairs = fields.flatMap((field) => {
		const own = field.language;
		if (!own || field.role || primary(own) !== primary(language)) return [];
		const base = fields.find(({ name }) => field.name === `${name}_${own}`);
		return base ? [{ from: field.name, to: base.name }] : [];
	});
	if (!pairs.length) return table;
	const read = (row: Row): Row => ({
		...row,
		...Object.fromEntries(pairs.map(({ from, to }) => [to, row[from] ?? row[to] ?? null]))
	});
	return { ...table, rows: table.rows.map(read) };
}

/**
 * The language of a column's texts where it is not that of the page: of a column that names it, and of one in the main
 * language that has a sibling in another. Undefined where it is the page's, or no language at all.
 * @param main main language of the package
 * @param language that the page is read in
 */
export function columnLanguage(
	fields: Field[],
	field: Field,
	main: string,
	language: string
): string | undefined {
	const isPage = (tag: string) => primary(tag) === primary(language);
	if (field.language) return isPage(field.language) ? undefined : field.language;
	const siblings = fields.filter((each) => each.language && each.name === `${field.name}_${each.language}`);
	// Texts without a role were replaced by those of the sibling when the table was read.
	const isReplaced = siblings.some((each) => !each.role && isPage(each.language ?? main));
	return siblings.length && !isReplaced && !isPage(main) ? main : undefined;
}
