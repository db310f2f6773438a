import { beforeAll, describe, expect, it } from 'vitest';
import { chartContext } from '../../../../src/lib/charts/context.ts';
import { deriveAnswer, type Derivation } from '../../../../src/lib/charts/derived/derive.ts';
import { DERIVED_KIT } from '../../../../src/lib/charts/derived/kit.ts';
import { setDerivedKit } from '../../../../src/lib/charts/derivedKit.ts';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { deck } from '../../../../src/lib/charts/words/deck.ts';
import { describe as describeChart } from '../../../../src/lib/charts/words/describe.ts';
import { headline } from '../../../../src/lib/charts/words/headline.ts';
import { chartNotes } from '../../../../src/lib/charts/words/notes.ts';
import { chartTable } from '../../../../src/lib/charts/words/table.ts';
import { chartCsv, chartJson } from '../../../../src/lib/outputs/chartFile.ts';
import { breakAt, viewOf, type Figure } from '../fixture.ts';
import { marksAsText } from '../marksAsText.ts';

beforeAll(() => setDerivedKit(DERIVED_KIT));

const figures: Figure[] = [
	[2012, 'one', 200],
	[2013, 'one', 250],
	[2014, 'one', 150],
	[2015, 'one', 300],
	[2012, 'two', 40],
	[2013, 'two', 90],
	[2014, 'two', 10],
	[2015, 'two', 120]
];

function chart(derivation: Derivation, more: Figure[] = []) {
	const view = viewOf({
		figures: [...figures, ...more],
		breaks: [breakAt('2015', { comparableAcross: false })],
		spec: { mark: 'line', x: 'year', series: ['kind'] },
		query: { dimensions: ['year', 'kind'] }
	});
	const answer = deriveAnswer(view.answer, 'year', derivation);
	const context = chartContext({ ...view, answer }, answer);
	return { view: { ...view, answer }, answer, context, layout: layoutChart(context) };
}

describe.each<[string, Derivation]>([
	['an index', { kind: 'index', base: '2012' }],
	['a change', { kind: 'change' }]
])('a chart of %s', (_, derivation) => {
	it('has marks for what may be said only', () => {
		expect(marksAsText(chart(derivation).layout)).toMatchSnapshot();
	});

	it('says what it is in headline, deck, notes, alt text and table', () => {
		const { context, layout } = chart(derivation);
		const table = chartTable(context);
		expect({
			headline: headline(context, layout),
			deck: deck(context, layout),
			notes: chartNotes(context, layout).map(({ lead, text }) => `${lead} ${text}`),
			alt: describeChart(context, layout),
			heads: [
				...table.heads,
				...(table.derived?.before ?? []),
				table.derived?.value,
				...(table.derived?.after ?? [])
			],
			rows: table.rows.map(({ keys, derived, value, status }) =>
				[...keys, ...derived.before, value, ...derived.after, status].join(' | ')
			)
		}).toMatchSnapshot();
	});

	it('has its counts in the files', () => {
		const { view, answer } = chart(derivation);
		const csv = chartCsv(view, answer);
		expect(
			csv.split('\r\n').filter((line) => /^# (Index|Change|No )|^\d|value,/.test(line))
		).toMatchSnapshot();
		const json = JSON.parse(chartJson(view, answer)) as {
			derived: string[];
			rows: { count: number; value: number | null }[];
		};
		expect(json.derived[0]).toMatch(/^(Index|Change): value is/);
		expect(json.rows.map(({ count }) => count)).toEqual(answer.rows.map(({ derived }) => derived?.count));
	});
});

describe('a withheld figure', () => {
	it('stays withheld in marks, words and files', () => {
		const { context, layout, view, answer } = chart({ kind: 'change' }, [
			[2016, 'one', null, { status: '[c]' }]
		]);
		const row = answer.rows.find(({ status }) => status === '[c]');
		expect(row?.derived).toMatchObject({ count: null, against: null, low: null, high: null });
		expect(layout.panels[0]?.bands.some(({ tone }) => tone === 'withheld')).toBe(true);
		expect(chartTable(context).rows.find(({ value }) => value === '[c]')?.status).toBe(
			'withheld for privacy'
		);
		expect(chartCsv(view, answer)).toMatch(/2016,[^\r]*\[c\]/);
	});
});
