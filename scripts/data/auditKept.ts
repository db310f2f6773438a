import { loadSolver, toldTogether } from '../../src/lib/disclosure/index.ts';
import type { Side } from '../../src/lib/package/compare/types.ts';
import { standingReleases } from '../../src/lib/server/releases/standing.ts';
import { report } from '../lib/readData.ts';

/**
 * Audits a package together with each kept release that readers may still have, and prints what is wrong with the
 * first that gives something away; gives whether all is well.
 */
export async function auditKept(directory: string, current: Side): Promise<boolean> {
	try {
		const told = await toldTogether(current, standingReleases(directory, current.package), () => loadSolver());
		if (!told) return true;
		console.log(
			[
				`Together with version ${told.version}, which is kept and not withdrawn, these figures tell too much:`,
				report(told.faults),
				'npm run data -- protect PRIVATE --out NEW --previous PUBLIC chooses together with the releases of PUBLIC.'
			].join('\n')
		);
	} catch (error) {
		console.log(error instanceof Error ? error.message : String(error));
	}
	return false;
}
