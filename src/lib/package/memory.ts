import type { PackageFiles } from './package.ts';

/** The files of a package that are in memory, by their path. */
export function memoryFiles(files: ReadonlyMap<string, Uint8Array>): PackageFiles {
	return {
		read: (path) => {
			const bytes = files.get(path);
			if (bytes) return Promise.resolve(bytes);
			return Promise.reject(Object.assign(new Error(`there is no ${path}`), { code: 'ENOENT' }));
		}
	};
}
