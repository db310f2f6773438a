import { existsSync } from 'node:fs';
import { checkPackage } from '../../src/lib/charts/catalog/checkPackage.ts';
import { folderFiles } from '../../src/lib/package/folder.ts';
import { formatFault, type Fault, type ReadPackage } from '../../src/lib/package/index.ts';
import { inspectArchive, type Archive } from '../../src/lib/server/releases/inspect.ts';

/** Above this many lines of faults, a count of each rule follows them. */
const MANY = 200;

/** A package folder as read, with all its faults. */
export interface ReadData {
	/** Absent where there is no such folder. */
	read?: ReadPackage;
	/** The releases that are kept beside it; only where the descriptor is sound. */
	archive?: Archive;
	faults: Fault[];
}

/** Reads a package, its charts, and what is kept of its earlier releases. */
export async function readData(directory: string): Promise<ReadData> {
	if (!existsSync(directory)) {
		const mend = 'name a folder that has a datapackage.json';
		return { faults: [{ file: directory, rule: 'the folder is missing', mend }] };
	}
	const read = await checkPackage(folderFiles(directory));
	const { faults } = read;
	// A kept release can be held only against a package that can be read itself.
	if (!read.package || faults.length > 0) return { read, faults };
	const archive = await inspectArchive(directory, read.package, read.lines);
	return { read, archive, faults: archive.faults };
}

/** The faults one a line, and where they are many a count of each rule. */
export function report(faults: readonly Fault[]): string {
	const lines = faults.map(formatFault);
	if (faults.length > MANY) {
		const counts = new Map<string, number>();
		for (const { rule } of faults) counts.set(rule, (counts.get(rule) ?? 0) + 1);
		lines.push(
			'',
			...[...counts].sort((one, two) => two[1] - one[1]).map(([rule, count]) => `${count} x ${rule}`)
		);
	}
	lines.push('', `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`);
	return lines.join('\n');
}
