import { describe, expect, it } from 'vitest';
import type { ChartView } from '../../../../src/lib/charts/types.ts';
import type { CubeAnswer, CubeRow } from '../../../../src/lib/cube/types.ts';
import type { Resource } from '../../../../src/lib/package/types.ts';
import { firstPeriod } from '../../../../src/lib/server/report.ts';
import type { ReachFigure } from '../../../../src/lib/ui/reach/types.ts';
import { reportCharts } from '../../../../src/lib/ui/report/charts.ts';
import { readReport, writeReport } from '../../../../src/lib/ui/report/choice.ts';
import { headlineFigures } from '../../../../src/lib/ui/report/figures.ts';
import { placeTable } from '../../../../src/lib/ui/report/placeRows.ts';
import { reportSources } from '../../../../src/lib/ui/report/sources.ts';

const names = ['Alton', 'Bray', 'Cove', 'Dale', 'Eden', 'Firth'];
const links = names.map((name) => ({ code: name.charAt(0), name, slug: name.charAt(0) }));
const known = {
	years: [2012, 2013, 2014, 2016, 2017],
	initial: { from: 2013, to: 2017, places: [] },
	places: {
		places: links,
		words: { one: 'Port', many: 'Ports', whole: 'The coast' },
		field: 'port'
	}
};
const standard = { from: 2013, to: 2017, places: [] };

describe('the address of a brief', () => {
	it.each<[string, Parameters<typeof writeReport>[0]]>([
		['', standard],
		['?from=2012', { ...standard, from: 2012 }],
		['?to=2016&places=B,D', { ...standard, to: 2016, places: ['B', 'D'] }]
	])('keeps a choice: %j', (search, choice) => {
		expect(writeReport(choice, known)).toBe(search);
		expect(readReport(search, known)).toEqual({ choice, notices: [] });
	});

	it.each([
		'?from=2015',
		'?to=19999',
		'?from=<script>',
		'?places=Z',
		'?places=A,B,C,D,E,F',
		'?from=2017&to=2012'
	])('leaves out with a notice what cannot be followed: %s', (search) => {
		const { choice, notices } = readReport(search, known);
		expect(notices).toHaveLength(1);
		expect(notices.join(' ')).not.toContain('<');
		expect(choice.from).toBe(2013);
		expect(choice.to).toBe(2017);
		expect(choice.places.length).toBeLessThanOrEqual(5);
	});

	it('takes a first year after the standard last one, or a last before the first', () => {
		const later = { ...known, initial: { from: 2012, to: 2014, places: [] } };
		expect(readReport('?from=2016', later).choice).toEqual({ from: 2016, to: 2016, places: [] });
		expect(readReport('?to=2012', known).choice).toEqual({ from: 2012, to: 2012, places: [] });
	});

	it('names no places where the package has none, and reads no more than a short address', () => {
		const { years, initial } = known;
		expect(readReport('?places=A', { years, initial }).notices).toHaveLength(1);
		expect(readReport(`?x=${'a'.repeat(400)}&from=2012`, known).choice.from).toBe(2013);
	});
});

const figure = (period: string, value: number | null = 5): ReachFigure => ({
	...{ period, periodLabel: period, value, status: '', qualifier: '', unit: 'calls', basis: '', scope: '' },
	...{ sources: [{ id: 's', label: 'A line, 2019' }], confidence: 'B', notes: [], change: { kind: 'first' } }
});
const measure = (label: string, ...periods: string[]) => ({
	label,
	figures: periods.map((each) => figure(each))
});

describe('the headline figures of a brief', () => {
	const newest = (measures: Parameters<typeof headlineFigures>[0], most = 6) =>
		headlineFigures(measures, { from: 2013, to: 2016 }, most).map(
			(each) => `${each.label} ${each.figure.period}`
		);

	it('are the newest whose period lies in the years', () => {
		expect(newest([measure('Calls', '2012', '2014', '2017'), measure('Cases', '2017')])).toEqual([
			'Calls 2014'
		]);
		expect(newest([measure('Calls', '2014', '2015-10/2016-09', '2016-10/2017-09')])).toEqual([
			'Calls 2015-10/2016-09'
		]);
		expect(newest([{ label: 'Calls', figures: [figure('2014'), figure('2015', null)] }])).toEqual([
			'Calls 2014'
		]);
	});

	it('are, of too many, the newest in the order of the package', () => {
		expect(newest([measure('A', '2013'), measure('B', '2016'), measure('C', '2014')], 2)).toEqual([
			'B 2016',
			'C 2014'
		]);
	});
});

describe('the first period of a brief', () => {
	it('ends with the newest year that is well covered, and has at most ten years', () => {
		const years = Array.from({ length: 14 }, (_, index) => 2005 + index);
		const all = years.slice(0, 13).map(String);
		expect(
			firstPeriod(
				[measure('A', ...all), measure('B', ...all), measure('C', ...all), measure('D', ...all)],
				years
			)
		).toEqual({ from: 2008, to: 2017 });
		const few = [
			measure('A', ...all, '2018'),
			measure('B', ...all),
			measure('C', ...all),
			measure('D', ...all)
		];
		expect(firstPeriod(few, years).to).toBe(2017);
		expect(firstPeriod(few.slice(0, 3), years).to).toBe(2018);
		expect(firstPeriod([], [])).toEqual({ from: 0, to: 0 });
	});
});

const resource: Resource = {
	...{ name: 'ports', path: 'ports.csv', type: 'table', title: 'Ports', description: '', unit: 'calls' },
	schema: {
		fields: [
			{ name: 'year', type: 'year', role: 'time' },
			{
				...{ name: 'port', type: 'string', role: 'place' },
				categories: links.map(({ code, name }) => ({ value: code, label: name }))
			},
			{ name: 'value', type: 'integer', role: 'value' }
		]
	}
};

function chart(
	id: string,
	rows: [number, string, number | null, CubeRow['rate']?][]
): { view: ChartView; answer: CubeAnswer } {
	const dimensions = ['year', 'port'];
	const query = { table: 'ports', dimensions, ...(rows.some(([, , , rate]) => rate) ? { rate: true } : {}) };
	const answer: CubeAnswer = {
		...{ refused: false, query, breaks: [], nonAdditive: [], withheld: 0 },
		rows: rows.map(([year, port, value, rate]) => ({
			...{
				key: { year, port },
				value,
				status: value === null ? '[c]' : '',
				qualifier: '',
				denominator: null
			},
			...{ sources: ['s'], confidence: 'C', notes: [], ...(rate ? { rate } : {}) }
		}))
	};
	const view: ChartView = {
		spec: { id, title: `Chart ${id}`, pages: [], query, mark: 'line', x: 'year', series: ['port'] },
		...{ resource, answer, sources: [{ id: 's', title: 'T', publisher: 'A line', url: '', date: '2019' }] },
		package: { title: '', publisher: '', scope: '', limits: '', version: '1.0.0', asOf: '2020-01-01' }
	};
	return { view, answer };
}

describe('the charts of a brief', () => {
	const years = { from: 2013, to: 2016 };
	const whole = ['a', 'b', 'c', 'd', 'e'].map((id, at) => chart(id, [[at === 1 ? 2012 : 2014, 'A', 5]]).view);
	const shown = (...args: Parameters<typeof reportCharts>) =>
		reportCharts(...args).map(({ view, answer }) => [
			view.spec.id,
			answer.rows.map((row) => row.key['year'])
		]);

	it('are four with a number in its years', () => {
		expect(shown(whole, [], 'port', years)).toEqual([
			['a', [2014]],
			['c', [2014]],
			['d', [2014]],
			['e', [2014]]
		]);
		expect(shown([chart('f', [[2014, 'A', null]]).view], [], 'port', years)).toEqual([]);
	});

	it('begin with at most three of the places', () => {
		const own = ['x', 'y', 'z', 'w'].map((id) =>
			chart(id, [
				[2013, 'A', 5],
				[2014, 'A', 6]
			])
		);
		expect(shown(whole, own, 'port', years).map(([id]) => id)).toEqual(['x', 'y', 'z', 'a']);
	});

	it('show several places over the years that they share', () => {
		const own = chart('x', [
			...([
				[2012, 'A', 1],
				[2013, 'A', 1],
				[2013, 'B', 2],
				[2014, 'A', 1],
				[2014, 'B', 2]
			] as [number, string, number][]),
			[2016, 'B', 3]
		]);
		expect(shown([], [own], 'port', years)).toEqual([['x', [2013, 2013, 2014, 2014]]]);
		const apart = chart('x', [
			[2013, 'A', 1],
			[2014, 'B', 2]
		]);
		expect(shown([], [apart], 'port', years)).toEqual([['x', [2013, 2014]]]);
	});
});

describe('the table of chosen places', () => {
	const rate = { count: 12, population: 1000, basis: '', low: 6.2, high: 20.96, sources: [] };
	const table = placeTable(
		[
			chart('rates', [[2013, 'B', 12.04, rate]]),
			chart('counts', [
				[2013, 'A', 7],
				[2014, 'A', null],
				[2014, 'B', 1200],
				[2017, 'B', 9],
				[2016, 'F', 4]
			])
		],
		known.places,
		{ from: 2013, to: 2016, places: ['B', 'A', 'C'] },
		'en-US'
	);

	it('names the newest number of each place in the years, in alphabetical order', () => {
		expect(table.heads).toEqual(['Chart rates, per 100,000', 'Chart counts']);
		expect(table.rows.map(({ name, cells }) => [name, ...cells])).toEqual([
			['Alton', 'none published', '7, 2013'],
			['Bray', '12.0 (6.2 to 21.0), 2013', '1,200, 2014'],
			['Cove', 'none published', 'none published']
		]);
	});
});

describe('the sources of a brief', () => {
	it('stand once, with their letters', () => {
		const headline = [{ label: 'Calls', figure: figure('2014') }];
		expect(reportSources(headline, [chart('a', [[2014, 'A', 5]])])).toEqual(['A line 2019 (B, C)']);
	});
});
