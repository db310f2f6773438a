import { describe, expect, it } from 'vitest';
import { classAt, classLimits, stepOf } from '../../../../src/lib/charts/layout/classes.ts';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { mapKeyWords, mapSentences } from '../../../../src/lib/charts/words/mapWords.ts';
import { mapAsText } from '../mapAsText.ts';
import { mapContext, SHAPES, type MapFixture, type PlaceFigure } from '../mapFixture.ts';

const layout = (fixture: MapFixture) => layoutChart(mapContext(fixture));
const row = (value: number, rate = false) => {
	const figure: PlaceFigure = rate ? ['A', value, '', 1] : ['A', value];
	const found = mapContext({ figures: [figure] }).answer.rows[0];
	if (!found) throw new Error('no row');
	return found;
};
const sentences = (fixture: MapFixture) => {
	const context = mapContext(fixture);
	return mapSentences(context, layoutChart(context));
};
const key = (fixture: MapFixture) => {
	const context = mapContext(fixture);
	const drawn = layoutChart(context);
	if (!drawn.map) throw new Error('no map');
	return mapKeyWords(context, drawn, drawn.map);
};

const FIGURES: PlaceFigure[] = [
	['A', 1],
	['B', 5],
	['C', null, '[c]'],
	['D', 12, '[u]']
];
const FIXED = { classes: [{ figure: 'count' as const, limits: [2, 5, 10] }] };

describe('tile map', () => {
	it('puts each place in its cell: class, hatch, mark of low reliability, and places without a figure', () => {
		expect(mapAsText(layout({ figures: FIGURES, spec: FIXED }))).toMatchInlineSnapshot(`
			"tile-map
			map - 0 + 800 x 200
			  A 0.004-0.121 0.018-0.483 step 1 datum 0: narrow mark "A" +4.5; wide mark "A" +-2; wide value "1" +14
			  B 0.129-0.246 0.018-0.483 step 4 datum 1: narrow mark "B" +4.5; wide mark "B" +-2; wide value "5" +14
			  C 0.004-0.121 0.518-0.983 withheld datum 2: all mark "C" +4.5
			  D 0.129-0.246 0.518-0.983 step 6 datum 3: narrow mark "D" +6; wide mark "D" +-2; wide value "12" +14; narrow dot 0,4; wide dot -5,5
			  E 0.254-0.371 0.518-0.983 unknown datum 4: all mark "E" +4.5
			class 1: ..2 1
			class 3: 2..5 0
			class 4: 5..10 1
			class 6: 10.. 1"
		`);
	});

	it('writes figures from the width on at which all have room, never beside each other', () => {
		const columns = Object.fromEntries(SHAPES.places.map(({ code }, at) => [code, [at * 2.5, 0]])) as Record<
			string,
			[number, number]
		>;
		const wide = layout({ figures: FIGURES, shapes: { ...SHAPES, tiles: columns } });
		const values = (drawn: typeof wide) =>
			drawn.panels[0]?.map?.areas.flatMap(({ texts }) =>
				texts.flatMap((text) => (text.kind === 'value' ? `${text.width} ${text.text}` : []))
			);
		expect(values(wide)).toEqual(['wide 1', 'wide 5', 'wide 12']);
		const long: PlaceFigure[] = FIGURES.map(([place]) => [place, 12345]);
		expect(values(layout({ figures: long, shapes: { ...SHAPES, tiles: columns } }))?.[0]).toBe(
			'broad 12,345'
		);
		const longer: PlaceFigure[] = FIGURES.map(([place]) => [place, 123456789]);
		expect(values(layout({ figures: longer, shapes: { ...SHAPES, tiles: columns } }))).toEqual([]);
	});
});

describe('geographic map', () => {
	it('writes letters where they have room, and draws what is too small as a disc', () => {
		expect(mapAsText(layout({ figures: FIGURES, spec: { mark: 'map', ...FIXED } }))).toMatchInlineSnapshot(`
			"map
			map - 0 + 960 x 480
			  A 0-0.313 0-0.625 step 1 datum 0: all mark "A" +4.5
			  B 0.313-0.625 0-0.625 step 4 datum 1: all mark "B" +4.5
			  C 0-0.063 0.625-0.75 withheld datum 2: all mark "C" +4.5
			  D 0.313-0.469 0.625-0.938 step 6 datum 3: all mark "D" +1; all dot 0,8
			  E 0.729-0.735 0.625-0.638 unknown tiny datum 4: 
			class 1: ..2 1
			class 3: 2..5 0
			class 4: 5..10 1
			class 6: 10.. 1"
		`);
	});

	it('says which published places it has no shape for, with their figures', () => {
		const { C: _, ...paths } = SHAPES.shapes?.paths ?? {};
		const shapes = { ...SHAPES, shapes: { width: 960, height: 480, paths } };
		const figures: PlaceFigure[] = [...FIGURES, ['X', 7]];
		expect(sentences({ figures, shapes, spec: { mark: 'map' } })).toEqual([
			'Not on the map: Cland (withheld for privacy) and Elsewhere (7 calls).'
		]);
	});
});

describe('maps of few or tall places', () => {
	it('are no higher than a page: a tall map has room at both sides', () => {
		const shapes = {
			...SHAPES,
			shapes: { ...SHAPES.shapes, width: 200, height: 850, paths: { ...SHAPES.shapes?.paths } }
		};
		const [panel] = layout({ figures: FIGURES, shapes, spec: { mark: 'map' } }).panels;
		expect(panel?.map).toMatchObject({ left: -400, width: 1000, height: 850 });
		expect(panel?.map?.areas[0]?.box).toMatchObject({ x0: 0.4, x1: 0.7 });
	});

	it('have tiles no larger than those of eight columns', () => {
		const [panel] = layout({ figures: FIGURES }).panels;
		expect(panel?.map?.areas.at(-1)?.box.x1).toBeLessThan(3 / 8);
	});
});

describe('order', () => {
	it('is that of the places, whatever the figures and their order are', () => {
		const turned = [...FIGURES].reverse();
		for (const mark of ['tile-map', 'map'] as const) {
			const drawn = layout({ figures: turned, spec: { mark, order: 'value' } });
			expect(drawn.data.map((datum) => datum.row.key['place'])).toEqual(['A', 'B', 'C', 'D', 'E']);
			expect(drawn.panels[0]?.map?.areas.map((area) => area.place)).toEqual(['A', 'B', 'C', 'D', 'E']);
		}
	});
});

describe('classes', () => {
	it('put a limit into the class above it', () => {
		const limits = [2, 5, 10];
		expect([0, 1.99, 2, 4, 5, 10, 99].map((value) => classAt(limits, row(value)))).toEqual([
			0, 0, 1, 1, 2, 3, 3
		]);
	});

	it('class a rate as it is written', () => {
		expect([3.94, 3.96, 4.04, 1234.6].map((value) => classAt([4, 1000], row(value, true)))).toEqual([
			0, 1, 1, 2
		]);
	});

	it('are those that the chart fixes for what is counted, as a rate or a count', () => {
		const classes = [
			{ figure: 'count' as const, limits: [1] },
			{ figure: 'rate' as const, limits: [2] },
			{ figure: 'count' as const, measure: 'calls', limits: [3] },
			{ figure: 'count' as const, measure: 'cases', limits: [4] }
		];
		const limitsOf = (fixture: Partial<MapFixture>, which = classes) => {
			const context = mapContext({ figures: FIGURES, spec: { classes: which }, ...fixture });
			return classLimits(context, context.answer.rows);
		};
		expect(limitsOf({})).toEqual({ limits: [3], isFixed: true });
		expect(limitsOf({}, classes.slice(0, 2))).toEqual({ limits: [1], isFixed: true });
		expect(limitsOf({ rate: true })).toEqual({ limits: [2], isFixed: true });
		expect(limitsOf({ rate: true }, classes.slice(2)).isFixed).toBe(false);
	});

	it('are round equal steps of what is shown where none are fixed, and are said to be', () => {
		const figures: PlaceFigure[] = [
			['A', 0],
			['B', 10],
			['C', 3]
		];
		const context = mapContext({ figures });
		expect(classLimits(context, context.answer.rows)).toEqual({ limits: [2, 4, 6, 8], isFixed: false });
		expect(key({ figures }).remarks).toEqual([
			'These classes are of the figures shown here only, so a shade may mean something else on another map.'
		]);
		expect(key({ figures, spec: FIXED }).remarks).toEqual([]);
	});

	it('are never more than the ramp has, and have steps of their own from faint to strong', () => {
		for (let most = 1; most < 400; most += 7) {
			const context = mapContext({
				figures: [
					['A', 0],
					['B', most],
					['C', most / 3]
				]
			});
			expect(classLimits(context, context.answer.rows).limits.length).toBeLessThanOrEqual(5);
		}
		for (let count = 0; count <= 5; count++) {
			const limits = Array.from({ length: count }, (_, at) => at + 1);
			const steps = [...limits, 0].map((_, index) => stepOf(limits, index));
			expect(steps).toEqual([...new Set(steps)].sort());
		}
	});

	it('are one where all figures are equal', () => {
		const figures: PlaceFigure[] = [
			['A', 4],
			['B', 4],
			['C', 4]
		];
		expect(key({ figures }).entries.map(({ words }) => words)).toEqual([
			'all figures shown (3 states)',
			'not available (2 states)'
		]);
	});

	it('are told with their limits, the places in each, and every other sign of the map', () => {
		expect(key({ figures: FIGURES, spec: FIXED })).toEqual({
			unit: 'calls',
			entries: [
				{ kind: 'class', step: 1, words: 'under 2 (1 state)' },
				{ kind: 'class', step: 3, words: '2 to under 5 (0 states)' },
				{ kind: 'class', step: 4, words: '5 to under 10 (1 state)' },
				{ kind: 'class', step: 6, words: '10 and more (1 state)' },
				{ kind: 'withheld', step: null, words: 'Withheld for privacy [c] (1 state)' },
				{ kind: 'unknown', step: null, words: 'not available (1 state)' },
				{ kind: 'low', step: null, words: 'low reliability [u] (1 state)' }
			],
			remarks: []
		});
	});

	it('are not counted over several maps', () => {
		const drawn = layout({ figures: FIGURES, other: FIGURES, spec: { facet: 'year' } });
		expect(drawn.panels.map(({ title }) => title)).toEqual(['2020', '2021']);
		expect(drawn.map?.classes.every(({ places }) => places === null)).toBe(true);
		expect(drawn.panels[1]?.map?.areas.map(({ datum }) => datum)).toEqual([5, 6, 7, 8, 9]);
	});
});

describe('what is no map', () => {
	it('is a place with a figure among many without: a list, with the reason', () => {
		const few: MapFixture = {
			figures: [
				['B', 3],
				['A', 2]
			]
		};
		const drawn = layout(few);
		expect(drawn.kind).toBe('dot');
		expect(drawn.map).toBeUndefined();
		expect(drawn.facts.mapRefused).toEqual({ reason: 'few', known: 2, all: 5 });
		expect(drawn.data.map((datum) => datum.row.key['place'])).toEqual(['A', 'B']);
		expect(sentences(few)).toEqual([
			'Only 2 of 5 states have a figure for 2020, so this is a list and no map.'
		]);
		expect(sentences({ figures: [['A', 2]] })).toEqual([
			'Only 1 of 5 states has a figure for 2020, so this is a list and no map.'
		]);
	});

	it('is a package that does not say where its places lie', () => {
		const drawn = layout({ figures: FIGURES, shapes: null });
		expect(drawn.kind).toBe('dot');
		expect(drawn.facts.mapRefused?.reason).toBe('no-shapes');
		const { shapes: _, ...tiles } = SHAPES;
		expect(layout({ figures: FIGURES, shapes: tiles, spec: { mark: 'map' } }).kind).toBe('dot');
		expect(layout({ figures: FIGURES, shapes: tiles }).kind).toBe('tile-map');
	});

	it('is more than one figure of a place', () => {
		const drawn = layout({ figures: FIGURES, other: FIGURES });
		expect(drawn.kind).toBe('dot');
		expect(drawn.facts.mapRefused?.reason).toBe('several');
	});

	it('is not one whose figures are all withheld: each place is hatched', () => {
		const figures = SHAPES.places.map(({ code }): PlaceFigure => [code, null, '[c]']);
		const drawn = layout({ figures, spec: FIXED });
		expect(drawn.kind).toBe('tile-map');
		expect(drawn.panels[0]?.map?.areas.map(({ tone }) => tone)).toEqual(Array(5).fill('withheld'));
		expect(key({ figures, spec: FIXED }).entries.map(({ words }) => words)).toEqual([
			'Withheld for privacy [c] (5 states)'
		]);
	});
});

it('says that tiles in alphabetical order are no map of where places lie', () => {
	const remarks = key({ figures: FIGURES, spec: FIXED, shapes: { ...SHAPES, isGeographic: false } }).remarks;
	expect(remarks).toEqual(['The tiles stand in alphabetical order, not where the places lie.']);
});
