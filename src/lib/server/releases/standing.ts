import path from 'node:path';
import type { Side } from '../../package/compare/types.ts';
import { isWithdrawn } from '../../package/index.ts';
import type { DataPackage } from '../../package/types.ts';
import { archivedVersions, archivePath } from './keep.ts';
import { readSide } from './publish.ts';

/**
 * The releases that a folder keeps and that readers may still have, newest first: all but the version of the package
 * itself and those that were withdrawn whole.
 * @throws an error that lists every fault, if one of them is not sound
 */
export async function* standingReleases(folder: string, pkg: DataPackage): AsyncGenerator<Side> {
	for (const each of (await archivedVersions(folder)).versions) {
		if (each !== pkg.version && !isWithdrawn(pkg, each))
			yield await readSide(path.join(folder, archivePath(each)));
	}
}
