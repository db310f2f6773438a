import loadHighs, { type Highs } from 'highs';
import { describe, expect, it } from 'vitest';
import { protectSystem } from '../../../src/lib/disclosure/protect/index.ts';
import { loadSolver, type Solver } from '../../../src/lib/disclosure/solver.ts';
import { gridSystem, type Grid } from './grid.ts';
import { equationsOf, Open } from './intervals.ts';
import { randomGrids } from './random.ts';

const TABLES = 400;
const THRESHOLDS = [11, 10, 5];

/** The name of a figure in the equations of the check: `t_a0_b1` of `a a0, b b1, c all`. */
function nameOfKey(key: string): string {
	const parts = key.split(', ').map((part) => part.split(' ')[1] ?? '');
	return `t_${parts
		.filter((part) => part !== 'all')
		.sort()
		.join('_')}`;
}

/** What is wrong with the protection of some tables, by whole-number programs that share nothing with it. */
function faultsOf(
	solver: Solver,
	highs: Highs,
	grids: Grid[],
	threshold: number,
	optimal: boolean
): string[] {
	const system = gridSystem(grids, { mode: 'protect', threshold });
	const done = protectSystem(system, solver, optimal ? undefined : { cells: 0, seconds: 0 });
	const faults = [...done.findings, ...done.failed].map(() => 'not protected');
	const names = new Map(system.cells.map((cell) => [cell.id, nameOfKey(cell.standings[0]?.key ?? '')]));
	const published = new Map<string, number>();
	for (const { id, value } of system.cells) {
		if (!done.hidden.has(id) && value !== null) published.set(names.get(id) ?? '', value);
	}
	const open = new Open(highs, grids.flatMap(equationsOf), published, [...new Set(names.values())]);
	for (const { id, value } of system.cells) {
		if (value === null || value === 0 || value >= threshold) continue;
		const name = names.get(id) ?? '';
		if (!done.hidden.has(id)) {
			faults.push(`${name} is published`);
			continue;
		}
		const [least, most] = open.interval(name);
		if (most - least < threshold - 1) faults.push(`${name} lies in ${least} to ${most}`);
	}
	open.dispose();
	return faults;
}

describe(`${TABLES} random tables`, () => {
	it('no small count has fewer possible values than the threshold', { timeout: 600_000 }, async () => {
		const [solver, highs] = await Promise.all([loadSolver(), loadHighs()]);
		const faults: string[] = [];
		for (let seed = 0; seed < TABLES; seed++) {
			const found = faultsOf(
				solver,
				highs,
				randomGrids(seed),
				THRESHOLDS[seed % 4] ?? 11,
				seed % (seed % 3 === 1 ? 6 : 2) === 0
			);
			faults.push(...found.map((fault) => `table ${seed}: ${fault}`));
		}
		expect(faults).toEqual([]);
	});
});
