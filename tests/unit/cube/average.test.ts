import { describe, expect, it } from 'vitest';
import { averagesOf } from '../../../src/lib/cube/index.ts';
import type { CubeAnswer } from '../../../src/lib/cube/types.ts';
import type { Category } from '../../../src/lib/package/types.ts';
import { createMemoryEngine } from '../../../src/lib/engine/memory.ts';
import { categories, field, resource, tablesOf } from '../engine/fixture.ts';

const PLACES: (string | [string, Category['kind']])[] = ['n', 's', ['all', 'total'], ['nowhere', 'unknown']];

/** The averages of counts in two places and their total; `rows` are place, count and qualifier. */
async function averages(rows: [string, string, string?][], places = PLACES) {
	const area = field('area', 'place', 'string', categories(...places));
	const year = field('year', 'time', 'year');
	const counts = resource('counts', [area, year], { unit: 'calls', population: { resource: 'people' } });
	const people = resource('people', [area, year], { unit: 'people' });
	const csv = (lines: string[]) =>
		new TextEncoder().encode(
			['area,year,value,qualifier,known,source_id,confidence,note', ...lines, ''].join('\n')
		);
	const engine = createMemoryEngine(
		[counts, people],
		tablesOf([counts, people], {
			counts: csv(rows.map(([code, count, qualifier = '']) => `${code},2020,${count},${qualifier},,S1,A,`)),
			people: csv(places.map((each) => `${typeof each === 'string' ? each : each[0]},2020,100000,,,P1,A,`))
		})
	);
	const answer = (await engine.answer({
		table: 'counts',
		dimensions: ['area', 'year'],
		rate: true
	})) as CubeAnswer;
	return averagesOf(answer, counts).map(({ key, value, rate }) => [
		key,
		value,
		rate?.count,
		rate?.population
	]);
}

describe('averagesOf', () => {
	it('is all counts by all residents of the places, without their total and what has no place', async () => {
		expect(
			await averages([
				['n', '10'],
				['s', '30'],
				['all', '45'],
				['nowhere', '5']
			])
		).toEqual([[{ year: 2020 }, 20, null, 200000]]);
	});

	it.each<[string, [string, string, string?][]]>([
		[
			'a place is withheld, though the total is there',
			[
				['n', '10'],
				['s', '[c]'],
				['all', '45']
			]
		],
		[
			'a place has no row',
			[
				['n', '10'],
				['all', '45']
			]
		],
		[
			'a count is only known to be more than a number',
			[
				['n', '10'],
				['s', '30', 'more_than']
			]
		]
	])('is none where %s', async (_, rows) => {
		expect(await averages(rows)).toEqual([]);
	});

	it('is none of one place alone', async () => {
		expect(await averages([['n', '10']], ['n'])).toEqual([]);
	});
});
