import { fieldsByRole, localized } from './labels.ts';
import { termIds, type TermIds } from './termIds.ts';
import type { Category, DataPackage } from './types.ts';

/** A word with its meaning, as the glossary, tooltips, alt text and the dictionaries of tables have it. */
export interface Term {
	/** Its anchor in the glossary. */
	id: string;
	term: string;
	/** One plain text. */
	text: string;
	/** A `source_id`. */
	source?: string;
	/** What figures of its measures count, where they are described each for itself. */
	counted: { label: string; text: string }[];
}

/** A term of the data as a chart shows it beside a code. */
export interface CodeTerm {
	code: string;
	id: string;
	label: string;
	text: string;
}

/** Every measure that some table describes, once, in the order of the tables. */
function describedMeasures({ resources }: DataPackage): Map<string, Category> {
	const found = new Map<string, Category>();
	for (const resource of resources) {
		for (const category of fieldsByRole(resource, 'measure').flatMap((field) => field.categories ?? [])) {
			if (category.description && !found.has(category.value)) found.set(category.value, category);
		}
	}
	return found;
}

/** The anchors of the terms of a package, no two of them equal. */
function idsOf(pkg: DataPackage): TermIds {
	return termIds(pkg, [...describedMeasures(pkg).keys()]);
}

/** A package whose definitions all have an id, of texts in its main language where they name none. */
export function withTermIds(pkg: DataPackage): DataPackage {
	if (!pkg.definitions) return pkg;
	const ids = idsOf(pkg).definitions;
	return { ...pkg, definitions: pkg.definitions.map((each, index) => ({ ...each, id: ids[index] ?? '' })) };
}

/** The terms of a package: its definitions, then the measures that none of them names. */
export function packageTerms(pkg: DataPackage, locale?: string): Term[] {
	const measures = describedMeasures(pkg);
	const ids = idsOf(pkg);
	const defined = (pkg.definitions ?? []).map((definition, index): Term => {
		const term = localized(definition.term, locale);
		const counted = (definition.codes ?? []).flatMap((code) => {
			const { label, description } = measures.get(code) ?? {};
			return label && description
				? [{ label: localized(label, locale), text: localized(description, locale) }]
				: [];
		});
		return {
			id: ids.definitions[index] ?? '',
			term,
			text: localized(definition.text, locale),
			...(definition.source ? { source: definition.source } : {}),
			counted
		};
	});
	const others = [...measures.values()].filter(({ value }) => ids.codes.has(value));
	return [
		...defined,
		...others.map(({ value, label, description }): Term => ({
			id: ids.codes.get(value) ?? '',
			term: localized(label, locale),
			text: localized(description ?? '', locale),
			counted: []
		}))
	];
}

/** The string that says what a code of a measure or unit counts: its own description, else its definition. */
export function codeTerms(pkg: DataPackage, locale?: string): Map<string, CodeTerm> {
	const found = new Map<string, CodeTerm>();
	const ids = idsOf(pkg);
	for (const [code, { label, description }] of describedMeasures(pkg)) {
		const words = { label: localized(label, locale), text: localized(description ?? '', locale) };
		found.set(code, { code, id: ids.codes.get(code) ?? '', ...words });
	}
	for (const [index, definition] of (pkg.definitions ?? []).entries()) {
		const label = localized(definition.term, locale);
		const id = ids.definitions[index] ?? '';
		for (const code of definition.codes ?? []) {
			const own = found.get(code);
			found.set(code, own ? { ...own, id } : { code, id, label, text: localized(definition.text, locale) });
		}
	}
	return found;
}
