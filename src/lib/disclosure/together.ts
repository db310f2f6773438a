import type { Side } from '../package/compare/types.ts';
import type { Fault } from '../package/types.ts';
import { auditPackage } from './auditPackage.ts';
import type { Solver } from './solver.ts';

/** What tells too much for whoever kept an earlier release. */
export interface ToldTogether {
	/** Of the earlier release. */
	version: string;
	faults: Fault[];
}

/**
 * Audits a package together with each of some earlier releases, one after the other; gives what is wrong with the first
 * that tells too much, and undefined where none does.
 */
export async function toldTogether(
	{ package: pkg, tables }: Side,
	releases: Iterable<Side> | AsyncIterable<Side>,
	loadSolver: () => Promise<Solver>
): Promise<ToldTogether | undefined> {
	for await (const earlier of releases) {
		const { faults } = await auditPackage(pkg, tables, loadSolver, earlier);
		if (faults.length > 0) return { version: earlier.package.version, faults };
	}
	return undefined;
}
