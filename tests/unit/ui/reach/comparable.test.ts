import { describe, expect, it } from 'vitest';
import type { Break } from '../../../../src/lib/package/types.ts';
import { barrierBetween, earlierOf, type Footing } from '../../../../src/lib/ui/reach/comparable.ts';
import { monthsOf, yearOf, yearRanges } from '../../../../src/lib/ui/reach/period.ts';

const footing = (period: string, change: Partial<Footing> = {}): Footing => ({
	period,
	table: 'years',
	unit: 'cases',
	basis: 'line',
	qualifier: 'exact',
	...change
});
const entry = (from: string, change: Partial<Break> = {}): Break => ({
	id: 'b',
	from,
	kind: 'definition',
	affects: {},
	comparableAcross: false,
	label: 'New rule',
	text: 'Counted otherwise.',
	...change
});
const obstacle = (earlier: Footing, later: Footing, breaks: Break[] = []) =>
	barrierBetween(earlier, later, breaks)?.obstacle ?? null;

describe('two figures', () => {
	it('on one footing are compared, also over years without a figure', () => {
		expect(obstacle(footing('2015'), footing('2016'))).toBeNull();
		expect(obstacle(footing('2015'), footing('2018', { qualifier: '' }))).toBeNull();
	});

	it.each<[string, Partial<Footing>]>([
		['basis', { basis: 'all lines' }],
		['unit', { unit: 'people' }],
		['table', { table: 'others' }],
		['qualifier', { qualifier: 'more_than' }],
		['qualifier', { qualifier: 'about' }]
	])('are not compared where the %s differs', (expected, change) => {
		expect(obstacle(footing('2015'), footing('2016', change))).toBe(expected);
		expect(obstacle(footing('2015', change), footing('2016'))).toBe(expected);
	});

	it('are not compared over other kinds of period, or where these overlap', () => {
		expect(obstacle(footing('2015'), footing('2015-10/2016-09'))).toBe('period');
		expect(obstacle(footing('2015'), footing('2016-01/2018-08'))).toBe('period');
		expect(obstacle(footing('2015'), footing('2016-01'))).toBe('period');
		expect(obstacle(footing('2012-2014'), footing('2013-2015'))).toBe('period');
		expect(obstacle(footing('before'), footing('2016'))).toBe('period');
		expect(obstacle(footing('2021-10/2022-09'), footing('2023-10/2024-09'))).toBeNull();
	});

	it('are parted by a break between them, at the first day of the later or within one of them', () => {
		const across = (from: string) => obstacle(footing('2015'), footing('2016'), [entry(from)]);
		expect(across('2016')).toBe('break');
		expect(across('2016-07')).toBe('break');
		expect(across('2015-07')).toBe('break');
		expect(across('2015')).toBeNull();
		expect(across('2017')).toBeNull();
		expect(
			obstacle(footing('2015'), footing('2016'), [entry('2016', { comparableAcross: true })])
		).toBeNull();
	});

	it('are not parted by a time that lies wholly between them, only by one that holds one of them', () => {
		const within = [entry('2016', { to: '2016-12' })];
		expect(obstacle(footing('2015'), footing('2016'), within)).toBe('break');
		expect(obstacle(footing('2016'), footing('2017'), within)).toBe('break');
		expect(obstacle(footing('2015'), footing('2017'), within)).toBeNull();
		expect(obstacle(footing('2016'), footing('2017'), [entry('2016-03', { to: '2017-05' })])).toBe('break');
		expect(obstacle(footing('2016'), footing('2017'), [entry('2016', { to: '2017' })])).toBeNull();
	});

	it('gives the break that parts them', () => {
		expect(barrierBetween(footing('2015'), footing('2016'), [entry('2016')])?.entry?.label).toBe('New rule');
	});
});

describe('the figure before', () => {
	const at = (figures: Footing[]) => earlierOf(figures, figures.length - 1)?.period;

	it('is the last on the same footing, past others', () => {
		expect(at([footing('2015'), footing('2016', { basis: 'all lines' }), footing('2017')])).toBe('2015');
	});

	it('is else the last at all, never one that overlaps', () => {
		expect(at([footing('2015'), footing('2016'), footing('2017', { basis: 'all lines' })])).toBe('2016');
		expect(at([footing('2015'), footing('2016'), footing('2016-10/2017-09')])).toBe('2015');
		expect(at([footing('2015')])).toBeUndefined();
	});
});

describe('periods', () => {
	it('are read as months', () => {
		expect(monthsOf('2016')).toEqual({ first: 24192, last: 24203 });
		expect(monthsOf('2021-10/2022-09')).toEqual({ first: 24261, last: 24272 });
		expect(monthsOf('2005-2013')).toEqual({ first: 24060, last: 24167 });
		expect(monthsOf('2022-09/2021-10')).toBeUndefined();
		expect(monthsOf('spring')).toBeUndefined();
	});

	it('are calendar years or not', () => {
		expect(['2016', '2016-01/2016-12', '2021-10/2022-09', '2016-03'].map(yearOf)).toEqual([
			2016,
			2016,
			null,
			null
		]);
	});

	it('stand in ranges', () => {
		expect(yearRanges([2012, 2014, 2015, 2017, 2018, 2019])).toEqual(['2012', '2014', '2015', '2017–2019']);
	});
});
