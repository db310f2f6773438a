import { beforeAll, describe, expect, it } from 'vitest';
import { protectSystem } from '../../../src/lib/disclosure/protect/index.ts';
import { loadSolver, type Solver } from '../../../src/lib/disclosure/solver.ts';
import { gridSystem, idAt, twoWay } from './grid.ts';
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
