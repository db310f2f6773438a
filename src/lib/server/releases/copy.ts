import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ARCHIVE, CHANGELOG } from '../../package/index.ts';
import { archivedVersions, archivePath } from './keep.ts';

/** Carries the kept releases of a published folder and their log on to another, byte for byte; nothing else of it. */
export async function copyArchive(from: string, to: string): Promise<void> {
	const { versions } = await archivedVersions(from);
	const paths = [
		...versions.map(archivePath),
		...(existsSync(path.join(from, CHANGELOG)) ? [CHANGELOG] : [])
	];
	if (paths.length > 0) await mkdir(path.join(to, ARCHIVE), { recursive: true });
	for (const each of paths) {
		const target = path.join(to, each);
		await cp(path.join(from, each), target, { recursive: true, errorOnExist: true, force: false });
	}
}
