import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDescriptor, readPackage } from '../../../src/lib/package/index.ts';
import { JsonFault, parseJson } from '../../../src/lib/package/json.ts';
import { description, filesOf, SOUND } from './sample.ts';

type Json = Record<string, unknown>;

/** The sample's descriptor with the value at a path (`resources.0.path`) changed; undefined removes it. */
function changed(path: string, value: unknown): string {
	const root = description();
	const names = path.split('.');
	const last = names.pop() ?? '';
	const parent = names.reduce((at, name) => at[name] as Json, root as unknown as Json);
	parent[last] = value;
	return JSON.stringify(root, null, '\t');
}

function faultsWith(path: string, value: unknown) {
	return readDescriptor(changed(path, value)).faults;
}

const FIELD = 'resources.0.schema.fields';
const FIELD_4 = 'resources[0].schema.fields[4]';
const RULE = 'resources.0.additivity.0';
const BREAK = 'breaks.0';
const WITHDRAWN = 'embeds.withdrawn[0]';
const withdrawal = (change: Json = {}): Json => ({
	version: '1.0.0',
	charts: ['cases'],
	date: '2026-08-31',
	reason: 'A cell was wrong.',
	...change
});
const category = { value: 'sex', label: 'Sex trafficking' };

describe('readDescriptor', () => {
	it('takes the sound sample', () => {
		const { package: read, faults } = readDescriptor(JSON.stringify(description()));
		expect(faults).toEqual([]);
		expect(read).toEqual(description());
	});

	it.each<[string, number, string]>([
		['{\n\t"a": 1,\n}', 2, '8'],
		['{ "a": 1 "b": 2 }', 1, '10'],
		['{ "a": 01 }', 1, '9'],
		["{ 'a': 1 }", 1, '3'],
		['{ "a": "b\n" }', 1, '8'],
		['{ "a": NaN }', 1, '8'],
		['{ "a": 1, "a": 2 }', 1, '11'],
		['{ "a": 1 } x', 1, '12'],
		['{ "a": [1, 2', 1, '13'],
		['', 1, '1'],
		[`${'['.repeat(100_000)}`, 1, '102']
	])('%j is no JSON, at line %i and column %s', (text, row, column) => {
		const { faults } = readDescriptor(text);
		expect(faults).toMatchObject([{ file: 'datapackage.json', row, column }]);
		expect(faults[0]?.rule).toContain('not JSON');
	});

	it.each(['[]', '3', 'null', '"text"'])('%s is no descriptor', (text) => {
		expect(readDescriptor(text).faults).toMatchObject([{ rule: 'this must be an object' }]);
	});

	it.each(['$schema', 'name', 'title', 'description', 'version', 'asOf', 'scope', 'limits', 'publisher'])(
		'needs %s',
		(name) => {
			expect(faultsWith(name, undefined)).toMatchObject([{ column: name }]);
		}
	);

	it.each<[string, unknown, string, string]>([
		['disclosure', { mode: 'protect', threshold: 1 }, 'disclosure.threshold', 'whole number from 2 on'],
		['disclosure', { mode: 'hide' }, 'disclosure.mode', 'not one of the values'],
		['disclosure', { mode: 'inform' }, 'disclosure.reason', 'text that is not empty'],
		['disclosure', { mode: 'protect', zeros: 'yes' }, 'disclosure.zeros', 'not one of the values'],
		[
			'resources.0.disclosure',
			{ where: { color: ['red'] } },
			'resources[0].disclosure.where.color',
			'known here'
		],
		['resources.0.disclosure', { harmless: ['value'] }, 'resources[0].disclosure.harmless[0]', 'known here'],
		['version', '2024', 'version', 'three numbers'],
		['version', '1.0', 'version', 'three numbers'],
		['version', 'v1.0.0', 'version', 'three numbers'],
		['version', '1.0.0-rc.1', 'version', 'three numbers'],
		['version', '01.0.0', 'version', 'three numbers'],
		['version', '1.0.0.0', 'version', 'three numbers'],
		['version', '1.0.0 ', 'version', 'three numbers'],
		['version', '../1.0.0', 'version', 'three numbers'],
		['version', '1.0.0/..', 'version', 'three numbers'],
		['version', '1.0.0\n', 'version', 'three numbers'],
		['version', '1.0.1234567', 'version', 'three numbers'],
		['version', 1, 'version', 'must be a text'],
		['embeds', [], 'embeds', 'must be an object'],
		['embeds', { keep: 51 }, 'embeds.keep', 'whole, 0 to 50'],
		['embeds', { keep: -1 }, 'embeds.keep', 'whole, 0 to 50'],
		['embeds', { keep: 1.5 }, 'embeds.keep', 'whole, 0 to 50'],
		['embeds', { keep: '5' }, 'embeds.keep', 'whole, 0 to 50'],
		['embeds', { keeps: 5 }, 'embeds.keeps', 'not known'],
		['embeds', { withdrawn: withdrawal() }, 'embeds.withdrawn', 'must be a list'],
		['embeds', { withdrawn: [withdrawal({ version: '1.0' })] }, `${WITHDRAWN}.version`, 'three numbers'],
		['embeds', { withdrawn: [withdrawal({ version: '1.0.1' })] }, `${WITHDRAWN}.version`, 'not published'],
		['embeds', { withdrawn: [withdrawal({ charts: [] })] }, `${WITHDRAWN}.charts`, 'at least one'],
		['embeds', { withdrawn: [withdrawal({ charts: 'a' })] }, `${WITHDRAWN}.charts`, 'must be a list'],
		['embeds', { withdrawn: [withdrawal({ charts: [1] })] }, `${WITHDRAWN}.charts[0]`, 'text'],
		['embeds', { withdrawn: [withdrawal({ date: '2026' })] }, `${WITHDRAWN}.date`, 'not a day'],
		['embeds', { withdrawn: [withdrawal({ date: undefined })] }, `${WITHDRAWN}.date`, 'text'],
		['embeds', { withdrawn: [withdrawal({ reason: undefined })] }, `${WITHDRAWN}.reason`, 'text'],
		['resources.0.path', 'releases/forms.csv', 'resources[0].path', 'releases that are kept'],
		['asOf', '2024-02-30', 'asOf', 'not a day'],
		['since', 'last year', 'since', 'no year, month'],
		['homepage', 'example.org', 'homepage', 'web address'],
		['title', {}, 'title', 'needs a language'],
		['title', { English: 'x' }, 'title.English', 'language code'],
		['resources.1.unitLabel', 'cases', 'resources[1].unitLabel', 'whole table'],
		['licenses', [{ name: 'CC', title: {} }], 'licenses[0].title', 'needs a language'],
		['languages', ['en', 'Spanish'], 'languages[1]', 'language code'],
		['languages', ['en', 'en'], 'languages[1]', 'stands twice'],
		[`${FIELD}.4.language`, 'Spanish', `${FIELD_4}.language`, 'language code'],
		[`${FIELD}.1.language`, 'es', 'resources[0].schema.fields[1].language', 'only notes'],
		['resources', [], 'resources', 'at least one table'],
		['resources', {}, 'resources', 'must be a list'],
		['resources.0', null, 'resources[0]', 'must be an object'],
		['resources.0.name', 'Forms!', 'resources[0].name', 'lower-case'],
		['resources.0.name', 'forms.by.year', 'resources[0].name', 'lower-case'],
		['licenses', [{ name: 'CC', path: 'javascript:alert(1)' }], 'licenses[0].path', 'web address'],
		['resources.0.licenses', [{ name: 'CC', path: '//x' }], 'resources[0].licenses[0].path', 'web address'],
		['helpLines', [{ name: 'A' }], 'helpLines[0]', 'can be reached'],
		[`${FIELD}.4.constraints`, { pattern: '(a+)+' }, `${FIELD_4}.constraints.pattern`, 'repeated group'],
		[`${FIELD}.4.constraints`, { pattern: 'a*b*c*d*' }, `${FIELD_4}.constraints.pattern`, 'at most 3'],
		['resources.0.name', 'national', 'resources[1].name', 'stands twice'],
		['resources.0.path', 'national.csv', 'resources[1].path', 'share a file'],
		['resources.0.path', '/etc/passwd', 'resources[0].path', 'relative'],
		['resources.0.path', 'C:\\forms.csv', 'resources[0].path', 'relative'],
		['resources.0.path', '../forms.csv', 'resources[0].path', 'outside the folder'],
		['resources.0.path', 'a/../../forms.csv', 'resources[0].path', 'outside the folder'],
		['resources.0.path', 'https://example.org/forms.csv', 'resources[0].path', 'not an address'],
		['resources.0.path', './forms.csv', 'resources[0].path', 'plainly'],
		['resources.0.path', 'forms.xlsx', 'resources[0].path', 'CSV file'],
		['resources.0.path', ['forms.csv', 'more.csv'], 'resources[0].path', 'one file'],
		['resources.0.type', 'csv', 'resources[0].type', 'not one of'],
		['resources.0.encoding', 'latin1', 'resources[0].encoding', 'not one of'],
		['resources.0.dialect', { delimiter: ';' }, 'resources[0].dialect', 'not read'],
		['resources.0.unit', undefined, 'resources[0]', 'unit is told once'],
		['resources.1.unit', 'cases', 'resources[1]', 'unit is told once'],
		['resources.2.unit', 'cases', 'resources[2].unit', 'without figures'],
		[FIELD, [], 'resources[0].schema.fields', 'at least one field'],
		[`${FIELD}.4.role`, 'nott', 'resources[0].schema.fields[4].role', 'not one of'],
		[`${FIELD}.4.role`, 'value', 'resources[0].schema.fields[4].type', 'does not fit'],
		[`${FIELD}.4.role`, 'time', 'resources[0].schema.fields[4].role', 'only one field'],
		[`${FIELD}.4.name`, 'Year', 'resources[0].schema.fields[4].name', 'stands twice'],
		[`${FIELD}.4.name`, '__proto__', 'resources[0].schema.fields[4].name', 'plain line'],
		[`${FIELD}.4.name`, 'status', 'resources[0].schema.fields[4]', 'kept for the status'],
		[`${FIELD}.4.type`, 'boolean', 'resources[0].schema.fields[4].type', 'not one of'],
		[`${FIELD}.0.type`, 'number', 'resources[0].schema.fields[0].type', 'does not fit a time'],
		[
			`${FIELD}.1.categories`,
			[category, category],
			'resources[0].schema.fields[1].categories[1].value',
			'twice'
		],
		[`${FIELD}.1.categories.0.kind`, 'sum', 'resources[0].schema.fields[1].categories[0].kind', 'not one of'],
		[`${FIELD}.1.categories.0.hue`, 7, 'resources[0].schema.fields[1].categories[0].hue', '1 to 6'],
		[
			`${FIELD}.1.constraints`,
			{ enum: ['a'] },
			'resources[0].schema.fields[1].constraints.enum',
			'not checked'
		],
		[
			`${FIELD}.1.constraints`,
			{ pattern: '(' },
			'resources[0].schema.fields[1].constraints.pattern',
			'regular'
		],
		[`${FIELD}.2.constraints`, { maximum: '9' }, 'resources[0].schema.fields[2].constraints.maximum', 'type'],
		[`${FIELD}.4.constraints`, { minimum: 9 }, 'resources[0].schema.fields[4].constraints.minimum', 'type'],
		[`${FIELD}.0.yearStarts`, 13, 'resources[0].schema.fields[0].yearStarts', 'number of a month'],
		[`${FIELD}.1.yearStarts`, 7, 'resources[0].schema.fields[1].yearStarts', 'only a field of fiscal years'],
		['notice', 7, 'notice', 'text'],
		[`${FIELD}.2.missingValues`, ['[c]'], 'resources[0].schema.fields[2].missingValues[0]', 'an object'],
		['resources.0.schema.primaryKey', undefined, 'resources[0].schema', 'has a primaryKey'],
		['resources.0.schema.primaryKey', ['form'], 'resources[0].schema.primaryKey', 'time is part of the key'],
		[
			'resources.0.schema.primaryKey',
			['year'],
			'resources[0].schema.primaryKey',
			'category is part of the key'
		],
		[
			'resources.0.schema.primaryKey',
			['year', 'form', 'note'],
			'resources[0].schema.primaryKey[2]',
			'told apart by dimensions only'
		],
		['resources.0.schema.primaryKey', ['year', 'from'], 'resources[0].schema.primaryKey[1]', 'not one of'],
		[
			'resources.0.schema.foreignKeys',
			undefined,
			'resources[0].schema.fields[3]',
			'point to a list of sources'
		],
		[
			'resources.0.schema.foreignKeys.0.fields',
			['src'],
			'resources[0].schema.foreignKeys[0].fields[0]',
			'not one of'
		],
		[
			'resources.0.schema.foreignKeys.0.reference.resource',
			'source',
			'resources[0].schema.foreignKeys[0].reference.resource',
			'not one of'
		],
		[
			'resources.0.schema.foreignKeys.0.reference.fields',
			['id'],
			'resources[0].schema.foreignKeys[0].reference.fields[0]',
			'not one of'
		],
		[`${RULE}.dimension`, 'note', 'resources[0].additivity[0].dimension', 'not one of'],
		[`${RULE}.additivity`, 'yes', 'resources[0].additivity[0].additivity', 'not one of'],
		[`${RULE}.reason`, undefined, 'resources[0].additivity[0].reason', 'text'],
		[`${RULE}.where`, { place: ['US'] }, 'resources[0].additivity[0].where.place', 'not one of'],
		[`${RULE}.where`, { form: 'sex' }, 'resources[0].additivity[0].where.form', 'a list'],
		[`${RULE}.where`, { form: ['sexx'] }, 'resources[0].additivity[0].where.form[0]', 'not one of'],
		[`${RULE}.total.resource`, 'nation', 'resources[0].additivity[0].total.resource', 'not one of'],
		[`${RULE}.total.resource`, 'sources', 'resources[0].additivity[0].total.resource', 'no figures'],
		[
			`${RULE}.total.where`,
			{ measure: 'case' },
			'resources[0].additivity[0].total.where.measure',
			'not one of'
		],
		[
			`${RULE}.complete`,
			[{ form: ['sexx'] }],
			'resources[0].additivity[0].complete[0].form[0]',
			'not one of'
		],
		[`${BREAK}.from`, '2014-13', 'breaks[0].from', 'no year, month'],
		[`${BREAK}.to`, '2013-12', 'breaks[0].to', 'ends after'],
		[`${BREAK}.kind`, 'rule', 'breaks[0].kind', 'not one of'],
		[`${BREAK}.comparableAcross`, 'no', 'breaks[0].comparableAcross', 'true or false'],
		[`${BREAK}.affects.resources`, ['nation'], 'breaks[0].affects.resources[0]', 'not one of'],
		[`${BREAK}.affects.measures`, ['call'], 'breaks[0].affects.measures[0]', 'not one of'],
		['resources.0.breaks', [description().breaks?.[0]], 'resources[0].breaks[0].id', 'stands twice'],
		['headline.0.measure', 'victim', 'headline[0].measure', 'not one of'],
		['headline.0.yearly', undefined, 'headline[0]', 'has figures'],
		['headline.0.yearly.where', { measure: 'victims' }, 'headline[0].yearly.where.measure', 'not one of'],
		['helpLines', [{ name: 'A', verifiedOn: 'today' }], 'helpLines[0].verifiedOn', 'not a day'],
		['definitions', [{ term: 'Signal' }], 'definitions[0].text', 'text']
	])('%s = %j', (path, value, column, rule) => {
		const faults = faultsWith(path, value);
		expect(faults.map((fault) => [fault.column, fault.rule])).toContainEqual([
			column,
			expect.stringContaining(rule)
		]);
	});

	it('takes terms at an address or in a file of the folder, and a help line with any one way', () => {
		const paths = ['https://example.org/terms', 'sources.csv'];
		expect(
			faultsWith(
				'licenses',
				paths.map((path) => ({ name: 'CC', path }))
			)
		).toEqual([]);
		for (const way of ['phone', 'text', 'url']) {
			const value = way === 'url' ? 'https://example.org' : '123';
			expect(faultsWith('helpLines', [{ name: 'A', [way]: value }])).toEqual([]);
		}
	});

	it.each(['0.0.0', '1.0.0', '1.10.0', '2026.8.31'])('takes version %s', (version) => {
		expect(faultsWith('version', version)).toEqual([]);
	});

	it('takes settings of embeds', () => {
		const reason = { en: 'A cell was wrong.' };
		const withdrawn = [withdrawal(), withdrawal({ version: '0.9.0', charts: undefined, reason })];
		for (const keep of [0, 50]) expect(faultsWith('embeds', { keep, withdrawn })).toEqual([]);
		expect(faultsWith('embeds', {})).toEqual([]);
	});

	it('holds texts by language against the languages of the package', () => {
		for (const tag of ['es', 'es-US']) expect(faultsWith('languages', ['en', tag])).toEqual([]);
		const label = `${FIELD}.1.categories.0.label`.replaceAll(/\.(\d+)/g, '[$1]');
		expect(faultsWith('languages', ['en', 'es', 'fr'])).toMatchObject([
			{ column: label, value: 'fr', mend: 'add "fr", or remove it from languages' }
		]);
	});

	it('takes a column of notes in another language', () => {
		const fields = description().resources[0]!.schema.fields;
		const note = { name: 'note_es', type: 'string', role: 'note', language: 'es' };
		expect(faultsWith(FIELD, [...fields, note])).toEqual([]);
	});

	it('offers the property that a misspelt one seems to mean', () => {
		const text = JSON.stringify(description()).replace('"additivity":[', '"additivty":[');
		expect(readDescriptor(text).faults).toMatchObject([
			{ column: 'resources[0].additivty', mend: 'did you mean additivity?' }
		]);
	});

	it.each([
		[`${FIELD}.4.role`, 'notes', 'did you mean note?'],
		[`${FIELD}.4.role`, 7, 'use time, place, category, measure'],
		[`${BREAK}.affects.resources`, ['Nation al'], 'did you mean national?']
	])('offers what %s = %j seems to mean', (path, value, mend) => {
		expect(faultsWith(path, value)[0]?.mend).toContain(mend);
	});

	it('refuses a sum over basis, unit and measure', () => {
		const root = description();
		const reason = 'They are counted alike.';
		root.resources[1]!.additivity = [{ dimension: 'unit', additivity: 'additive', reason }];
		const { faults } = readDescriptor(JSON.stringify(root));
		expect(faults).toMatchObject([{ column: 'resources[1].additivity[0].additivity' }]);
	});

	it('tells the line of a fault', () => {
		const text = changed('version', '');
		const line = text.split('\n').findIndex((each) => each.includes('"version"')) + 1;
		expect(readDescriptor(text).faults).toMatchObject([{ row: line, column: 'version' }]);
	});

	it('tells all faults at once, those of tables that are described soundly too', async () => {
		const files = filesOf({ ...SOUND, 'national.csv': '' }, changed('resources.0.path', '../forms.csv'));
		const { package: read, faults } = await readPackage(files);
		expect(read).toBeUndefined();
		expect(faults.map(({ file }) => file)).toEqual(['datapackage.json', 'national.csv']);
	});

	it('never throws, whatever stands at a place', () => {
		const paths: string[] = [];
		const walk = (value: unknown, path: string): void => {
			if (path !== '') paths.push(path);
			if (typeof value !== 'object' || value === null) return;
			for (const [name, inner] of Object.entries(value)) walk(inner, path === '' ? name : `${path}.${name}`);
		};
		walk(description(), '');
		fc.assert(
			fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
				const read = readDescriptor(changed(path, value));
				expect(read.package === undefined).toBe(read.faults.length > 0);
			}),
			{ numRuns: 1500 }
		);
	});

	it('never stops the reading of tables, whatever stands at a place', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(
					'additivity',
					'breaks',
					'schema.foreignKeys',
					'schema.fields.1',
					'schema.fields.2',
					'schema'
				),
				fc.jsonValue(),
				async (path, value) => {
					const { faults } = await readPackage(filesOf(SOUND, changed(`resources.0.${path}`, value)));
					expect(Array.isArray(faults)).toBe(true);
				}
			)
		);
	});

	it('lists a source of a break that no table lists', async () => {
		const { faults } = await readPackage(filesOf(SOUND, changed(`${BREAK}.source`, 'Z')));
		expect(faults).toMatchObject([{ file: 'datapackage.json', column: 'breaks[0].source', value: 'Z' }]);
	});
});

describe('parseJson', () => {
	it('reads what JSON.parse reads, but for the one name that is refused', () => {
		fc.assert(
			fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (text, indent) => {
				fc.pre(!text.includes('__proto__'));
				const value: unknown = JSON.parse(text);
				const spaced = JSON.stringify(value, null, indent);
				expect(parseJson(spaced).value).toEqual(JSON.parse(spaced));
			})
		);
	});

	it('refuses what JSON.parse refuses', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[[\]{}:,"\\0-9.eE+ntrue -]{0,12}$/), (text) => {
				let refused = false;
				try {
					JSON.parse(text);
				} catch {
					refused = true;
				}
				if (refused) expect(() => parseJson(text)).toThrow(JsonFault);
			}),
			{ numRuns: 3000 }
		);
	});
});
