import { describe, expect, it } from 'vitest';
import { inLanguage, localized } from '../../../src/lib/package/index.ts';
import type { DataPackage, Resource } from '../../../src/lib/package/types.ts';
import { csvFiles, descriptor, read, textOf } from './read.ts';

const resources = descriptor.resources.map((resource) => [resource.name, resource] as const);
const inEnglish = inLanguage(descriptor as DataPackage, 'en');
const sources = new Set(read('sources').rows.map((row) => row['source_id']));
const dimensions = (resource: Resource) =>
	resource.schema.fields.filter(({ role }) =>
		['time', 'place', 'category', 'measure', 'unit', 'basis'].includes(role ?? '')
	);

/** Every code that the rows of some table have in a column of this name. */
const vocabulary = (name: string) =>
	new Set(
		descriptor.resources
			.filter(({ schema }) => schema.fields.some((field) => field.name === name))
			.flatMap((resource) => read(resource.name).rows.map((row) => row[name] ?? ''))
			.filter(Boolean)
	);

describe('the descriptor', () => {
	it('is a Data Package of version 2', () => {
		expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
		const { title, description } = inEnglish;
		for (const text of [descriptor.name, title, description, descriptor.version]) {
			expect(text).toEqual(expect.any(String));
		}
		expect(descriptor.licenses?.length).toBeGreaterThan(0);
		for (const license of descriptor.licenses ?? []) expect(license.name).toMatch(/^[-a-zA-Z0-9._]+$/);
		for (const resource of descriptor.resources) {
			expect(resource.name).toMatch(/^[a-z0-9_]+$/);
			expect(resource.path).toBe(`${resource.name}.csv`);
			expect(resource.type).toBe('table');
			for (const field of resource.schema.fields) {
				expect(['string', 'integer', 'year', 'date']).toContain(field.type);
				for (const category of field.categories ?? []) expect(category.value).not.toBe('');
			}
			for (const missing of resource.schema.missingValues ?? []) expect(localized(missing.label)).not.toBe('');
		}
	});

	it('repeats no figure in its texts: figures come from the tables', () => {
		const texts: string[] = [];
		JSON.stringify(descriptor, (_key, value: unknown) => {
			if (typeof value === 'string') texts.push(value);
			return value;
		});
		expect(texts.length).toBeGreaterThan(500);
		expect(texts.filter((text) => /\d,\d{3}/.test(text))).toEqual([]);
	});

	it('describes every file of the folder once', () => {
		const { helpLines } = descriptor;
		const lines = helpLines && !Array.isArray(helpLines) ? [helpLines.path] : [];
		expect([...descriptor.resources.map(({ path }) => path), ...lines].sort()).toEqual(csvFiles.sort());
	});

	it('carries the sentence on limits, the day and the version', () => {
		expect(inEnglish.limits).toBe(
			'Counts reports to the hotline. It does not measure how much trafficking happens.'
		);
		expect(descriptor.asOf).toBe('2026-03-31');
		expect(descriptor.version).toMatch(/^\d+\.\d+\.\d+$/);
	});

	it('names listed sources in breaks and definitions', () => {
		const named = [
			...(descriptor.breaks ?? []),
			...(descriptor.definitions ?? []),
			...descriptor.resources.flatMap((resource) => resource.breaks ?? [])
		].flatMap(({ source }) => source ?? []);
		expect(named.length).toBeGreaterThan(5);
		expect(named.filter((source) => !sources.has(source))).toEqual([]);
	});

	it('registers the known breaks', () => {
		const all = [...(descriptor.breaks ?? []), ...descriptor.resources.flatMap(({ breaks }) => breaks ?? [])];
		const brief = all.map(
			({ id, from, kind, comparableAcross }) => `${id} ${from} ${kind} ${comparableAcross}`
		);
		expect(brief).toEqual(
			expect.arrayContaining([
				'counting-rule-2014 2014 definition false',
				'lines-2017 2017 scope false',
				'people-unit-2018 2018 definition false',
				'venue-list-2017 2017 classification false',
				'covid-2020 2020-03 external true',
				'operator-2025 2025-09 operator false',
				'population-vintages-2020 2020 vintage false'
			])
		);
		expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
		expect(new Set(all.map(({ text }) => localized(text))).size).toBe(all.length);
		expect(all.filter(({ from, to }) => to !== undefined && to < from)).toEqual([]);
	});

	it.each(['en', 'es'])('labels breaks in a few words that fit beside a line, in %s', (language) => {
		const all = [...(descriptor.breaks ?? []), ...descriptor.resources.flatMap(({ breaks }) => breaks ?? [])];
		const labels = all.map(({ label }) => localized(label, language));
		expect(labels.filter((label) => label.length > 34 || !label)).toEqual([]);
	});

	it.each(['en', 'es'])('has a title that fits a header and a lead of two sentences at most, in %s', (language) => {
		expect(localized(descriptor.title, language).length).toBeLessThanOrEqual(60);
		const sentences = localized(descriptor.description, language).match(/[.](?=\s|$)/g);
		expect(sentences?.length).toBeLessThanOrEqual(2);
	});
});

describe.each(resources)('%s', (name, resource) => {
	const { fields, rows } = read(name);

	it('is plain UTF-8 with Unix line ends and the columns of its schema', () => {
		const text = textOf(resource);
		expect(text).not.toMatch(/^\uFEFF|\r|\uFFFD/);
		expect(text.endsWith('\n')).toBe(true);
		expect(fields).toEqual(resource.schema.fields.map((field) => field.name));
	});

	it('has a primary key that is filled and unique', () => {
		const key = resource.schema.primaryKey ?? [];
		expect(key.length).toBeGreaterThan(0);
		const seen = rows.map((row) => JSON.stringify(key.map((field) => row[field])));
		expect(seen.filter((each) => each.includes('""'))).toEqual([]);
		expect(seen.filter((each, index) => seen.indexOf(each) < index)).toEqual([]);
	});

	it('tells rows apart by dimensions alone', () => {
		const names = dimensions(resource).map((field) => field.name);
		const seen = new Set(rows.map((row) => JSON.stringify(names.map((field) => row[field]))));
		if (resource.schema.fields.some(({ role }) => role === 'value')) expect(seen.size).toBe(rows.length);
		else expect(names.filter((field) => !resource.schema.primaryKey?.includes(field))).toEqual([]);
	});

	it('names listed sources, or who quoted the figure', () => {
		const unknown = rows.filter((row) => !sources.has(row['source_id']) && !row['quoted_by']);
		expect(unknown).toEqual([]);
	});

	it('uses no code without a label, and labels no code that its vocabulary never uses', () => {
		for (const field of resource.schema.fields) {
			if (!field.categories) continue;
			const labelled = new Set(field.categories.map(({ value }) => value));
			const used = new Set(rows.map((row) => row[field.name] ?? '').filter(Boolean));
			expect([field.name, [...used].filter((value) => !labelled.has(value))]).toEqual([field.name, []]);
			const usedAnywhere = vocabulary(field.name);
			expect([...labelled].filter((value) => !usedAnywhere.has(value))).toEqual([]);
			expect(field.categories).toHaveLength(labelled.size);
		}
	});

	it('says of each column what it means', () => {
		const bare = resource.schema.fields.filter(({ title, description }) => {
			return ['en', 'es'].some((language) => {
				const text = localized(description ?? '', language);
				const name = `${localized(title ?? '', language)}.`;
				return text.length < 15 || !/[.]$/.test(text) || text.toLowerCase() === name.toLowerCase();
			});
		});
		expect(bare.map((field) => field.name)).toEqual([]);
	});

	it('has whole numbers, years and days where its schema says so', () => {
		const forms = { integer: /^\d+$/, year: /^(19|20)\d\d$/, date: /^\d{4}-\d\d-\d\d$/ } as const;
		for (const field of resource.schema.fields) {
			const form = field.type in forms ? forms[field.type as keyof typeof forms] : /^/;
			const wrong = rows
				.map((row) => row[field.name] ?? '')
				.filter((cell) => cell !== '' && !form.test(cell));
			expect([field.name, wrong]).toEqual([field.name, []]);
		}
	});

	it('tells for each time, place and category whether it adds up', () => {
		if (!resource.schema.fields.some(({ role }) => role === 'value')) return;
		const told = new Set(resource.additivity?.map(({ dimension }) => dimension));
		const asked = dimensions(resource).filter(({ role }) =>
			['time', 'place', 'category'].includes(role ?? '')
		);
		expect(asked.map((field) => field.name).filter((field) => !told.has(field))).toEqual([]);
	});
});

describe('one vocabulary', () => {
	it.each(['form', 'basis', 'channel', 'unit', 'gender', 'exploitation'])('%s means the same in every table', (name) => {
		const labels = new Map<string, Set<unknown>>();
		for (const resource of descriptor.resources) {
			if (resource.name.startsWith('uk_')) continue;
			const field = resource.schema.fields.find((each) => each.name === name);
			for (const { value, label } of field?.categories ?? []) {
				labels.set(value, (labels.get(value) ?? new Set()).add(JSON.stringify(label)));
			}
		}
		expect(labels.size).toBeGreaterThan(3);
		expect([...labels].filter(([, texts]) => texts.size > 1)).toEqual([]);
	});
});
