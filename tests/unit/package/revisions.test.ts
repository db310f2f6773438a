import { describe, expect, it } from 'vitest';
import { readDescriptor, readPackage } from '../../../src/lib/package/index.ts';
import { revisionAnchor, revisionFaults } from '../../../src/lib/package/revisions.ts';
import { filesOf, SOUND } from './sample.ts';
import { packageWith, SETTINGS, tablesWith, version, VERSIONS } from './versionsSample.ts';

const faultsWith = (settings: unknown) => readDescriptor(JSON.stringify(packageWith(settings))).faults;
const anchor = (values: Record<string, string | number | null>) => revisionAnchor(VERSIONS, SETTINGS, values);

describe('the descriptor of the table of versions', () => {
	it('takes a sound one, and a package without one', () => {
		expect(faultsWith(SETTINGS)).toEqual([]);
		expect(faultsWith(undefined)).toEqual([]);
		expect(faultsWith({ ...SETTINGS, quotedBy: undefined })).toEqual([]);
	});

	it.each([
		['revisions.resource', { ...SETTINGS, resource: 'edition' }, 'did you mean editions?'],
		['revisions.published', { ...SETTINGS, published: 'isued' }, 'did you mean issued?'],
		['revisions.standing', { ...SETTINGS, standing: 'became_of' }, 'became'],
		['revisions.quotedBy', { ...SETTINGS, quotedBy: 'tellers' }, 'did you mean teller?'],
		['revisions.standing', { ...SETTINGS, standing: 'why' }, 'list its codes as categories of the field'],
		['revisions.standings', { ...SETTINGS, standings: { ok: 'in-use' } }, 'add "old"'],
		['revisions.standings', { ...SETTINGS, standings: { ...SETTINGS.standings, ok: 'quoted' } }, '"in-use"'],
		['revisions.standings.ok', { ...SETTINGS, standings: { ...SETTINGS.standings, ok: 'inuse' } }, 'in-use'],
		['revisions.standings.bad', { ...SETTINGS, standings: { ...SETTINGS.standings, bad: 'quoted' } }, 'use '],
		['revisions', 'editions', 'write it in braces'],
		[
			'revisions.resource',
			{ ...SETTINGS, resource: 'sources', published: 'title', standing: 'title' },
			'time'
		]
	])('%s is at fault in %j', (column, settings, mend) => {
		const found = faultsWith(settings).filter((fault) => fault.column === column);
		expect(found.length, JSON.stringify(faultsWith(settings))).toBeGreaterThan(0);
		expect(found.map((fault) => fault.mend).join(' ')).toContain(mend);
	});

	it('names the row of a date of publication that does not exist', async () => {
		const head = VERSIONS.schema.fields.map((field) => field.name).join(',');
		const row = (issued: string, index: number) =>
			`${2020 + index},visits,any,narrow,visits,5,${issued},ok,A,,`;
		const csv = [head, ...['2020', '2020-13', '', '2021-02-30', '2021-02'].map(row)].join('\n');
		const { faults } = await readPackage(filesOf({ ...SOUND, 'editions.csv': csv }, packageWith()));
		expect(faults).toMatchObject([
			{ file: 'editions.csv', row: 3, column: 'issued', value: '2020-13' },
			{ file: 'editions.csv', row: 5, column: 'issued', value: '2021-02-30' }
		]);
		expect(revisionFaults(packageWith(), tablesWith([version(1, null, 'ok')]))).toEqual([]);
		expect(revisionFaults(packageWith(undefined), {})).toEqual([]);
	});
});

describe('revisionAnchor', () => {
	it('leaves out what goes without saying, and never the basis or unit apart', () => {
		expect(anchor(version(1, '2020', 'ok'))).toBe('visits-2020');
		expect(anchor(version(1, '2020', 'old', { rule: 'wide', unit: 'people' }))).toBe('visits-2020');
		expect(anchor(version(1, '2020', 'ok', { kind: 'red' }))).toBe('visits-red-2020');
		expect(anchor({ about: 2020, count: 'visits' })).toBe('visits-2020');
	});

	it('always names a place', () => {
		const fields = VERSIONS.schema.fields.map((field) =>
			field.name === 'kind' ? { ...field, role: 'place' as const } : field
		);
		const placed = { ...VERSIONS, schema: { ...VERSIONS.schema, fields } };
		expect(revisionAnchor(placed, SETTINGS, version(1, '2020', 'ok', { kind: 'red' }))).toBe(
			'visits-red-2020'
		);
		expect(revisionAnchor(placed, SETTINGS, version(1, '2020', 'ok'))).toBe('visits-any-2020');
	});

	it('is safe in an address, and no two codes meet in it', () => {
		const codes = ['a b', 'a-b', 'a_b', 'a.b', 'a/b', 'a#b', 'ab', 'AB', 'é', '"><script>', '😀'];
		const found = codes.map((count) => anchor({ about: 2020, count, kind: 'any' }));
		expect(new Set(found).size).toBe(codes.length);
		for (const each of found) expect(each).toMatch(/^[\w.-]+$/);
		expect(anchor({ about: '2020-05', count: 'visits' })).toBe('visits-2020-05');
	});
});
