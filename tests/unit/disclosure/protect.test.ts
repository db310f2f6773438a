import { beforeAll, describe, expect, it } from 'vitest';
import { protectSystem } from '../../../src/lib/disclosure/protect/index.ts';
import { loadSolver, type Solver } from '../../../src/lib/disclosure/solver.ts';
import { systemOf } from '../../../src/lib/disclosure/system.ts';
import { gridSystem, gridTable, idAt, packageOf, twoWay } from './grid.ts';
import oracles from './oracles.json';

let solver: Solver;

beforeAll(async () => {
	solver = await loadSolver();
});

const F4 = oracles.feasibility.find(({ id }) => id === 'F4-worked-5x5');
const F5 = oracles.feasibility.find(({ id }) => id === 'F5-worked-5x5-k11');
const interior = F4?.interior as number[][];

describe('the choice of what to withhold', () => {
	it.each([
		{ name: 'F4', threshold: 10, vector: F4 },
		{ name: 'F5', threshold: 11, vector: F5 }
	])('$name: the cheapest set', ({ threshold, vector }) => {
		const system = gridSystem([twoWay(interior)], { mode: 'protect', threshold });
		const done = protectSystem(system, solver);
		const wanted = [...(vector?.primary ?? []), ...(vector?.optimal_secondary ?? [])];
		expect([...done.hidden].sort((a, b) => a - b)).toEqual(
			wanted.map((at) => idAt(system, at)).sort((a, b) => a - b)
		);
		expect(done).toMatchObject({
			method: 'optimal',
			sum: vector?.optimal_secondary_sum,
			primaries: vector?.primary?.length,
			failed: [],
			findings: []
		});
	});

	it('F4 by the heuristic: safe, at a cost that is told', () => {
		const system = gridSystem([twoWay(interior)], { mode: 'protect', threshold: 10 });
		const done = protectSystem(system, solver, { cells: 0, seconds: 0 });
		expect(done).toMatchObject({ method: 'heuristic', primaries: 3, failed: [], findings: [] });
		expect(done.sum).toBeGreaterThanOrEqual(46);
		expect(done.sum).toBeLessThan(120);
	});
});

describe('a figure of the headline', () => {
	/** Which of one small figure, two others and their total are withheld. */
	function withheldOf(counts: number[], ...headline: string[]): string[] {
		const table = gridTable({ dimensions: [['part', counts.length]], count: ([at = 0]) => counts[at] ?? 0 });
		const pkg = {
			...packageOf([table], { mode: 'protect', threshold: 11 }),
			headline: headline.map((part, at) => ({
				measure: 'cases',
				label: 'Cases',
				[at % 2 ? 'yearly' : 'cumulative']: { resource: 'grid', where: { part } }
			}))
		};
		const done = protectSystem(systemOf(pkg, { grid: table }), solver);
		expect(done).toMatchObject({ failed: [], findings: [] });
		const ids = done.system.cellOf.get('grid') ?? [];
		return table.rows.flatMap((row, at) => (done.hidden.has(ids[at] ?? -1) ? String(row['part']) : []));
	}

	it('is withheld last: after a larger one, after the total, and only where nothing else can be', () => {
		const parts = [3, 40, 15];
		expect(withheldOf(parts)).toEqual(['part0', 'part2']);
		expect(withheldOf(parts, 'part2')).toEqual(['part0', 'part1']);
		expect(withheldOf(parts, 'part2', 'part1')).toEqual(['part0', 'all']);
		expect(withheldOf(parts, 'part2', 'part1', 'all')).toEqual(['part0', 'part2']);
	});

	it('is withheld where it is itself too small', () => {
		expect(withheldOf([3, 40, 15], 'part0')).toEqual(['part0', 'part2']);
	});
});
