import { describe, expect, it } from 'vitest';
import { columnLanguage, inLanguage, speaks, tableInLanguage } from '../../../src/lib/package/index.ts';
import type { DataPackage, Table } from '../../../src/lib/package/types.ts';

const pkg = {
	name: 'line',
	languages: ['en', 'es-US'],
	title: { en: 'Figures', es: 'Cifras' },
	limits: 'Plain.',
	cannotSay: [{ en: 'One', es: 'Uno' }, 'Two'],
	resources: [
		{
			name: 'calls',
			title: { en: 'Calls', es: 'Llamadas' },
			schema: {
				fields: [
					{ name: 'year', type: 'year', role: 'time' },
					{ name: 'note', type: 'string', role: 'note' },
					{ name: 'note_es', type: 'string', role: 'note', language: 'es' }
				]
			}
		}
	],
	// Keys that are no languages of the package, or not its main one, are codes and stay.
	codes: { us: 'one', mx: 'two' },
	names: { es: 'Spain' }
} as unknown as DataPackage;

const notes = (read: DataPackage) =>
	read.resources.flatMap(({ schema }) =>
		schema.fields.filter(({ role }) => role === 'note').map(({ name }) => name)
	);

describe('a package in one language', () => {
	it('has one text where the file has several', () => {
		const spanish = inLanguage(pkg, 'es-MX');
		expect([spanish.title, spanish.limits, spanish.cannotSay]).toEqual(['Cifras', 'Plain.', ['Uno', 'Two']]);
		expect(spanish.resources[0]?.title).toBe('Llamadas');
		expect(spanish).toMatchObject({ codes: { us: 'one', mx: 'two' }, names: { es: 'Spain' } });
		expect(inLanguage(pkg, 'en').title).toBe('Figures');
	});

	it('reads the notes in that language, and all there are where none is in it', () => {
		expect(notes(inLanguage(pkg, 'en'))).toEqual(['note']);
		expect(notes(inLanguage(pkg, 'es'))).toEqual(['note_es']);
		expect(notes(inLanguage(pkg, 'fr'))).toEqual(['note', 'note_es']);
	});

	it('has places in the alphabet of that language, and leaves every other order', () => {
		const place = (names: Record<string, string>) => ({ value: names['en'], label: names });
		const germany = place({ en: 'Germany', es: 'Alemania' });
		const spain = place({ en: 'Spain', es: 'España' });
		const zambia = place({ en: 'Zambia', es: 'Zambia' });
		const world = { ...place({ en: 'World', es: 'Mundo' }), kind: 'total' };
		const order = (language: string, role: string, categories: unknown[]) => {
			const fields = [{ name: 'country', type: 'string', role, categories }];
			const resources = [{ name: 'calls', schema: { fields } }];
			const read = inLanguage({ ...pkg, resources } as unknown as DataPackage, language);
			return read.resources[0]?.schema.fields[0]?.categories?.map(({ value }) => value);
		};
		const chile = place({ en: 'Chile', es: 'Chile' });
		const all = [world, chile, germany, spain, zambia];
		expect(order('es', 'place', all)).toEqual(['World', 'Germany', 'Chile', 'Spain', 'Zambia']);
		expect(order('en', 'place', all)).toEqual(['World', 'Chile', 'Germany', 'Spain', 'Zambia']);
		expect(order('es', 'category', all)).toEqual(['World', 'Chile', 'Germany', 'Spain', 'Zambia']);
		const byRank = [spain, chile, germany, zambia];
		expect(order('es', 'place', byRank)).toEqual(['Spain', 'Chile', 'Germany', 'Zambia']);
	});

	it('has the texts of a column in that language, where a row has them', () => {
		const field = (name: string, more = {}) => ({ name, type: 'string', ...more });
		const fields = [
			field('terms'),
			field('terms_es', { language: 'es' }),
			field('note_es', { language: 'es' })
		];
		const table = {
			resource: { schema: { fields } },
			rows: [
				{ terms: 'Free', terms_es: 'Libre', note_es: 'Nota' },
				{ terms: 'Ask', terms_es: null, note_es: null }
			]
		} as unknown as Table;
		const terms = (language: string) => tableInLanguage(table, language).rows.map((row) => row['terms']);
		expect([terms('es-US'), terms('en')]).toEqual([
			['Libre', 'Ask'],
			['Free', 'Ask']
		]);
	});

	it('says in which language a column is, where it is not the page’s', () => {
		const [year, note, other] = pkg.resources[0]?.schema.fields ?? [];
		const fields = [year, note, other].flatMap((field) => field ?? []);
		const languages = (language: string) =>
			fields.map((field) => columnLanguage(fields, field, 'en', language));
		expect(languages('en')).toEqual([undefined, undefined, 'es']);
		expect(languages('es-US')).toEqual([undefined, 'en', undefined]);
	});

	it('leaves the package as it was', () => {
		const before = JSON.stringify(pkg);
		inLanguage(pkg, 'es');
		expect(JSON.stringify(pkg)).toBe(before);
	});

	it('is there in the languages that the package names, whatever their region', () => {
		expect(['en', 'en-GB', 'es', 'fr'].map((tag) => speaks(pkg, tag))).toEqual([true, true, true, false]);
	});
});
