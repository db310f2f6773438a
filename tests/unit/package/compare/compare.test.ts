import { expect, it, describe } from 'vitest';
import { changesCsv, comparePackages, nextVersion } from '../../../../src/lib/package/compare/index.ts';
import type { Side } from '../../../../src/lib/package/compare/types.ts';
import { asStandard, readPackage, withTranslations } from '../../../../src/lib/package/index.ts';
import type { DataPackage } from '../../../../src/lib/package/types.ts';
import { description, filesOf, SOUND } from '../sample.ts';

/** The sample with other tables or another descriptor. */
async function side(
	files: Record<string, string> = {},
	change: (pkg: DataPackage) => void = () => {}
): Promise<Side> {
	const pkg = description();
	change(pkg);
	const read = await readPackage(filesOf({ ...SOUND, ...files, 'datapackage.json': JSON.stringify(pkg) }));
	if (!read.package || read.faults.length) throw new Error(JSON.stringify(read.faults));
	return { package: read.package, tables: read.tables };
}

const forms = String(SOUND['forms.csv']);
const national = String(SOUND['national.csv']);

describe('the difference of two packages', () => {
	it('is nothing between equals, whatever the version', async () => {
		const later = await side({}, (pkg) => (pkg.version = '9.0.0'));
		expect(comparePackages(await side(), later)).toEqual({ tables: [], texts: [], reasons: [] });
	});

	it('names rows by their key, old and new values, and rows that are new or gone', async () => {
		const more = await side({ 'national.csv': `${national.trimEnd()}\n2019,cases,cases,7,,A\n` });
		const after = await side({ 'national.csv': `${national.trimEnd()}\n2019,cases,cases,8,,A\n` });
		const { tables, level } = comparePackages(more, after);
		expect(level).toBe('patch');
		expect(tables.map(({ name }) => name)).toEqual(['national']);
		expect(tables[0]?.rows).toEqual([
			{
				kind: 'changed',
				key: { year: '2019', measure: 'cases', unit: 'cases' },
				cells: [{ field: 'value', before: '7', after: '8' }]
			}
		]);
		expect(comparePackages(await side(), more)).toMatchObject({
			level: 'minor',
			tables: [{ rows: [{ kind: 'added', cells: [{ field: 'value', after: '7' }, { field: 'source_id' }] }] }]
		});
		const [gone] = comparePackages(more, await side()).tables;
		expect(gone?.rows).toEqual([
			{ kind: 'removed', key: { year: '2019', measure: 'cases', unit: 'cases' }, cells: [] }
		]);
	});

	it('tells no earlier value at all where a figure is withheld now', async () => {
		const after = await side({
			'forms.csv': forms.replace('sex,70', 'sex,[c]'),
			'national.csv': national.replace('cases,cases,100', 'cases,cases,101')
		});
		const found = comparePackages(await side(), after);
		expect(found.level).toBe('major');
		expect(found.reasons.map(({ text }) => text)).toContain('forms: 1 figure is withheld that stood there');
		const told = JSON.stringify(found);
		expect(told).not.toMatch(/"before":"/);
		expect(changesCsv(found)).not.toMatch(/\b(70|100)\b/);
		expect(changesCsv(found)).toContain('forms,withheld,year=2016 form=sex,value,,[c]');
	});

	it('tells no earlier value in a period in which a figure is withheld in both, or a row is gone', async () => {
		const before = await side({ 'forms.csv': forms.replace('sex,70', 'sex,[c]') });
		const changed = forms.replace('sex,70', 'sex,[c]').replace(/labor,\d+/, 'labor,21');
		const hidden = comparePackages(before, await side({ 'forms.csv': changed })).tables[0]?.rows;
		expect(hidden).toEqual([
			{ kind: 'changed', key: { year: '2016', form: 'labor' }, cells: [{ field: 'value', after: '21' }] }
		]);
		const without = forms.replace(/^2016,sex.*\n/m, '').replace(/labor,\d+/, 'labor,21');
		const lost = comparePackages(await side(), await side({ 'forms.csv': without })).tables[0]?.rows;
		expect(lost?.map(({ kind, cells }) => [kind, cells.map((cell) => cell.before)])).toEqual([
			['changed', [undefined]],
			['removed', []]
		]);
	});

	it('grades changes of columns and codes as the recipe does', async () => {
		const level = async (change: (pkg: DataPackage) => void) =>
			comparePackages(await side(), await side({}, change)).level;
		const formsOf = (pkg: DataPackage) => pkg.resources.find(({ name }) => name === 'forms')!;
		expect(await level((pkg) => (pkg.title = 'Another title'))).toBe('patch');
		expect(
			await level((pkg) => formsOf(pkg).schema.fields[1]!.categories!.push({ value: 'new', label: 'New' }))
		).toBe('minor');
		expect(await level((pkg) => (formsOf(pkg).schema.fields[2]!.type = 'number'))).toBe('major');
		expect(await level((pkg) => (formsOf(pkg).unit = 'people'))).toBe('major');
		const table = comparePackages(await side(), {
			...(await side()),
			tables: {}
		});
		expect(table.level).toBe('major');
		expect(['major', 'minor', 'patch'].map((each) => nextVersion('1.2.3', each as 'major'))).toEqual([
			'2.0.0',
			'1.3.0',
			'1.2.4'
		]);
	});
});

describe('texts by language', () => {
	const pkg = {
		languages: ['en', 'es-US'],
		title: { en: 'Calls', es: 'Llamadas' },
		resources: [{ name: 'a', title: { en: 'A', es: 'B' }, odd: { en: 1 } }]
	} as unknown as DataPackage;

	it('stand as the standard has them, and come back', () => {
		const standard = asStandard(pkg);
		expect(standard).toMatchObject({
			title: 'Calls',
			'title@es': 'Llamadas',
			resources: [{ title: 'A', 'title@es': 'B' }]
		});
		expect(withTranslations(standard)).toEqual(pkg);
		expect(withTranslations(pkg)).toEqual(pkg);
	});
});
