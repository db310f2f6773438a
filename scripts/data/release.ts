import { join } from 'node:path';
import { archivePath, keepRelease } from '../../src/lib/server/archive.ts';
import { soundPackage } from './sound.ts';

/** Keeps a copy of the package in a folder as a release of its version; gives the exit code. */
export async function release(directory: string): Promise<number> {
	const sound = await soundPackage(directory);
	if (!sound) return 1;
	const { description } = sound;
	const { version } = description;
	const at = join(directory, archivePath(version));
	if ((await keepRelease(directory, description)) === 'equal') {
		console.log(`Version ${version} is kept already, in ${at}.`);
	} else {
		console.log(`Version ${version} is now kept in ${at}.`);
		console.log('Commit that folder, and raise `version` before you change the data.');
	}
	return 0;
}
