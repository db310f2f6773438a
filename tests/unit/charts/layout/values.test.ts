import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { breakAt, contextOf, NOT_ADDITIVE, type Figure, type Fixture } from '../fixture.ts';

const layOut = (fixture: Fixture) => layoutChart(contextOf(fixture));
const values = (layout: ReturnType<typeof layoutChart>, panel = 0) =>
	layout.panels[panel]?.texts.flatMap(({ value }) => value || []).sort();

describe('values beside lines', () => {
	it('stand at a point of a series that is alone before its end, with the others of that year', () => {
		const figures: Figure[] = [
			[2008, 'all', 3514],
			[2012, 'all', 9000],
			[2013, 'all', 9500],
			[2008, 'all', 5748, { basis: 'wide' }],
			[2009, 'all', 6000, { basis: 'wide' }],
			[2010, 'all', 9100, { basis: 'wide' }]
		];
		const query = { dimensions: ['year', 'basis'], basis: ['narrow', 'wide'] };
		expect(values(layOut({ figures, query }))).toEqual(['3,514', '5,748', '9,100', '9,500']);
	});

	it('name the first and the last of each of several panels, and a lone figure with its year', () => {
		const figures: Figure[] = [
			[2018, 'red', 10],
			[2019, 'red', 40],
			[2020, 'red', 30],
			[2019, 'green', 7]
		];
		const layout = layOut({
			figures,
			spec: { facet: 'kind' },
			query: { dimensions: ['year', 'kind'], filters: { kind: ['red', 'green'] } },
			additivity: NOT_ADDITIVE
		});
		expect(values(layout)).toEqual(['10', '30']);
		const lone = layout.panels[1];
		expect(lone).toMatchObject({ grid: [], ticks: [], bands: [] });
		expect(lone?.texts).toMatchObject([{ lines: ['2019:'], value: '7' }]);
		expect(layout.data.at(-1)).toMatchObject({ panel: 1, position: 1 });
	});
});

describe('a lower limit', () => {
	it('never stands as an exact figure', () => {
		const figures: Figure[] = [
			[2018, 'all', 10],
			[2019, 'all', 40, { qualifier: 'more_than' }]
		];
		expect(values(layOut({ figures }))).toEqual(['>40']);
	});

	it('nor in a row of dots', () => {
		const figures: Figure[] = [[2019, 'red', 40, { qualifier: 'more_than' }]];
		const query = { dimensions: ['kind'], filters: { kind: ['red'], year: [2019] } };
		const spec: Fixture['spec'] = { mark: 'dot', x: 'kind' };
		expect(values(layOut({ figures, query, spec, additivity: NOT_ADDITIVE }))).toEqual(['>40']);
	});
});

describe('words in a gap', () => {
	it('keep clear of a rule, and go where there is no room', () => {
		const figures: Figure[] = [
			[2018, 'all', 10],
			[2020, 'all', 30]
		];
		const rule = breakAt('2019-07', { comparableAcross: true });
		const layout = layOut({ figures, breaks: [rule] });
		const [panel] = layout.panels;
		const turned = panel?.texts.filter((text) => text.turned) ?? [];
		expect(turned.length).toBeGreaterThan(0);
		for (const text of turned) {
			const plot = text.width === 'wide' ? 400 : 220;
			for (const { x } of panel?.rules ?? []) expect(Math.abs(x - text.x) * plot).toBeGreaterThanOrEqual(9);
		}
		const dense = ['2018-09', '2019', '2019-03', '2019-05', '2019-07', '2019-09', '2019-11', '2020'];
		const crowded = layOut({
			figures: [[2002, 'all', 5], ...figures],
			breaks: dense.map((from) => breakAt(from, { comparableAcross: true }))
		});
		const between = crowded.panels[0]?.texts.filter((text) => text.turned && text.x > 0.85);
		expect(between?.filter((text) => text.width !== 'wide')).toEqual([]);
	});
});
