import { describe, expect, it } from 'vitest';
import { chartContext } from '../../../../src/lib/charts/context.ts';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import type { ChartView } from '../../../../src/lib/charts/types.ts';
import { versionsAddress, versionsAnchor } from '../../../../src/lib/charts/words/versions.ts';
import type { RevisionSettings } from '../../../../src/lib/package/types.ts';
import { viewOf } from '../fixture.ts';

const SETTINGS: RevisionSettings = {
	resource: 'figures',
	published: 'note',
	standing: 'qualifier',
	standings: { old: 'superseded' }
};

function view(change: Partial<ChartView> = {}): ChartView {
	const query = { dimensions: ['year', 'kind'], filters: { kind: ['red', 'green'] } };
	const plain = viewOf({
		figures: [
			[2018, 'red', 10],
			[2018, 'green', 20],
			[2019, 'red', 30]
		],
		superseded: [
			[2018, 'red', 11],
			[2017, 'red', 9],
			[2019, 'red', 30]
		],
		query,
		spec: { series: ['kind'] }
	});
	return { ...plain, revisions: SETTINGS, supersededResource: plain.resource, ...change };
}

function anchors(of: ChartView): string[] {
	const context = chartContext(of);
	return layoutChart(context).data.map((datum) => {
		const name = `${datum.row.key['year']} ${datum.row.key['kind']}${datum.superseded ? ' earlier' : ''}`;
		return `${name}: ${versionsAnchor(context, datum) ?? 'none'}`;
	});
}

describe('versionsAnchor', () => {
	it('leads from a figure with another version, and from that version, to the same place', () => {
		expect(anchors(view()).sort()).toEqual([
			'2017 red earlier: figure-red-2017',
			'2018 green: none',
			'2018 red earlier: figure-red-2018',
			'2018 red: figure-red-2018',
			'2019 red: none'
		]);
	});

	it('leads nowhere where the superseded figures are from another table', () => {
		const { revisions: _, ...other } = view();
		expect(anchors(other).every((each) => each.endsWith(': none'))).toBe(true);
	});

	it('takes what the question chose for the figure: one kind only, which no row repeats', () => {
		const plain = viewOf({
			figures: [[2018, 'red', 10]],
			superseded: [[2018, 'red', 11]],
			query: { filters: { kind: ['red'] } }
		});
		const chosen = { ...plain, revisions: SETTINGS, supersededResource: plain.resource };
		const context = chartContext(chosen);
		const found = layoutChart(context).data.map((datum) => versionsAnchor(context, datum));
		expect(new Set(found)).toEqual(new Set(['figure-red-2018']));
	});
});

describe('versionsAddress', () => {
	const address = (measure?: string[]) => {
		const plain = view();
		const superseded = plain.superseded && {
			...plain.superseded,
			query: { ...plain.superseded.query, ...(measure ? { measure } : {}) }
		};
		const context = chartContext({ ...plain, ...(superseded ? { superseded } : {}) });
		return versionsAddress(context, { page: '../revisions' });
	};

	it('is narrowed to the measure of a chart that has one only', () => {
		expect(address(['a b'])).toBe('../revisions?measure=a%20b');
		expect(address(['a', 'b'])).toBe('../revisions');
		expect(address()).toBe('../revisions');
	});
});
