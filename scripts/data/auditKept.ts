import { auditPackage, loadSolver } from '../../src/lib/disclosure/index.ts';
import type { Side } from '../../src/lib/package/compare/types.ts';
import { standingReleases } from '../../src/lib/server/releases/standing.ts';
import { report } from '../lib/readData.ts';

/**
 * Audits a package together with each kept release that readers may still have, and prints what is wrong with the
 * first that gives something away; gives whether all is well.
 */
export async function auditKept(directory: string, current: Side): Promise<boolean> {
	try {
		for await (const earlier of standingReleases(directory, current.package)) {
			const before = { pkg: earlier.package, tables: earlier.tables };
			const { faults } = await auditPackage(current.package, current.tables, () => loadSolver(), before);
			if (faults.length === 0) continue;
			const { version } = earlier.package;
			console.log(
				[
					`Together with version ${version}, which is kept and not withdrawn, these figures tell too much:`,
					report(faults),
					'npm run data -- protect PRIVATE --out NEW --previous PUBLIC chooses together with the releases of PUBLIC.'
				].join('\n')
			);
			return false;
		}
		return true;
	} catch (error) {
		console.log(error instanceof Error ? error.message : String(error));
		return false;
	}
}
