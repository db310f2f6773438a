import { describe, expect, it } from 'vitest';
import { formatMoment } from '../../../../src/lib/words/numbers.ts';
import type { FigureVersion } from '../../../../src/lib/ui/revisions/types.ts';
import {
	comparisonWords,
	describeLine,
	differenceWords,
	signedShare
} from '../../../../src/lib/ui/revisions/words.ts';

const version = (change: Partial<FigureVersion>): FigureVersion => ({
	value: 1200,
	marker: '',
	published: '2020-05',
	standing: 'in-use',
	standingLabel: 'Good',
	quotedBy: '',
	reason: '',
	...change
});
const line = (versions: FigureVersion[], reference: number | null) => ({
	basis: 'Narrow',
	unit: 'cases',
	versions,
	reference
});

describe('words of versions', () => {
	it.each([
		['2020', '2020'],
		['2014-01', 'January 2014'],
		['2019-07-30', 'July 30, 2019'],
		['soon', 'soon']
	])('writes %s as %s', (moment, words) => {
		expect(formatMoment(moment, 'en-US')).toBe(words);
		expect(formatMoment(moment, 'de-DE')).toBe(words);
	});

	it.each([
		[-0.0031053, '−0.31%'],
		[0.01895, '+1.9%'],
		[0.00009, '<0.01%'],
		[-0.00001, '<0.01%'],
		[0, '0%']
	])('writes the share %d as %s', (share, words) => {
		expect(signedShare(share, 'en-US')).toBe(words);
	});

	it('gives a difference in numbers and per cent, and only in numbers where there is no share', () => {
		const difference = { count: -1234, share: -0.05 };
		expect(differenceWords(version({ difference }), 'en-US')).toBe('−1,234 (−5%)');
		expect(differenceWords(version({ difference: { count: 4, share: null } }), 'en-US')).toBe('+4');
		expect(differenceWords(version({ difference: { count: 0, share: 0 } }), 'en-US')).toBe('0 (0%)');
		expect(differenceWords(version({}), 'en-US')).toBe('');
	});

	it('says what versions are compared with, or why they are not', () => {
		const used = version({});
		const other = version({ standing: 'other-basis', value: 1300 });
		const old = version({ standing: 'superseded' });
		expect(comparisonWords(line([used], 0), 'en-US')).toMatch(/^One version/);
		expect(comparisonWords(line([old, used], 1), 'en-US')).toContain('the figure in use, 1,200');
		expect(comparisonWords(line([old, other], 1), 'en-US')).toContain(
			'1,300, the newest figure on this basis'
		);
		expect(comparisonWords(line([old, old], null), 'en-US')).toMatch(/^No version here/);
	});

	it('describes a drawing with every version, its date, value, standing and difference', () => {
		const told = describeLine(
			'Cases, 2018',
			line(
				[
					version({}),
					version({
						published: '',
						standing: 'doubtful',
						standingLabel: 'Odd',
						difference: { count: 12, share: 0.01 }
					}),
					version({ value: null, marker: '[c]', standing: 'superseded', standingLabel: 'Replaced' })
				],
				0
			),
			'en-US'
		);
		expect(told).toBe(
			'Cases, 2018, Narrow, cases. Published versions: May 2020: 1,200, In use on this site; ' +
				'no date: 1,200, Odd, difference +12 (+1%); May 2020: [c], Replaced.'
		);
	});
});
