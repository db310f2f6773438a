import { describe, expect, it } from 'vitest';
import { chartContext } from '../../../src/lib/charts/context.ts';
import { layoutChart } from '../../../src/lib/charts/layout/layoutChart.ts';
import { chartNotes } from '../../../src/lib/charts/words/notes.ts';
import { deck } from '../../../src/lib/charts/words/deck.ts';
import { deriveAnswer } from '../../../src/lib/charts/derived/derive.ts';
import { carriedView } from '../../../src/lib/server/carried.ts';
import { readFolder } from '../../../src/lib/server/package.ts';
import { reachView } from '../../../src/lib/server/reach.ts';
import { releaseOf } from '../../../src/lib/server/releases/release.ts';
import { measureSentences } from '../../../src/lib/ui/reach/sentences.ts';

const release = releaseOf(await readFolder('examples/two-valleys'), false, undefined);
const specs = await release.specs();

async function chartOf(id: string) {
	const spec = specs.find((each) => each.id === id);
	if (!spec) throw new Error(`There is no chart ${id}.`);
	const view = carriedView(await release.view(spec));
	const context = chartContext(view);
	return { view, context, layout: layoutChart(context) };
}

describe('a line that counts by fiscal year', () => {
	it('has them along the axis, parted where the way of counting changed', async () => {
		const { context, layout } = await chartOf('contacts-contacts-trend');
		const [panel] = layout.panels;
		expect(panel?.ticks.map(({ label }) => label).slice(0, 2)).toEqual(['2017/18', '2018/19']);
		expect(panel?.paths).toHaveLength(2);
		expect(panel?.rules.map(({ x }) => x)).toEqual(panel?.rules.map(() => 0.5));
		expect(panel?.rules.length).toBeGreaterThan(0);
		expect(deck(context, layout)).toContain('2017/18–2024/25');
	});

	it('shows a year without a row as a gap, and names it so', async () => {
		const { context, layout } = await chartOf('contacts-people-supported-trend');
		expect(layout.panels[0]?.bands.map(({ tone }) => tone)).toContain('gap');
		const gap = chartNotes(context, layout).find(({ kind }) => kind === 'gap');
		expect(gap?.text).toContain('2019/20');
	});

	it('is compared with the year before, but not across a break or a gap', async () => {
		const { view } = await chartOf('contacts-contacts-trend');
		const { rows } = deriveAnswer(view.answer, 'fiscal_year', { kind: 'change' }, 7);
		expect(
			rows.filter(({ value }) => value === null).map(({ key, derived }) => [key['fiscal_year'], derived?.gap])
		).toEqual([
			['2017/18', 'before'],
			['2021/22', 'break']
		]);
		const [group] = await reachView(release);
		const [contacts, people] = group?.measures ?? [];
		expect(contacts?.figures.map(({ change }) => change.kind)).toEqual([
			'first',
			...['percent', 'percent', 'percent', 'obstacle', 'percent', 'percent', 'percent']
		]);
		if (!people) throw new Error('There is no second measure.');
		expect(measureSentences(people, 'en-US').join(' ')).toContain('2019/20');
	});

	it('hides a figure with its neighbour, so that no total gives it away', async () => {
		const { rows } = release.tables['channels'] ?? { rows: [] };
		const hidden = rows.filter(({ status }) => status === '[c]');
		for (const { fiscal_year: year } of hidden)
			expect(hidden.filter((row) => row['fiscal_year'] === year)).toHaveLength(2);
		expect(hidden.length).toBeGreaterThan(0);
	});
});
