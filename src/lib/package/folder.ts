import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { PackageFiles } from './package.ts';

/**
 * The files of a folder, for Node only. A link that leads outside the folder, and anything that is not
 * a plain file, is refused.
 */
export function folderFiles(directory: string): PackageFiles {
	const locate = async (path: string): Promise<{ file: string; size: number }> => {
		const root = await realpath(directory);
		const file = await realpath(resolve(root, path));
		const inside = relative(root, file);
		if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) || inside === '') {
			throw new Error('it leads outside the folder');
		}
		const found = await stat(file);
		if (!found.isFile()) throw new Error('it is not a plain file');
		return { file, size: found.size };
	};
	return {
		read: async (path) => readFile((await locate(path)).file),
		size: async (path) => (await locate(path)).size
	};
}
