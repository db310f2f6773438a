import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartContext } from '../../../src/lib/charts/context.ts';
import { deriveAnswer } from '../../../src/lib/charts/derived/derive.ts';
import { layoutChart } from '../../../src/lib/charts/layout/layoutChart.ts';
import type { ChartLayout } from '../../../src/lib/charts/layout/types.ts';
import type { ChartView } from '../../../src/lib/charts/types.ts';
import { deck } from '../../../src/lib/charts/words/deck.ts';
import { describe as altText } from '../../../src/lib/charts/words/describe.ts';
import { headline } from '../../../src/lib/charts/words/headline.ts';
import { chartNotes } from '../../../src/lib/charts/words/notes.ts';
import { chartTable } from '../../../src/lib/charts/words/table.ts';
import { chartCsv, chartJson } from '../../../src/lib/outputs/chartFile.ts';
import { quote } from '../../../src/lib/outputs/quote.ts';
import { mapContext, type PlaceFigure } from '../charts/mapFixture.ts';
import { viewOf, type Figure, type Fixture } from '../charts/fixture.ts';

const KINDS = ['red', 'green', 'blue', 'unknown'];
const YEARS = [2018, 2019, 2020, 2021];
/** Larger than each year, so that the figures are told apart from all other numbers. */
const count = fc.oneof(fc.integer({ min: 3000, max: 90_000 }), fc.constant(null));

/** What of each year is withheld is null; the total of the year holds it, and is published. */
const tables = fc
	.array(fc.tuple(...KINDS.map(() => count), fc.integer({ min: 1, max: 9999 })), {
		minLength: YEARS.length,
		maxLength: YEARS.length
	})
	.map((years) =>
		years.flatMap((cells, at): Figure[] => {
			const year = YEARS[at] ?? 0;
			const parts = KINDS.map((kind, index): Figure => {
				const value = cells[index] ?? null;
				return [year, kind, value, value === null ? { status: '[c]' } : {}];
			});
			const total = parts.reduce((sum, [, , value]) => sum + (value ?? cells.at(-1) ?? 0), 0);
			return [[year, 'all', total], ...parts];
		})
	);

const parts = { dimensions: ['year', 'kind'], filters: { kind: KINDS } };
const CHARTS: Record<string, Pick<Fixture, 'spec' | 'query'>> = {
	line: { spec: { mark: 'line', x: 'year', series: ['kind'] }, query: parts },
	bars: { spec: { mark: 'bar', x: 'kind', facet: 'year', order: 'value' }, query: parts },
	'bars by year': {
		spec: { mark: 'bar', x: 'kind', series: ['year'], order: 'value', limit: 2 },
		query: parts
	},
	dots: { spec: { mark: 'dot', x: 'kind', series: ['year'], order: 'value' }, query: parts },
	stack: { spec: { mark: 'stacked-bar', x: 'year', series: ['kind'] }, query: { ...parts, shareOf: 'kind' } }
};

const laid = (view: ChartView) => layoutChart(chartContext(view));
const isKnown = ([, , value]: Figure) => value !== null;

/** What the size of the figures decides: the numbers on the value axis, the order of what is known, its lengths. */
function sized({ panels, data, kind }: ChartLayout) {
	const round = (value: number) => Math.round(value * 1e6) / 1e6;
	const isAcross = kind === 'bar' || kind === 'dot';
	return {
		axis: panels.map((panel) => (kind === 'dot' ? panel.ticks : panel.grid).map(({ label }) => label)),
		known: data
			.filter(({ row }) => row.value !== null)
			.map(({ row, box, panel }) => [
				...[panel, row.key['kind'] ?? '', row.key['year'] ?? '', row.value],
				...(isAcross ? [round(box.x1)] : kind === 'line' ? [] : [round(box.y1 - box.y0)])
			])
	};
}

/** Every number over 2999 in what is said of a chart and in its files. */
function numbersIn(view: ChartView): Set<number> {
	const context = chartContext(view);
	const layout = layoutChart(context);
	const texts = [
		...[headline(context, layout), deck(context, layout), altText(context, layout), quote(context, layout)],
		...[JSON.stringify(chartTable(context)), JSON.stringify(chartNotes(context, layout))],
		...[chartCsv(view, view.answer), chartJson(view, view.answer)],
		...layout.panels.flatMap(({ texts: own }) => own.flatMap(({ lines, value }) => [...lines, value ?? '']))
	];
	const found = texts.join('\n').match(/(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d+)(?![\d.]*\d)/g) ?? [];
	return new Set(found.map((each) => Number(each.replaceAll(',', ''))).filter((each) => each >= 3000));
}

describe.each(Object.entries(CHARTS))('withheld figures in %s', (name, chart) => {
	it('sort, scale and paint nothing', () => {
		fc.assert(
			fc.property(tables, (figures) => {
				fc.pre(figures.filter(([, kind]) => kind !== 'all').some(isKnown));
				const all = sized(laid(viewOf({ figures, ...chart })));
				const without = sized(laid(viewOf({ figures: figures.filter(isKnown), ...chart })));
				// A chart of several panels has no panel for a year of which nothing is left.
				if (all.axis.length !== without.axis.length) fc.pre(false);
				expect(all).toEqual(without);
			}),
			{ numRuns: 60 }
		);
	});

	it('are told by no sum, rest or share: each number that is said or saved was published', () => {
		fc.assert(
			fc.property(tables, (figures) => {
				const published = new Set(figures.map(([, , value]) => value));
				const view = viewOf({ figures, ...chart });
				for (const each of numbersIn(view))
					expect([name, each, published.has(each)]).toEqual([name, each, true]);
			}),
			{ numRuns: 60 }
		);
	});
});

it('shares of what is known are of the published total, and a withheld one is none', () => {
	fc.assert(
		fc.property(tables, (figures) => {
			const view = viewOf({ figures, ...CHARTS['stack'] });
			const { rows } = deriveAnswer(view.answer, 'year', { kind: 'share' });
			const totals = new Map(
				figures.filter(([, kind]) => kind === 'all').map(([year, , value]) => [year, value])
			);
			for (const [at, { value, status, derived, key }] of rows.entries()) {
				const own = view.answer.rows[at]?.value ?? null;
				const total = totals.get(Number(key['year'])) ?? 0;
				if (own === null)
					expect([value, status, derived?.count, derived?.against]).toEqual([null, '[c]', null, null]);
				else expect(value).toBeCloseTo((100 * own) / Number(total), 9);
			}
		}),
		{ numRuns: 30 }
	);
});

it('the classes of a map and the places in them are those of the known figures', () => {
	const figure = (code: string) =>
		count.map((value): PlaceFigure => [code, value, value === null ? '[c]' : '']);
	fc.assert(
		fc.property(fc.tuple(...['A', 'B', 'C', 'D', 'E'].map(figure)), (figures) => {
			const known = figures.filter(([, value]) => value !== null);
			fc.pre(known.length > 2);
			const [all, without] = [figures, known].map((own) => layoutChart(mapContext({ figures: own })));
			const toned = (layout: ChartLayout | undefined) =>
				layout?.panels[0]?.map?.areas.filter(({ tone }) => tone === 'class').map(({ step }) => step);
			expect([all?.map?.classes, toned(all)]).toEqual([without?.map?.classes, toned(without)]);
			expect(all?.map?.withheld).toBe(figures.length - known.length);
		}),
		{ numRuns: 60 }
	);
});
