import type { StartFile } from './types.ts';

/** Files that somebody chose, with what they hold. */
export function startFiles(chosen: readonly File[]): Promise<StartFile[]> {
	return Promise.all(
		chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
	);
}
