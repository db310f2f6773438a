import { describe, expect, it } from 'vitest';
import { codeTerms, packageTerms, readDescriptor, readPackage } from '../../../src/lib/package/index.ts';
import { description, filesOf, SOUND } from './sample.ts';

const withProperty = (name: string, value: unknown) =>
	readDescriptor(JSON.stringify({ ...description(), [name]: value }, null, '\t')).faults.map(
		({ column, rule, mend }) => `${column}: ${rule}; ${mend}`
	);
const definition = { id: 'case', term: 'Case', text: 'One situation.', codes: ['cases'] };

describe('what a package adds to the pages that explain', () => {
	it('may be absent, or name a text and charts', () => {
		expect(withProperty('learn', undefined)).toEqual([]);
		expect(withProperty('learn', { law: { en: 'learn/law.en.md' }, figures: { strangers: 'any' } })).toEqual(
			[]
		);
		expect(withProperty('definitions', [definition, { term: 'Call', text: 'A call.' }])).toEqual([]);
	});

	it.each<[string, string, unknown, string]>([
		['a misspelt name', 'learn', { lawe: 'a.md' }, 'did you mean law?'],
		['a file outside', 'learn', { law: { en: '../law.md' } }, 'learn.law.en: this is no text file'],
		['a file that is no text', 'learn', { law: 'law.html' }, 'learn.law: this is no text file'],
		[
			'an unknown myth',
			'learn',
			{ figures: { stranger: 'any' } },
			'learn.figures.stranger: the site tells no myth of this name; did you mean strangers?'
		],
		['no chart', 'learn', { figures: { strangers: 3 } }, 'learn.figures.strangers: this must be a text'],
		[
			'an anchor with spaces',
			'definitions',
			[{ ...definition, id: 'A case' }],
			'definitions[0].id: this cannot be'
		],
		['an unknown code', 'definitions', [{ ...definition, codes: ['case'] }], 'did you mean cases?'],
		[
			'an id twice',
			'definitions',
			[definition, { ...definition, codes: [] }],
			'the id of a definition stands twice'
		],
		[
			'a code twice',
			'definitions',
			[definition, { ...definition, id: 'other' }],
			'two definitions explain one code'
		]
	])('has %s', (_, name, value, expected) => {
		expect(withProperty(name, value).join('\n')).toContain(expected);
	});

	it('names a chart that the package does not have', () => {
		const faults = readDescriptor(
			JSON.stringify({
				...description(),
				charts: [{ id: 'cases' }],
				learn: { figures: { strangers: 'case' } }
			})
		).faults;
		expect(faults.map(({ mend }) => mend)).toEqual(['did you mean cases?']);
	});

	it('may take a part of a chart, which its table has', () => {
		const charts = [{ id: 'cases', query: { table: 'hotline' } }];
		const faultsOf = (filters: unknown) =>
			readDescriptor(
				JSON.stringify({
					...description(),
					charts,
					learn: { figures: { strangers: { chart: 'cases', filters } } }
				})
			).faults.map(({ column, mend }) => `${column}: ${mend}`);
		const [table, field, value] = ['forms', 'form', 'sex'];
		charts[0]!.query.table = table;
		expect(faultsOf({ [field]: [value] })).toEqual([]);
		expect(faultsOf({ [`${field}x`]: [value] })).toEqual([
			`learn.figures.strangers.filters.${field}x: did you mean ${field}?`
		]);
		expect(faultsOf({ [field]: [`${value}x`] })).toEqual([
			`learn.figures.strangers.filters.${field}[0]: did you mean ${value}?`
		]);
		expect(faultsOf(undefined).join()).toContain('learn.figures.strangers.filters');
	});

	it('has a law whose notes are all there', async () => {
		const law = (text: string) =>
			readPackage(
				filesOf({ ...SOUND, 'learn/law.md': text }, { ...description(), learn: { law: 'learn/law.md' } })
			);
		expect((await law('A law.[^a]\n\n[^a]: A code.')).faults).toEqual([]);
		expect((await law('A.\n\nB.[^b]\n\n[^a]: A code.')).faults).toMatchObject([
			{ file: 'learn/law.md', row: 3, value: '[^b]' }
		]);
		const missing = await readPackage(filesOf(SOUND, { ...description(), learn: { law: 'none.md' } }));
		expect(missing.faults).toMatchObject([{ file: 'none.md', rule: 'the file is missing' }]);
	});
});

describe('one string for glossary, tooltip and dictionary', () => {
	const pkg = description();
	const measures = pkg.resources[1]?.schema.fields[1]?.categories ?? [];
	for (const each of measures) each.description = `What ${each.value} are.`;
	pkg.definitions = [definition, { term: 'Total: all', text: 'Everything.' }];

	it('joins a definition with the measures that it names, and lists the others once', () => {
		expect(packageTerms(pkg)).toEqual([
			{
				id: 'case',
				term: 'Case',
				text: 'One situation.',
				counted: [{ label: 'Cases', text: 'What cases are.' }]
			},
			{ id: 'total-all', term: 'Total: all', text: 'Everything.', counted: [] },
			{ id: 'calls', term: 'Calls', text: 'What calls are.', counted: [] }
		]);
	});

	it('explains a code by its own description, else by its definition', () => {
		const terms = codeTerms(pkg);
		expect(terms.get('cases')).toEqual({
			code: 'cases',
			id: 'case',
			label: 'Cases',
			text: 'What cases are.'
		});
		const bare = { ...pkg, resources: [], definitions: [definition] };
		expect(codeTerms(bare).get('cases')?.text).toBe('One situation.');
	});
});
