import { describe, expect, it } from 'vitest';
import { readFolder } from '../../../src/lib/server/package.ts';
import { missingYears, reachGroups, reachView } from '../../../src/lib/server/reach.ts';
import { releaseOf, type Release } from '../../../src/lib/server/releases/release.ts';
import { measureSentences } from '../../../src/lib/ui/reach/sentences.ts';

const open = async (folder: string): Promise<Release> =>
	releaseOf(await readFolder(folder), false, undefined);
const data = await open('data');
const groups = await reachView(data);
const measure = (label: string) => {
	const found = groups.flatMap(({ measures }) => measures).find((each) => each.label === label);
	if (!found) throw new Error(`No measure is called ${label}.`);
	return found;
};
const sentences = (label: string) => measureSentences(measure(label), 'en-US').join(' ');

describe('what the hotline did', () => {
	it('answers what a funder asks, and says where nothing is published', () => {
		expect(groups.map(({ heading, measures }) => [heading, measures.length > 0])).toEqual([
			['People in touch', true],
			['Channels', true],
			['Cases and victims identified', true],
			['Referrals, reports and services', true],
			['Places', true],
			['Languages and hours', false]
		]);
	});

	it('joins no two bases', () => {
		expect(sentences('Survivors in touch')).toContain(
			'The figure rose from 2,042 in 2016 to 2,374 in 2017, counted on two bases (Hotline and BeFree Textline; Hotline): not comparable.'
		);
		const changes = measure('Cases').figures.map(({ period, change }) => [
			period,
			change.kind,
			'since' in change ? change.since.period : ''
		]);
		expect(changes.filter(([period]) => ['2017', '2018'].includes(period ?? ''))).toEqual([
			['2017', 'obstacle', '2016'],
			['2018', 'percent', '2016']
		]);
	});

	it('gives a percentage with limits only where nothing lies between', () => {
		expect(sentences('Signals')).toContain(
			'In 2024: 32,309 signals (Hotline, substantive only; confidence C). That is 36% less than in 2021 (50,123); 95% limits 35% to 36%, random variation only.'
		);
		expect(sentences('Signals')).toContain('with a break between them (“Text messages counted from here”)');
		expect(sentences('Referrals made')).toContain('counted over two kinds of period: not comparable');
		expect(sentences('Referrals made')).not.toContain('%');
	});

	it('names the years without a figure, and totals as they were published', () => {
		expect(sentences('Victims connected to services')).toContain('These data have no figure for 2012–2024.');
		expect(sentences('Cases reported to law enforcement')).toContain(
			'Since the start, by December 31, 2024: nearly 32,000 cases (confidence B).'
		);
		expect(sentences('Signals')).toContain('2016, 2018, 2022 and 2023');
	});

	it('counts places only in years with a figure for each', () => {
		expect(sentences('States with a case')).toMatch(
			/^2012 to 2016: 51 of 51 in each year\. For 2017–2021, 2023/
		);
		expect(measure('States with a call').places?.years.map(({ reached }) => reached)).toEqual([
			51, 51, 51, 51, 51
		]);
	});
});

describe('years without a figure', () => {
	it('are those of which nothing is published; a withheld figure is hidden, not missing', () => {
		const [sample] = measure('Signals').figures;
		if (!sample) throw new Error('No figure of signals.');
		const figures = [
			{ ...sample, period: '2012' },
			{ ...sample, period: '2013', value: null, status: '[c]' as const },
			{ ...sample, period: '2014', value: null, status: '[x]' as const },
			{ ...sample, period: '2015-10/2016-09' }
		];
		expect(missingYears(figures, 2016)).toEqual([2014, 2015, 2016]);
		expect(missingYears([], 2016)).toEqual([]);
	});
});

describe('a package that does not say what its line did', () => {
	it('is told by its headline measures, or not at all', () => {
		const { headline, reach: _, ...others } = data.package;
		const plain = { ...data, package: { ...others, ...(headline ? { headline } : {}) } };
		expect(reachGroups(plain).map(({ heading, measures }) => [heading, measures.length])).toEqual([['', 3]]);
		expect(reachGroups({ ...data, package: others })).toEqual([]);
	});

	it('makes a page of any package', async () => {
		const other = await open('tests/fixtures/other-line');
		expect(await reachView(other)).toEqual([]);
		const contacts = { resource: 'contacts', where: { measure: 'contacts' } };
		const declared = {
			...other.package,
			reach: [{ heading: 'All', measures: [{ label: 'Contacts', figures: [contacts] }] }]
		};
		const [group] = await reachView({ ...other, package: declared });
		expect(group?.measures[0]?.figures.length).toBeGreaterThan(1);
	});
});
