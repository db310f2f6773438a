import { beforeAll, describe, expect, it } from 'vitest';
import { auditSystem } from '../../../src/lib/disclosure/audit.ts';
import { loadSolver, type Solver } from '../../../src/lib/disclosure/solver.ts';
import type { BuiltSystem } from '../../../src/lib/disclosure/system.ts';
import { intervalsOf } from './exact.ts';
import { gridSystem, idAt, twoWay, type Grid } from './grid.ts';
import oracles from './oracles.json';

let solver: Solver;

beforeAll(async () => {
	solver = await loadSolver();
});

const vector = (id: string) => {
	const found = oracles.feasibility.find((each) => each.id === id);
	if (!found) throw new Error(id);
	return found;
};

const F4 = vector('F4-worked-5x5').interior as number[][];
const F2 = vector('F2-two-per-line-is-not-enough').interior as number[][];

function intervals(system: BuiltSystem, expected: Record<string, number[]>) {
	const all = intervalsOf(system, solver);
	return Object.fromEntries(Object.keys(expected).map((place) => [place, all.get(idAt(system, place))]));
}

const verdict = (system: BuiltSystem) =>
	auditSystem(system, solver).map(({ kind, at }) => `${kind} ${at.key}`);

describe('what published figures tell of withheld ones', () => {
	it('F1: the bounds of the handbook, zeros withheld', () => {
		const { interior, suppressed, expect: wanted } = vector('F1-geurts');
		const system = gridSystem([twoWay(interior as number[][], suppressed)], {
			mode: 'protect',
			zeros: 'withheld'
		});
		expect(intervals(system, wanted as never)).toEqual(wanted);
	});

	it('F2: two in every line are not enough; F3: one more is', () => {
		const [bad, good] = [vector('F2-two-per-line-is-not-enough'), vector('F3-fixed-with-one-more')];
		const zeros = { mode: 'protect', zeros: 'withheld' } as const;
		const open = gridSystem([twoWay(F2, bad.suppressed)], zeros);
		expect(intervals(open, bad.expect as never)).toEqual(bad.expect);
		expect(verdict(open)).toEqual([]); // 47 is no small count: it is no secret, by itself
		const small = gridSystem([twoWay(F2, bad.suppressed)], { ...zeros, threshold: 60 });
		expect(verdict(small)).toEqual(['derivable row row0, column column1']);
		const closed = gridSystem([twoWay(F2, good.suppressed)], { ...zeros, threshold: 60 });
		expect(intervals(closed, good.expect as never)).toEqual(good.expect);
		expect(verdict(closed)).toEqual([]);
	});

	it('F4: by lower bounds 0 and 1, and the primaries alone', () => {
		const { primary = [], optimal_secondary: more = [], ...wanted } = vector('F4-worked-5x5');
		const at = (zeros: 'published' | 'withheld', hidden: string[]) =>
			gridSystem([twoWay(F4, hidden)], { mode: 'protect', threshold: 10, zeros });
		expect(
			intervals(at('published', [...primary, ...more]), wanted.expect_lower1_zeros_published as never)
		).toEqual(wanted.expect_lower1_zeros_published);
		expect(intervals(at('withheld', [...primary, ...more]), wanted.expect_lower0 as never)).toEqual(
			wanted.expect_lower0
		);
		expect(intervals(at('published', primary), wanted.primary_only_expect as never)).toEqual(
			wanted.primary_only_expect
		);
		expect(verdict(at('published', [...primary, ...more]))).toEqual([]);
		expect(verdict(at('published', primary))).toHaveLength(3);
	});

	it('F5: by a threshold of 11', () => {
		const { primary = [], optimal_secondary: more = [], expect_lower1: wanted } = vector('F5-worked-5x5-k11');
		const system = gridSystem([twoWay(F4, [...primary, ...more])]);
		expect(intervals(system, wanted as never)).toEqual(wanted);
		expect(verdict(system)).toEqual([]);
	});

	const states = (hidden: number[]): Grid => {
		const counts = [5, 9, 10, 200];
		return {
			dimensions: [['state', 4]],
			count: ([state = 0]) => (hidden.includes(state) ? null : (counts[state] ?? 0)),
			total: () => 224
		};
	};

	it.each([
		{ hidden: [0, 1], threshold: 10, least: 1, most: 13, found: 0 },
		{ hidden: [0, 1, 2], threshold: 11, least: 1, most: 22, found: 0 },
		{ hidden: [0], threshold: 10, least: 5, most: 5, found: 1 }
	])('F11: states $hidden at $threshold', ({ hidden, threshold, least, most, found }) => {
		const system = gridSystem([states(hidden)], { mode: 'protect', threshold });
		expect([...intervalsOf(system, solver).values()]).toEqual(hidden.map(() => [least, most]));
		expect(verdict(system)).toHaveLength(found);
	});

	const years = (additivity: 'additive' | 'none'): Grid => ({
		dimensions: [['year', 3]],
		count: ([year = 0]) => [26, null, 31][year] ?? null,
		total: () => 64,
		additivity
	});

	it('F9: a total over the years less the others', () => {
		const system = gridSystem([years('additive')]);
		expect([...intervalsOf(system, solver).values()]).toEqual([[7, 7]]);
		expect(verdict(system)).toEqual(['derivable year year1']);
	});

	it('F10: parts that overlap are at most their total, and no more is known', () => {
		const gender: Grid = {
			dimensions: [['gender', 2]],
			count: ([gender = 0]) => (gender === 0 ? 51 : null),
			total: () => 64,
			additivity: 'none'
		};
		const system = gridSystem([gender], { mode: 'protect', zeros: 'withheld' });
		expect([...intervalsOf(system, solver).values()]).toEqual([[0, 64]]);
		expect(verdict(gridSystem([years('none')]))).toEqual([]);
	});

	it('a wide linear range in which one whole number is possible', () => {
		// x - 11 y = 5 and x + z = 15: fractions of y leave x anything from 5 to 14, whole ones only 5.
		const made = gridSystem(
			[{ dimensions: [['x', 3]], count: () => null, total: () => 20, additivity: 'none' }],
			{
				mode: 'protect',
				threshold: 9
			}
		);
		const cells = made.cells.map((cell) => ({ ...cell, least: cell.id === 1 ? 0 : cell.least }));
		const tie = (other: number, coefficient: number, sum: number) => ({
			...{ cells: [0, other], coefficients: [1, coefficient], lower: sum, upper: sum, over: 'x' }
		});
		const system = { ...made, cells, constraints: [tie(1, -11, 5), tie(2, 1, 15)] };
		expect(intervalsOf(system, solver).get(0)).toEqual([5, 5]);
		expect(verdict(system)).toContain('derivable x x0');
	});
});
