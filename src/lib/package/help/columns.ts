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

/** How to mend the name of a column that is none. */
export function mendColumn(column: string): string {
	return offer(column, [...Object.keys(PLAIN), ...WORDS]);
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
