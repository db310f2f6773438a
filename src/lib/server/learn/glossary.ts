import { noteDefinitions, packageTerms, type DataPackage, type Term } from '../../package/index.ts';
import { LANGUAGE } from '../../words/language.ts';
import { plainText } from './markdown.ts';
import { learnText, rawText, type LearnText } from './text.ts';

/** Everything that the page of the glossary shows. */
export interface Glossary {
	/** What this site counts: the definitions of the package and its measures. */
	counted: Term[];
	/** Terms of the field and of statistics, a text with a part a term. */
	field: LearnText;
}

/** The terms of the text that the package does not define itself, in alphabetical order. */
function fieldSource(source: string, own: ReadonlySet<string>): string {
	const { about, sections } = rawText(source);
	const head = Object.entries(about).map(([name, words]) => `${name}: ${words}`);
	const kept = sections
		.filter(({ id }) => !own.has(id))
		.sort((one, other) => one.title.localeCompare(other.title, about['language']));
	const parts = kept.map(({ id, title, text }) => `## ${title} {#${id}}\n\n${text}`);
	return ['---', ...head, '---', '', ...parts].join('\n');
}

/** Short texts of all terms by their anchors: what a tooltip says. */
export function shortTerms(source: string, pkg: DataPackage): Map<string, string> {
	const field = rawText(source).sections.map(({ id, text }): [string, string] => [
		id,
		plainText(text.split(/\n{2,}/)[0] ?? '')
	]);
	const own = packageTerms(pkg).map(({ id, text, counted }): [string, string] => [
		id,
		counted.length === 1 ? (counted[0]?.text ?? text) : text
	]);
	return new Map([...field, ...own]);
}

/**
 * The glossary from its text and the package; of a term that both explain, the package's words count.
 * @param notes the text with the sources
 * @param absent paths of pages that this package has not
 */
export function glossaryOf(
	source: string,
	notes: string,
	pkg: DataPackage,
	absent: ReadonlySet<string>
): Glossary {
	const counted = packageTerms(pkg).sort((one, other) => one.term.localeCompare(other.term, LANGUAGE));
	const own = new Set(counted.map(({ id }) => id));
	return {
		counted,
		field: learnText(fieldSource(source, own), noteDefinitions(notes), {
			terms: shortTerms(source, pkg),
			absent
		})
	};
}
