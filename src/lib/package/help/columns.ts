import type { Field, HelpKind, HelpLine } from '../types.ts';
import { offer } from '../fault.ts';

/** Columns of one text each, by the property that they fill. */
const PLAIN = {
	country: 'country',
	kind: 'kind',
	phone: 'phone',
	text_number: 'text',
	text_word: 'textWord',
	tty: 'tty',
	chat: 'chat',
	url: 'url',
	verified_on: 'verifiedOn',
	source: 'source'
} as const satisfies Record<string, keyof HelpLine>;

/** Columns that may stand once a language, `hours` and `hours_es`. */
const WORDS = ['name', 'hours', 'languages', 'for'] as const satisfies (keyof HelpLine)[];

const NEEDED = ['country', 'kind', 'name'];
const KINDS: readonly HelpKind[] = ['emergency', 'trafficking', 'victims', 'children', 'other'];

/** What a column holds: a property of a line, in a language where it has several. */
export type HelpColumn =
	| { column: string; property: (typeof PLAIN)[keyof typeof PLAIN] }
	| { column: string; property: (typeof WORDS)[number]; language: string };

/** What a column of the file holds; undefined where it is none of its columns. */
export function helpColumn(column: string, mainLanguage: string): HelpColumn | undefined {
	if (Object.hasOwn(PLAIN, column)) return { column, property: PLAIN[column as keyof typeof PLAIN] };
	const [, word, language = mainLanguage] = /^([a-z]+)(?:_([a-z]{2,3}))?$/.exec(column) ?? [];
	const property = WORDS.find((each) => each === word);
	return property && { column, property, language };
}

/**
 * What is wrong with a column of the file; undefined where nothing is.
 * @param languages of the package without their regions, the main one first
 */
export function columnFault(
	column: string,
	languages: readonly [main: string, ...others: string[]]
): { rule: string; mend: string } | undefined {
	const found = helpColumn(column, languages[0]);
	if (!found) {
		const mend = offer(column, [...Object.keys(PLAIN), ...WORDS]);
		return { rule: 'a file of help lines has no such column', mend };
	}
	if (!('language' in found) || column === found.property) return undefined;
	if (found.language === languages[0]) {
		const rule = 'texts in the main language stand in a column without a language';
		return { rule, mend: `call it ${found.property}` };
	}
	if (languages.includes(found.language)) return undefined;
	const rule = 'the package does not name this language';
	return { rule, mend: `add "${found.language}" to languages, or remove the column` };
}

/** The columns of the file as a schema, in the order of its header, and those that it lacks and needs. */
export function helpFields(header: readonly string[]): Field[] {
	const missing = NEEDED.filter((name) => !header.includes(name));
	return [...header, ...missing].map((name): Field => {
		const constraints = { required: NEEDED.includes(name) };
		if (name === 'kind') {
			const categories = KINDS.map((value) => ({ value, label: value }));
			return { name, type: 'string', constraints, categories };
		}
		return { name, type: name === 'verified_on' ? 'date' : 'string', constraints };
	});
}
