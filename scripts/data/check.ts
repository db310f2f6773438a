import { keptLine } from '../lib/keptLine.mjs';
import { readData } from '../lib/readData.ts';
import { soundPackage } from './sound.ts';

/** Prints every fault of the package in a folder, or what it holds; gives the exit code. */
export async function check(directory: string, previous?: string): Promise<number> {
	const before = previous === undefined ? undefined : (await readData(previous)).read;
	if (previous !== undefined && !before?.package) {
		console.error(`${previous} holds no sound package: npm run data -- check ${previous}`);
		return 1;
	}
	const earlier = before?.package && { package: before.package, tables: before.tables };
	const sound = await soundPackage(directory, earlier);
	if (!sound) return 1;
	console.log(keptLine(sound.description.version, directory, sound.archive.current));
	return 0;
}
