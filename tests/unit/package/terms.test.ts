import { expect, it } from 'vitest';
import { codeTerms, inLanguage, packageTerms, withTermIds } from '../../../src/lib/package/index.ts';
import type { DataPackage } from '../../../src/lib/package/types.ts';

const categories = ['by_year', '*'].map((value) => ({
	value,
	label: value,
	description: `What ${value} is.`
}));
const of = (...definitions: DataPackage['definitions'] & object) =>
	({
		languages: ['es', 'en'],
		definitions,
		resources: [{ schema: { fields: [{ name: 'm', type: 'string', role: 'measure', categories }] } }]
	}) as unknown as DataPackage;
const ids = (pkg: DataPackage) => packageTerms(pkg).map(({ id }) => id);
const text = 'Words.';

it('terms of every script have anchors, each its own, those without a letter by their number', () => {
	const terms = ['Señal: única', 'مكالمة', 'Звонок', '通報', 'ガ', '!', '?'];
	expect(ids(of(...terms.map((term) => ({ term, text }))))).toEqual([
		...['senal-unica', 'مكالمة', 'звонок', '通報', 'ガ', 'term-6', 'term-7', 'by-year', 'code-2']
	]);
});

it('a term named like a measure, or like another, leads to its own words', () => {
	const pkg = of({ term: 'By year', text }, { term: 'A', text }, { id: 'a', term: 'B', text });
	expect(ids(pkg)).toEqual(['by-year-2', 'a-2', 'a', 'by-year', 'code-2']);
	expect(codeTerms(pkg).get('by_year')?.id).toBe('by-year');
	expect(codeTerms(of({ term: 'C', text, codes: ['by_year'] })).get('by_year')?.id).toBe('c');
});

it('an anchor is the same in every language', () => {
	const pkg = withTermIds(of({ term: { en: 'Call', es: 'Llamada' }, text }));
	expect(['en', 'es'].map((language) => ids(inLanguage(pkg, language))[0])).toEqual(['llamada', 'llamada']);
});
