import { describe, expect, it } from 'vitest';
import { deriveAnswer, type Derivation } from '../../../../src/lib/charts/derived/derive.ts';
import type { CubeAnswer, CubeRow } from '../../../../src/lib/cube/types.ts';
import type { Break } from '../../../../src/lib/package/types.ts';

const plain = { qualifier: '', denominator: 900, sources: ['s1'], confidence: 'A', notes: [] };

function row(year: number, value: number | null, more: Partial<CubeRow> = {}): CubeRow {
	return { ...plain, key: { year }, value, status: value === null ? '[x]' : '', ...more };
}

function answer(rows: CubeRow[], breaks: Break[] = []): CubeAnswer {
	const query = { table: 't', dimensions: ['year'] };
	return { refused: false, query, rows, breaks, nonAdditive: [], withheld: 0 };
}

const cut: Break = {
	id: 'rule',
	from: '2014',
	kind: 'definition',
	affects: {},
	comparableAcross: false,
	label: 'rule',
	text: 'The rule changed.'
};

/** Year, figure, marker, count, what it is set against, and why there is none. */
function derived(rows: CubeRow[], derivation: Derivation, breaks: Break[] = []) {
	return deriveAnswer(answer(rows, breaks), 'year', derivation).rows.map(
		({ key, value, status, derived: of }) =>
			[
				Object.values(key).join(' '),
				value === null ? '-' : String(Math.round(value * 10) / 10),
				status || '.',
				of?.count ?? '-',
				of?.against ?? '-',
				of?.gap || '.'
			].join(' | ')
	);
}

describe('an index', () => {
	it('is set against its base, and has no number across a break or where none is published', () => {
		const rows = [
			row(2012, 200),
			row(2013, 250),
			row(2014, 400),
			row(2015, null),
			row(2016, null, { status: '[c]' })
		];
		expect(derived(rows, { kind: 'index', base: '2012' }, [cut])).toEqual([
			'2012 | 100 | . | 200 | 200 | .',
			'2013 | 125 | . | 250 | 200 | .',
			'2014 | - | [b] | 400 | 200 | break',
			'2015 | - | [x] | - | 200 | missing',
			'2016 | - | [c] | - | - | missing'
		]);
	});

	it('has no number at all on a base under 100, or in a year in which a break falls', () => {
		expect(derived([row(2012, 99), row(2013, 250)], { kind: 'index', base: '2012' })).toEqual([
			'2012 | - | [x] | 99 | - | base',
			'2013 | - | [x] | 250 | - | base'
		]);
		expect(derived([row(2014, 300), row(2015, 250)], { kind: 'index', base: '2014' }, [cut])).toEqual([
			'2014 | - | [b] | 300 | - | base',
			'2015 | - | [b] | 250 | - | base'
		]);
	});

	it('never joins two series, and takes no figure that is not exact', () => {
		const of = (place: string, year: number, value: number) => row(year, value, { key: { place, year } });
		const rows = [
			of('a', 2012, 100),
			of('b', 2012, 400),
			of('a', 2013, 200),
			{ ...of('b', 2013, 500), qualifier: 'more_than' }
		];
		expect(derived(rows, { kind: 'index', base: '2012' })).toEqual([
			'a 2012 | 100 | . | 100 | 100 | .',
			'b 2012 | 100 | . | 400 | 400 | .',
			'a 2013 | 200 | . | 200 | 100 | .',
			'b 2013 | - | [x] | 500 | 400 | inexact'
		]);
	});
});

describe('a change', () => {
	it('is given between full, comparable years of 20 and more', () => {
		const rows = [
			row(2010, 100),
			row(2011, 80),
			row(2012, 19),
			row(2013, 50),
			row(2014, 90),
			row(2016, 90),
			row(2017, 0),
			row(2018, 30)
		];
		expect(derived(rows, { kind: 'change' }, [cut])).toEqual([
			'2010 | - | [x] | 100 | - | before',
			'2011 | -20 | . | 80 | 100 | .',
			'2012 | - | [x] | 19 | 80 | small',
			'2013 | - | [x] | 50 | 19 | small',
			'2014 | - | [b] | 90 | 50 | break',
			'2016 | - | [x] | 90 | - | before',
			'2017 | - | [x] | 0 | 90 | small',
			'2018 | - | [x] | 30 | 0 | zero'
		]);
	});

	it('has no number for a year that is not counted in full', () => {
		const partial: Break = { ...cut, from: '2012-03', kind: 'partial', comparableAcross: true };
		const rows = [row(2010, 100), row(2011, 120), row(2012, 30), row(2013, 130)];
		expect(derived(rows, { kind: 'change' }, [partial]).map((line) => line.split(' | ')[1])).toEqual([
			...['-', '20', '-', '-']
		]);
	});

	it('has limits only where it has a number', () => {
		const { rows } = deriveAnswer(answer([row(2010, 100), row(2011, 120), row(2012, 10)]), 'year', {
			kind: 'change'
		});
		const [, second, third] = rows;
		expect(second?.derived?.low).toBeLessThan(20);
		expect(second?.derived?.high).toBeGreaterThan(20);
		expect([third?.derived?.low, third?.derived?.high]).toEqual([null, null]);
	});
});

describe('a share', () => {
	it('is that of the cube in percent, with both counts, and none of what is withheld', () => {
		const rows = [
			row(2012, 50, { share: 0.25, total: 200 }),
			row(2013, 50, { share: null, total: null }),
			row(2014, null, { status: '[c]', share: null, total: 200 })
		];
		expect(derived(rows, { kind: 'share' })).toEqual([
			'2012 | 25 | . | 50 | 200 | .',
			'2013 | - | [x] | 50 | - | before',
			'2014 | - | [c] | - | - | missing'
		]);
		const [first] = deriveAnswer(answer(rows), 'year', { kind: 'share' }).rows;
		expect(first).not.toHaveProperty('share');
		expect(first?.denominator).toBeNull();
	});
});
