import { describe, expect, it } from 'vitest';
import { fieldByName } from '../../../src/lib/package/index.ts';
import { descriptor, read } from './read.ts';

/** Properties whose strings readers see; every other string is a code, a path or an address. */
const TEXTS = new Set(
	'title description label text term reason scope limits publisher attribution heading question section spatial unitLabel one many whole cannotSay notes'.split(
		' '
	)
);

/** Names and years that are written alike in both languages, besides those of states and countries. */
const ALIKE =
	/^(BeFree Textline|COVID-19|Internet|Tennessee|Counter Trafficking Data Collaborative|\d{4})$/;

/** Columns of names and dates, of which only some hold words to translate. */
const NAMES_AND_DATES = new Set(['quoted_by', 'publisher', 'published_or_snapshot_date']);

interface Found {
	path: string;
	text: unknown;
}

/** Texts of the descriptor with their paths, and strings with a space that stand at no text. */
function gathered(): { texts: Found[]; loose: Found[] } {
	const [texts, loose]: [Found[], Found[]] = [[], []];
	const walk = (value: unknown, key: string, path: string): void => {
		if (typeof value === 'number') return;
		// A table of no one country says so with nothing.
		if (key === 'spatial' && value === '') return;
		const isText = TEXTS.has(key) || (key === 'name' && path === 'exit.name');
		if (Array.isArray(value)) value.forEach((each, index) => walk(each, key, `${path}[${index}]`));
		else if (isText) texts.push({ path, text: value });
		else if (typeof value === 'object' && value !== null) {
			for (const [name, each] of Object.entries(value)) walk(each, name, path ? `${path}.${name}` : name);
		} else if (typeof value === 'string' && value.includes(' ')) loose.push({ path, text: value });
	};
	walk(descriptor, '', '');
	return { texts, loose };
}

const { texts, loose } = gathered();
const numbersIn = (text: string): string[] => (text.match(/\d+/g) ?? []).sort();

describe('the texts of the descriptor', () => {
	it('stand in English and Spanish, each with words of its own', () => {
		expect(descriptor.languages).toEqual(['en', 'es-US']);
		expect(texts.length).toBeGreaterThan(1500);
		const blank = texts.filter(({ text }) => {
			const { en, es } = text as Record<string, string>;
			return !en?.trim() || !es?.trim();
		});
		expect(blank).toEqual([]);
		const isPlaceName = (path: string) => {
			const [, table, column] = /^resources\[(\d+)\]\.schema\.fields\[(\d+)\]\.categories/.exec(path) ?? [];
			const field = descriptor.resources[Number(table)]?.schema.fields[Number(column)];
			return field?.role === 'place' || field?.name === 'citizenship';
		};
		const alike = texts.filter(({ path, text }) => {
			const { en = '', es } = text as Record<string, string>;
			return en === es && !isPlaceName(path) && !ALIKE.test(en);
		});
		expect(alike).toEqual([]);
	});

	it('leave no words outside of them', () => {
		expect(new Set(loose.map(({ text }) => text))).toEqual(new Set(['synthetic records']));
	});

	it('say the same numbers in both languages', () => {
		const other = texts.filter(({ text }) => {
			const { en = '', es = '' } = text as Record<string, string>;
			return String(numbersIn(en)) !== String(numbersIn(es));
		});
		expect(other).toEqual([]);
	});

	it('name no two values of a column alike', () => {
		for (const { name, schema } of descriptor.resources) {
			for (const field of schema.fields) {
				const labels = (field.categories ?? []).map(({ label }) => (label as Record<string, string>)['es']);
				expect([name, field.name, new Set(labels).size]).toEqual([name, field.name, labels.length]);
			}
		}
	});
});

describe('columns in Spanish', () => {
	const columns = descriptor.resources.flatMap((resource) =>
		resource.schema.fields.flatMap(({ name, language }) =>
			language === 'es' ? [{ resource, name, original: name.replace(/_es$/, '') }] : []
		)
	);

	it('stand right after the column that they translate, filled where it is', () => {
		expect(columns.length).toBeGreaterThan(15);
		for (const { resource, name, original } of columns) {
			const { fields, rows } = read(resource.name);
			expect([resource.name, fields[fields.indexOf(name) - 1]]).toEqual([resource.name, original]);
			expect(fieldByName(resource, name)?.role).toBe(fieldByName(resource, original)?.role);
			const isAlike = (row: Record<string, string>) =>
				row[name] === row[original] && !NAMES_AND_DATES.has(original);
			const odd = rows.filter((row) => (row[original] ? isAlike(row) : true) === !!row[name]);
			expect(odd.map((row) => [row[original], row[name]])).toEqual([]);
		}
	});

	it('exist for every column of notes that has any', () => {
		for (const { name, schema } of descriptor.resources) {
			for (const field of schema.fields.filter(({ role, language }) => role === 'note' && !language)) {
				const isUsed = read(name).rows.some((row) => row[field.name] !== '');
				expect([name, schema.fields.some((each) => each.name === `${field.name}_es`)]).toEqual([name, isUsed]);
			}
		}
	});

	it('say one thing of one thing', () => {
		const said = new Map<string, string>();
		for (const { resource, name, original } of columns) {
			for (const row of read(resource.name).rows) {
				const [text, translated] = [row[original] ?? '', row[name] ?? ''];
				expect(said.get(text) ?? translated).toBe(translated);
				said.set(text, translated);
				const numbers = numbersIn(translated);
				expect(numbersIn(text).filter((each) => !numbers.includes(each))).toEqual([]);
			}
		}
	});
});
