import { describe, expect, it } from 'vitest';
import { chartPages, chartSpecs } from '../../../src/lib/server/charts.ts';
import { headlineFigures } from '../../../src/lib/server/headline.ts';
import { loadPackage } from '../../../src/lib/server/package.ts';
import { prose } from '../../../src/lib/server/prose.ts';
import { citedSources } from '../../../src/lib/server/sources.ts';
import { catalogue, tablePage } from '../../../src/lib/server/tables.ts';

describe('what the build knows of the package', () => {
	it('has the newest attested totals with their qualifiers', async () => {
		const figures = Object.fromEntries((await headlineFigures()).map((each) => [each.measure, each]));
		expect(figures['cases']?.total).toMatchObject({ value: 112822, period: '2024-12-31' });
		expect(figures['signals']?.total).toMatchObject({ value: 463000, qualifier: 'more_than' });
		expect(figures['victims_identified']?.latest).toMatchObject({ value: 21865, period: '2024' });
		expect(figures['cases']?.previous).toMatchObject({ value: 9619, period: '2023' });
		expect(figures['signals']?.previous).toMatchObject({ value: 50123, period: '2021' });
		expect(figures['signals']?.total?.sources[0]).toMatchObject({
			id: 'POL2025BLOG',
			label: 'Polaris, 2025'
		});
	});

	it('lists every table with its rows and years', async () => {
		const { tables, package: pkg } = await loadPackage();
		const entries = await catalogue();
		expect(entries.map(({ name }) => name)).toEqual(pkg.resources.map(({ name }) => name));
		for (const entry of entries) expect(entry.rows).toBe(tables[entry.name]?.rows.length);
		expect(entries.find(({ name }) => name === 'gender_by_year')).toMatchObject({ years: '2016–2023' });
		expect(await tablePage('no-such-table')).toBeUndefined();
	});

	it('shows the breaks of a table once each', async () => {
		const breaks = (await tablePage('national_by_year'))?.resource.breaks ?? [];
		expect(breaks.length).toBeGreaterThan(3);
		expect(new Set(breaks.map(({ id }) => id)).size).toBe(breaks.length);
	});

	it('gives every source with the letters and tables that cite it', async () => {
		const sources = await citedSources();
		const polaris = sources.find(({ row }) => row['source_id'] === 'POL2021');
		expect(polaris?.confidence).toContain('A');
		expect(polaris?.tables.map(({ name }) => name)).toEqual(
			expect.arrayContaining(['gender_by_year', 'age_by_year'])
		);
		expect(new Set(polaris?.tables.map(({ name }) => name)).size).toBe(polaris?.tables.length);
	});

	it('has a page for each subject with a chart', async () => {
		expect(await chartPages()).toEqual([
			...['overview', 'trends', 'types', 'people', 'channels', 'places', 'reach', 'world']
		]);
		expect((await chartSpecs()).length).toBeGreaterThan(30);
	});

	it('has its long texts, and says which it lacks', () => {
		expect(prose('method')).toContain('<h2>');
		expect(() => prose('no-such-text')).toThrow('no-such-text');
	});
});
