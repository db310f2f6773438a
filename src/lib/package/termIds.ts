import { localized } from './labels.ts';
import type { DataPackage } from './types.ts';

/** The anchors of the terms of a package. */
export interface TermIds {
	/** One for each definition, in their order. */
	definitions: string[];
	/** Those of codes that no definition explains. */
	codes: Map<string, string>;
}

/** An anchor from a code or a word of any script: `by_year` is `by-year`. Empty where it has no letter or digit. */
export function termId(text: string): string {
	const plain = text
		.normalize('NFD')
		.replaceAll(/[\u0300-\u036f]/g, '')
		.normalize('NFC');
	return plain
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
		.replaceAll(/^-|-$/g, '');
}

/**
 * Anchors of which no two are equal. The ids that definitions name stay as they are, then codes choose, then the terms
 * of the other definitions in the main language of the package.
 * @param codes that the package describes
 */
export function termIds({ definitions = [], languages }: DataPackage, codes: readonly string[]): TermIds {
	const taken = new Set(definitions.flatMap(({ id }) => id ?? []));
	const free = (wanted: string) => {
		let id = wanted;
		for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
		taken.add(id);
		return id;
	};
	const explained = new Set(definitions.flatMap((definition) => definition.codes ?? []));
	const others = codes.filter((code) => !explained.has(code));
	return {
		codes: new Map(others.map((code, index) => [code, free(termId(code) || `code-${index + 1}`)])),
		definitions: definitions.map(
			({ id, term }, index) => id ?? free(termId(localized(term, languages?.[0])) || `term-${index + 1}`)
		)
	};
}
