import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, from wherever the build has put this code below it. */
export function projectFolder(): string {
	let folder = path.dirname(fileURLToPath(import.meta.url));
	while (!existsSync(path.join(folder, 'package-lock.json'))) {
		const parent = path.dirname(folder);
		if (parent === folder) throw new Error('There is no package-lock.json above the code.');
		folder = parent;
	}
	return folder;
}
