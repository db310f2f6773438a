import { describe, expect, it } from 'vitest';
import { loadPackage } from '../../../src/lib/server/package.ts';
import { revisions, revisionsOf } from '../../../src/lib/server/revisions.ts';
import type { Row } from '../../../src/lib/package/types.ts';
import { packageWith, tablesWith, version } from '../package/versionsSample.ts';

function figuresOf(...rows: Row[]) {
	const found = revisionsOf(packageWith(), tablesWith(rows));
	if (!found) throw new Error('There are no revisions.');
	return found.figures;
}

describe('revisionsOf', () => {
	it('is nothing for a package without a table of versions, or with an empty one', () => {
		expect(revisionsOf(packageWith(undefined), tablesWith([]))).toBeUndefined();
		const { revisions: _, ...plain } = packageWith();
		expect(revisionsOf(plain, tablesWith([version(1, '2020', 'ok')]))).toBeUndefined();
		expect(revisionsOf(packageWith(), tablesWith([]))).toBeUndefined();
	});

	it('gives the difference from the figure in use, in numbers and as a share', () => {
		const [figure] = figuresOf(version(200, '2021-06', 'ok'), version(190, '2021-01-05', 'old'));
		expect(figure).toMatchObject({ id: 'visits-2020', title: 'Visits, 2020', changed: true });
		expect(figure?.lines).toHaveLength(1);
		expect(figure?.lines[0]).toMatchObject({ basis: 'Narrow', unit: 'visits', reference: 1 });
		expect(figure?.lines[0]?.versions).toMatchObject([
			{
				value: 190,
				difference: { count: -10, share: -0.05 },
				standing: 'superseded',
				standingLabel: 'Replaced'
			},
			{ value: 200, standing: 'in-use', source: { id: 'A', title: 'Title A' } }
		]);
		expect(figure?.lines[0]?.versions[1]).not.toHaveProperty('difference');
	});

	it('orders by date whatever its precision, the figure in use last of one day, undated ones at the end', () => {
		const [figure] = figuresOf(
			version(1, null, 'odd'),
			version(2, '2021-03', 'ok'),
			version(3, '2021-03', 'old'),
			version(4, '2020', 'heard'),
			version(5, '2021-02-28', 'heard')
		);
		expect(figure?.lines[0]?.versions.map(({ value }) => value)).toEqual([4, 5, 3, 2, 1]);
		expect(figure?.lines[0]?.reference).toBe(3);
	});

	it('never compares two bases or units, and says of neither that it changed', () => {
		const [figure] = figuresOf(
			version(210, '2021', 'else', { rule: 'wide' }),
			version(200, '2020', 'ok'),
			version(90, '2021', 'else', { unit: 'people' })
		);
		expect(figure?.lines.map(({ basis, unit }) => [basis, unit])).toEqual([
			['Narrow', 'visits'],
			['Wide', 'visits'],
			['Narrow', 'people']
		]);
		expect(figure?.changed).toBe(false);
		const versions = figure?.lines.flatMap((line) => line.versions) ?? [];
		expect(versions.filter((each) => each.difference)).toEqual([]);
	});

	it('compares with the newest figure of a basis where none of it is in use, and else with nothing', () => {
		const [wide] = figuresOf(
			version(100, '2021', 'old', { rule: 'wide' }),
			version(80, '2022', 'else', { rule: 'wide' }),
			version(90, '2022-05', 'heard', { rule: 'wide' })
		);
		expect(wide?.lines[0]?.reference).toBe(1);
		expect(wide?.lines[0]?.versions[0]?.difference).toEqual({ count: 20, share: 0.25 });
		const [loose] = figuresOf(version(100, '2021', 'old'), version(90, '2022', 'heard'));
		expect(loose?.lines[0]?.reference).toBeNull();
		expect(loose?.lines[0]?.versions.some((each) => each.difference)).toBe(false);
	});

	it('has no share of zero, and no difference from what is not there', () => {
		const [zero] = figuresOf(version(0, '2022', 'ok'), version(4, '2021', 'old'));
		expect(zero?.lines[0]?.versions[0]?.difference).toEqual({ count: 4, share: null });
		const [none] = figuresOf(version(5, '2022', 'ok'), version(null, '2021', 'old', { status: '[c]' }));
		expect(none?.lines[0]?.versions[0]).toMatchObject({ value: null, marker: '[c]' });
		expect(none?.lines[0]?.versions[0]).not.toHaveProperty('difference');
	});

	it('keeps a version without a source, and tells a quoting source from a quoting name', () => {
		const [figure] = figuresOf(
			version(1, '2020', 'ok', { source_id: null }),
			version(2, '2021', 'heard', { source_id: 'B', teller: 'B' }),
			version(3, '2022', 'heard', { source_id: null, teller: 'A paper', why: 'Read in a paper' })
		);
		const [plain, quoted, named] = figure?.lines[0]?.versions ?? [];
		expect(plain).toMatchObject({ quotedBy: '', reason: '' });
		expect(plain).not.toHaveProperty('source');
		expect(quoted).toMatchObject({ source: { id: 'B' }, quotedBy: { id: 'B' } });
		expect(named).toMatchObject({ quotedBy: 'A paper', reason: 'Read in a paper' });
	});

	it('takes one version in use for unchanged, one that is doubted or replaced for changed', () => {
		expect(figuresOf(version(1, '2020', 'ok'))[0]).toMatchObject({ changed: false });
		for (const standing of ['old', 'heard', 'odd']) {
			expect(figuresOf(version(1, null, standing))[0], standing).toMatchObject({ changed: true });
		}
	});

	it('lists figures by measure as the package does, then by time, and names parts that do not go without saying', () => {
		const found = revisionsOf(
			packageWith(),
			tablesWith([
				version(1, '2020', 'ok', { count: 'reports', about: 2021 }),
				version(1, '2020', 'ok', { about: 2021, kind: 'red' }),
				version(1, '2020', 'ok', { about: 2019 })
			])
		);
		expect(found?.figures.map(({ title }) => title)).toEqual([
			'Visits, 2019',
			'Visits, 2021: Red',
			'Reports, 2021'
		]);
		expect(found?.measures).toEqual([
			{ code: 'visits', label: 'Visits' },
			{ code: 'reports', label: 'Reports' }
		]);
		expect(found?.standings).toEqual([{ standing: 'in-use', label: 'Good', description: '' }]);
	});
});

describe('the default package', () => {
	it('has every row of its table once, and an address of its own for every figure', async () => {
		const { tables } = await loadPackage();
		const found = await revisions();
		const rows = tables[found?.table ?? '']?.rows ?? [];
		const versions = found?.figures.flatMap(({ lines }) => lines.flatMap((line) => line.versions)) ?? [];
		expect(versions).toHaveLength(rows.length);
		const sum = (values: (number | null)[]) =>
			values.reduce<number>((total, value) => total + (value ?? 0), 0);
		expect(sum(versions.map(({ value }) => value))).toBe(sum(rows.map((row) => Number(row['value']))));
		const ids = found?.figures.map(({ id }) => id) ?? [];
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toContain('cases-2018');
		expect(ids).toContain('cases-sex-2018');
		expect(ids).not.toContain('');
	});

	it('tells the restatements that are known', async () => {
		const figures = (await revisions())?.figures ?? [];
		const line = (id: string, at = 0) => figures.find((each) => each.id === id)?.lines[at];
		expect(line('cases-2018')?.versions.map(({ value, standing }) => [value, standing])).toEqual([
			[10949, 'in-use'],
			[10915, 'quoted']
		]);
		expect(line('cases-2018')?.versions[1]?.difference?.count).toBe(-34);
		expect(line('cases-2015')?.versions).toHaveLength(1);
		expect(line('cases-2015', 1)?.versions[0]?.difference?.count).toBe(12);
		const survivors = figures.find(({ id }) => id === 'unique_survivors_contacting-2017');
		expect(survivors?.lines.map(({ versions }) => versions.map(({ difference }) => difference))).toEqual([
			[undefined],
			[undefined]
		]);
	});
});
