import { describe, expect, it } from 'vitest';
import { comparePage } from '../../../../src/lib/server/places/compare.ts';
import { placeCsv, placeSvg } from '../../../../src/lib/server/places/files.ts';
import { placePage, placesPage } from '../../../../src/lib/server/places/pages.ts';
import { REGION_FILES, regions, siteOf } from './fixture.ts';

const unrated = () => {
	const pkg = regions();
	for (const resource of pkg.resources) delete resource.population;
	for (const chart of pkg.charts as { query: { rate?: boolean } }[]) delete chart.query.rate;
	return pkg;
};

describe('the page of all places', () => {
	it('lists every place by name, with what is published of the newest year', async () => {
		const page = await placesPage(await siteOf());
		expect(page?.words).toEqual({ one: 'Region', many: 'Regions', whole: 'The whole' });
		expect(page?.figures).toMatchObject({ measure: 'Calls', period: '2020', hasRates: true });
		expect(page?.figures?.rows.map(({ place, count, status }) => [place.name, count, status])).toEqual([
			['Eastland (E1)', 6, '[u]'],
			['Eastland (E2)', 80, ''],
			['Farland', null, null],
			['Northland', 40, ''],
			['Westland', null, '[c]']
		]);
		const north = page?.figures?.rows[3];
		expect(north).toMatchObject({ residents: 200000, rate: 20 });
		expect(north?.low).toBeLessThan(20);
		expect(north?.high).toBeGreaterThan(20);
		const west = page?.figures?.rows[4];
		expect([west?.rate, west?.low, west?.high]).toEqual([null, null, null]);
	});

	it('tells complete years from others; a withheld figure is a published one', async () => {
		const pkg = regions();
		const files = {
			...REGION_FILES,
			'contacts.csv': `${REGION_FILES['contacts.csv']}X,2019,calls,calls,1,A,\n`
		};
		const page = await placesPage(await siteOf(pkg, files));
		expect(page?.coverage).toEqual([
			{ measure: 'Calls', complete: ['2019'], some: [{ period: '2020', count: 4 }] },
			{
				measure: 'Cases',
				complete: [],
				some: [
					{ period: '2020', count: 1 },
					{ period: '2021', count: 1 }
				]
			}
		]);
		expect(page?.figures).toMatchObject({ period: '2019', isComplete: true });
	});

	it('takes the year with the most places where none is complete', async () => {
		const page = await placesPage(await siteOf());
		expect(page?.figures?.isComplete).toBe(false);
		expect(page?.figures?.period).toBe('2020');
	});

	it('says why there are no rates', async () => {
		expect((await placesPage(await siteOf()))?.noRates).toBeUndefined();
		const without = await placesPage(await siteOf(unrated()));
		expect(without?.noRates).toBe('no-population');
		expect(without?.figures?.rows[3]).toMatchObject({ count: 40, rate: null, residents: null });
		const other = { ...REGION_FILES, 'residents.csv': 'region,year,value,source_id\nN,1990,100000,A\n' };
		const late = await placesPage(await siteOf(regions(), other));
		expect(late?.noRates).toBe('other-years');
		expect(late?.figures?.rows[3]).toMatchObject({ count: 40, rate: null, status: '[x]' });
	});

	it('is a plain list where no chart is about places', async () => {
		const pkg = regions();
		pkg.charts = (pkg.charts as { pages: string[] }[]).filter(({ pages }) => !pages.includes('places'));
		const page = await placesPage(await siteOf(pkg));
		expect(page?.places).toHaveLength(5);
		expect(page?.figures).toBeUndefined();
		expect(page?.coverage).toEqual([]);
	});
});

describe('the page of a place', () => {
	it('narrows its charts to the place', async () => {
		const page = await placePage('N', await siteOf());
		expect(page?.charts.map(({ id, search, view }) => [id, search, view?.answer.rows.length])).toEqual([
			['region-counts', '?place=N', 4],
			['region-rate', '?place=N', 2]
		]);
		const east = await placePage('E2', await siteOf());
		expect(east?.charts[0]?.view?.answer.rows.map(({ value }) => value)).toEqual([70, 80]);
		expect(east?.charts[0]?.search).toBe('?place=E2');
	});

	it('has the newest figure of each measure, and the newest rate', async () => {
		const page = await placePage('N', await siteOf());
		expect(page?.newest.map(({ measure, period, value }) => [measure, period, value])).toEqual([
			['Calls', '2020', 40],
			['Cases', '2021', 15]
		]);
		expect(page?.rate).toMatchObject({ period: '2020', rate: 20, unit: 'calls' });
	});

	it('keeps a withheld figure withheld', async () => {
		const page = await placePage('W', await siteOf());
		expect(page?.newest).toMatchObject([{ measure: 'Calls', value: null, status: '[c]' }]);
		expect(page?.rate).toMatchObject({ rate: null, low: null, high: null, status: '[c]' });
		expect(page?.isKnown).toBe(true);
	});

	it('has every figure that no chart shows, with its scope, limits, qualifier and source', async () => {
		const page = await placePage('N', await siteOf());
		expect(page?.other).toMatchObject([
			{
				name: 'totals',
				scope: 'The other line',
				limits: 'Counted otherwise.',
				rows: [
					{ period: '2022', value: 600, qualifier: 'exact', unit: 'calls', source: { id: 'B' } },
					{ period: '2021', value: 500, qualifier: 'more_than' }
				]
			}
		]);
		const pkg = regions();
		pkg.charts = (pkg.charts as { id: string }[]).filter(({ id }) => id !== 'region-counts');
		const fewer = await placePage('N', await siteOf(pkg));
		expect(fewer?.other[0]?.rows.map(({ what, period }) => `${what} ${period}`)).toEqual([
			'Cases 2021',
			'Cases 2020'
		]);
	});

	it('says that nothing is known of a place where only its residents are', async () => {
		const page = await placePage('X', await siteOf());
		expect(page?.isKnown).toBe(false);
		expect(page?.charts.map(({ view, search }) => [view, search])).toEqual([
			[undefined, ''],
			[undefined, '']
		]);
		expect(page?.other).toEqual([]);
		expect(page?.picture).toBeUndefined();
	});

	it('leaves a chart out whose table does not list the place', async () => {
		const pkg = regions();
		const [contacts] = pkg.resources;
		const field = contacts?.schema.fields[0];
		if (field?.categories) field.categories = field.categories.filter(({ value }) => value !== 'X');
		const page = await placePage('X', await siteOf(pkg));
		expect(page?.charts.map(({ id, view }) => [id, view])).toEqual([
			['region-counts', undefined],
			['region-rate', undefined]
		]);
	});

	it('names the help lines of the place first, each once', async () => {
		const names = (await placePage('N', await siteOf()))?.helpLines.map(({ name }) => name);
		expect(names).toEqual(['The northern line', 'The line']);
		const others = (await placePage('E1', await siteOf()))?.helpLines.map(({ name }) => name);
		expect(others).toEqual(['The line']);
	});

	it('is not there for an unknown address', async () => {
		expect(await placePage('n', await siteOf())).toBeUndefined();
		expect(await placeCsv('n', await siteOf())).toBeUndefined();
		expect(await placeSvg('n', await siteOf())).toBeUndefined();
	});
});

describe('the files of a place', () => {
	it('hold every row of every table, safe for spreadsheets, with limits on top', async () => {
		const csv = (await placeCsv('N', await siteOf())) ?? '';
		const lines = csv.trim().split('\r\n');
		const comments = lines.filter((line) => line.startsWith('#')).join('\n');
		expect(comments).toContain('Published figures about Northland');
		expect(comments).toContain('Scope: A line');
		expect(comments).toContain('Limits: Reports are not prevalence.');
		expect(comments).toContain('Table totals: Totals. Scope: The other line. Limits: Counted otherwise.');
		expect(comments).toContain('Source A: First');
		const [head, ...rows] = lines.filter((line) => !line.startsWith('#'));
		expect(head).toBe('table,period,measure,dimensions,value,status,qualifier,unit,source,confidence,note');
		expect(rows.map((row) => row.split(',')[0])).toEqual([
			...Array<string>(4).fill('contacts'),
			'totals',
			'totals',
			'residents'
		]);
		expect(rows[1]).toBe("contacts,2020,Calls,,40,,,calls,A,,'=1+1");
		expect(csv).not.toContain('E1');
	});

	it('mark withheld cells', async () => {
		const csv = (await placeCsv('W', await siteOf())) ?? '';
		expect(csv).toContain('contacts,2020,Calls,,[c],[c],,calls,A,,');
	});

	it('have a picture of the first chart for the place', async () => {
		const svg = (await placeSvg('E2', await siteOf())) ?? '';
		expect(svg).toContain('<svg');
		expect(svg).toContain('/places/E2');
		expect(svg).toContain('Eastland');
		expect(await placeSvg('X', await siteOf())).toBeUndefined();
		expect(await placeSvg('W', await siteOf())).toContain('<svg');
	});
});

describe('comparing places', () => {
	it('starts with the first places in alphabetical order that have every figure', async () => {
		const pkg = regions();
		const files = {
			...REGION_FILES,
			'contacts.csv': `${REGION_FILES['contacts.csv']}X,2020,calls,calls,1,A,\n`
		};
		const page = await comparePage(await siteOf(pkg, files));
		// Westland's figures are withheld; it would come last.
		expect(page?.sample).toEqual(['E1', 'E2', 'X']);
		const fewer = {
			...files,
			'residents.csv': REGION_FILES['residents.csv']?.replace('X,2020,5000,A\n', '') ?? ''
		};
		expect((await comparePage(await siteOf(pkg, fewer)))?.sample).toEqual(['E1', 'E2', 'N']);
	});

	it('draws a line for each place, in the panels that the chart has, under a title of what is counted', async () => {
		const page = await comparePage(await siteOf());
		const [rates, counts] = page?.views ?? [];
		expect(rates?.spec).toMatchObject({
			id: 'region-rate',
			series: ['region'],
			title: 'Calls per 100,000 residents'
		});
		expect(rates?.spec.facet).toBeUndefined();
		expect(counts?.spec).toMatchObject({ series: ['region'], facet: 'measure', title: 'Calls and cases' });
		const pkg = regions();
		for (const chart of pkg.charts as { id: string; facet?: string; series?: string[] }[]) {
			if (chart.id !== 'region-counts') continue;
			delete chart.facet;
			chart.series = ['measure'];
		}
		const other = (await comparePage(await siteOf(pkg)))?.views[1];
		expect(other?.spec).toMatchObject({ series: ['measure'], facet: 'region' });
	});

	it('carries the rows that answer any choice, and no others', async () => {
		const page = await comparePage(await siteOf());
		const rows = Object.fromEntries(
			(page?.tables ?? []).map((table) => [table.resource.name, table.rows.length])
		);
		expect(rows).toEqual({ contacts: 10, residents: 4 });
	});
});
