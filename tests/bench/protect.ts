import { auditSystem } from '../../src/lib/disclosure/audit.ts';
import { loadSolver } from '../../src/lib/disclosure/index.ts';
import { protectSystem } from '../../src/lib/disclosure/protect/index.ts';
import { gridSystem } from '../unit/disclosure/grid.ts';
import { largeGrid } from '../unit/disclosure/large.ts';
import { measure, type Measured } from './measure.ts';

const RUNS = 3;

/** A table of 51 x 10 x 8 counts: what ties it, its protection, which may take a minute, and the audit of a stranger. */
export async function protection(): Promise<Measured[]> {
	const solver = await loadSolver();
	const system = gridSystem([largeGrid()]);
	const { system: safe } = protectSystem(system, solver);
	const began = performance.now();
	auditSystem(safe, solver);
	const audit = performance.now() - began;
	return [
		await measure('sums of 51 x 10 x 8', RUNS, () => Promise.resolve(gridSystem([largeGrid()]))),
		await measure('protect 51 x 10 x 8', RUNS, () => Promise.resolve(protectSystem(system, solver))),
		{ name: 'audit what it published, once', times: [audit] }
	];
}
