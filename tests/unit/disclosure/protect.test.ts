import { beforeAll, describe, expect, it } from 'vitest';
import { auditSystem } from '../../../src/lib/disclosure/audit.ts';
import { faultOf } from '../../../src/lib/disclosure/findings.ts';
import { protectSystem } from '../../../src/lib/disclosure/protect/index.ts';
import { loadSolver, type Solver } from '../../../src/lib/disclosure/solver.ts';
import { systemOf } from '../../../src/lib/disclosure/system.ts';
import { gridSystem, gridTable, idAt, packageOf, twoWay } from './grid.ts';
import { largeGrid } from './large.ts';
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

	it('is withheld last among millions too', () => {
		const parts = [3, 4_000_000, 1_500_000];
		expect(withheldOf(parts)).toEqual(['part0', 'part2']);
		expect(withheldOf(parts, 'part2')).toEqual(['part0', 'part1']);
		expect(withheldOf(parts, 'part2', 'part1')).toEqual(['part0', 'all']);
	});

	it('is withheld where it is itself too small', () => {
		expect(withheldOf([3, 40, 15], 'part0')).toEqual(['part0', 'part2']);
	});
});

it('a solver that runs out of time says nothing against the figures, and a contradiction does', () => {
	const stopping = (when: (whole: boolean) => boolean): Solver => ({
		name: 'stopping',
		model(data) {
			const model = solver.model(data);
			const minimize: typeof model.minimize = (costs, options) => {
				const solved = model.minimize(costs, options);
				const isStopped = when(options?.whole === true);
				return isStopped ? { ...solved, status: 'stopped', x: solved.x.map(() => NaN) } : solved;
			};
			return {
				minimize,
				bounds: (...told) => model.bounds(...told),
				addRow: (...told) => model.addRow(...told),
				dispose: () => model.dispose()
			};
		}
	});
	const system = gridSystem([
		twoWay(
			[
				[20, 30],
				[40, 50]
			],
			['0,0', '0,1', '1,0', '1,1']
		)
	]);
	expect(() =>
		protectSystem(
			system,
			stopping((whole) => whole)
		)
	).toThrow('ran out of time');
	const found = auditSystem(
		system,
		stopping(() => true)
	);
	expect(found.map(faultOf).map(({ rule }) => rule)).toEqual([expect.stringContaining('the solver stopped')]);
	const wrong = gridSystem([
		{
			...twoWay(
				[
					[20, 30],
					[40, 50]
				],
				['0,0', '0,1']
			),
			total: () => 8
		}
	]);
	expect(() => protectSystem(wrong, solver)).toThrow('contradict');
	expect(auditSystem(wrong, solver).map(({ kind }) => kind)).toEqual(['contradiction']);
});

it(
	'a table of 51 x 10 x 8 with all its totals is protected, and passes the audit',
	{ timeout: 120_000 },
	() => {
		const done = protectSystem(gridSystem([largeGrid()]), solver);
		expect(done).toMatchObject({ failed: [], findings: [] });
		expect(done.primaries).toBeGreaterThan(800);
		expect(done.complements).toBeLessThan(done.primaries);
	}
);
