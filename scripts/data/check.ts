import { keptLine } from '../lib/keptLine.mjs';
import { soundPackage } from './sound.ts';

/** Prints every fault of the package in a folder, or what it holds; gives the exit code. */
export async function check(directory: string): Promise<number> {
	const sound = await soundPackage(directory);
	if (!sound) return 1;
	console.log(keptLine(sound.description.version, sound.archive.current));
	return 0;
}
