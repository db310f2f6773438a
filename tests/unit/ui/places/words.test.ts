import { describe, expect, it } from 'vitest';
import type { NewestFigure, NewestRate, PlaceFigure } from '../../../../src/lib/ui/places/types.ts';
import {
	coverageWords,
	newestSentence,
	periodList,
	placeCells,
	rateSentences
} from '../../../../src/lib/ui/places/words.ts';

const LOCALE = 'en-US';
const calls: NewestFigure = {
	measure: 'Calls',
	unit: 'calls',
	period: '2016',
	value: 1234,
	status: '',
	qualifier: ''
};
const cases: NewestFigure = { ...calls, measure: 'Cases', unit: 'cases', value: 61 };
const rate: NewestRate = {
	unit: 'calls',
	period: '2016',
	rate: 5.06,
	low: 4.45,
	high: 5.73,
	status: '',
	average: 8.9
};
const ALL = { count: 51, many: 'states' };

describe('the newest figures of a place', () => {
	it('stand in one sentence with their year', () => {
		expect(newestSentence('Alabama', [calls, cases], LOCALE)).toBe(
			'For 2016, the newest year with these figures, Alabama has 1,234 calls and 61 cases.'
		);
		expect(newestSentence('Alabama', [cases], LOCALE)).toBe(
			'For 2016, the newest year with this figure, Alabama has 61 cases.'
		);
		expect(newestSentence('Alabama', [], LOCALE)).toBe('');
	});

	it('each have their own year where they differ', () => {
		expect(newestSentence('Texas', [calls, { ...cases, period: '2023' }], LOCALE)).toBe(
			'The newest published figures of Texas are of different years: 1,234 calls (2016) and 61 cases (2023).'
		);
	});

	it('say what is withheld, and how a source qualified a figure', () => {
		const hidden = { ...calls, value: null, status: '[c]' as const };
		expect(newestSentence('Alabama', [hidden], LOCALE)).toContain('Calls: withheld for privacy');
		expect(newestSentence('Alabama', [{ ...calls, qualifier: 'more_than' }], LOCALE)).toContain(
			'more than 1,234 calls'
		);
	});
});

describe('the newest rate of a place', () => {
	const said = (change: Partial<NewestRate>) =>
		rateSentences('Alabama', { ...rate, ...change }, ALL, LOCALE).join(' ');

	it('stands with its limits, and beside the average of all', () => {
		expect(said({})).toContain('Alabama had 5.1 calls per 100,000 residents, with limits from 4.5 to 5.7');
		expect(said({})).toContain('The average of all 51 states was 8.9, above these limits.');
		expect(said({ average: 3 })).toContain('was 3.0, below these limits.');
		expect(said({})).toContain('Chance alone would not explain the difference.');
	});

	it('makes no difference of what chance could explain', () => {
		for (const average of [4.45, 5, 5.73]) {
			expect(said({ average })).toContain('chance alone could explain the difference');
			expect(said({ average })).not.toContain('would not explain');
		}
	});

	it('says that a small count is of low reliability', () => {
		expect(said({ status: '[u]' })).toContain('[u]');
		expect(said({})).not.toContain('[u]');
	});

	it('gives no limits where the rate is hidden, nor an average where there is none', () => {
		const hidden = said({ rate: null, low: null, high: null, status: '[c]' });
		expect(hidden).toBe('No rate is shown for Alabama: withheld for privacy.');
		expect(said({ average: null })).not.toContain('average');
	});

	it('never ranks', () => {
		const all = [said({}), said({ average: 3 }), said({ average: 5 }), said({ status: '[u]' })].join(' ');
		expect(all).not.toMatch(/highest|lowest|most|worst|best|top/i);
	});
});

describe('published years in words', () => {
	it('are spans where they follow each other', () => {
		expect(periodList(['2012', '2013', '2014'], LOCALE)).toBe('2012 to 2014');
		expect(periodList(['2012', '2014', '2015', '2018'], LOCALE)).toBe('2012, 2014 to 2015 and 2018');
		expect(periodList(['2019-06-30'], LOCALE)).toBe('June 30, 2019');
	});

	it('tell complete years from scattered ones', () => {
		const some = [{ period: '2018', count: 3 }];
		const said = (complete: string[], few: typeof some) =>
			coverageWords({ measure: 'Cases', complete, some: few }, 51, LOCALE);
		expect(said(['2012', '2013'], [])).toBe('Cases: a figure for all 51 in 2012 to 2013.');
		expect(said(['2012'], some)).toBe('Cases: a figure for all 51 in 2012; for some only in 2018 (3).');
		expect(said([], some)).toBe('Cases: for some only, in 2018 (3).');
	});
});

describe('a line of the table of places', () => {
	const known: PlaceFigure = {
		place: { code: 'AL', name: 'Alabama', slug: 'AL' },
		count: 10,
		status: '[u]',
		residents: 741456,
		rate: 1.35,
		low: 0.65,
		high: 2.48
	};

	it('has count, residents, rate, limits and marker', () => {
		expect(placeCells(known, LOCALE)).toEqual({
			count: '10',
			residents: '741,456',
			rate: '1.4',
			limits: '0.7 to 2.5',
			marker: '[u] low reliability'
		});
	});

	it('shows no limits of a hidden count, and tells hidden from unknown', () => {
		const none = { residents: null, rate: null, low: null, high: null, count: null };
		expect(placeCells({ ...known, ...none, status: '[c]' }, LOCALE)).toMatchObject({
			count: '[c]',
			rate: '',
			limits: '',
			marker: '[c] withheld for privacy'
		});
		expect(placeCells({ ...known, ...none, status: null }, LOCALE)).toMatchObject({
			count: 'no figure',
			marker: ''
		});
	});
});
