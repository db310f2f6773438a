import path from 'node:path';
import { changesCsv, comparePackages, nextVersion, versionLevel } from '../../package/compare/index.ts';
import type { Difference, Level, Side } from '../../package/compare/types.ts';
import { folderFiles } from '../../package/folder.ts';
import { compareVersions, formatFault, readPackage } from '../../package/index.ts';
import { archivedVersions, archivePath, keepRelease } from './keep.ts';
import { loggedRelease, readChangelog, writeChangelog, type LoggedRelease } from './log.ts';

/** The file of a kept release that lists every cell that it changed. */
export const CHANGES = 'changes.csv';

const ORDER: readonly Level[] = ['patch', 'minor', 'major'];

/**
 * Reads a package to compare it.
 * @throws an error that lists every fault, if it is not sound
 */
export async function readSide(folder: string): Promise<Side> {
	const { package: pkg, tables, faults } = await readPackage(folderFiles(folder));
	if (!pkg || faults.length) {
		throw new Error(`The data in ${folder} has faults:\n${faults.map(formatFault).join('\n')}`);
	}
	return { package: pkg, tables };
}

/** What a package changes against the newest release before it. */
export interface Proposal {
	/** Of the newest kept release that is not later than this version; absent where none is kept. */
	previous?: string;
	difference?: Difference;
	/** The least version that says enough; absent where nothing differs or none is kept. */
	version?: string;
	/** Whether the version of the package says too little of the change. */
	isTooSmall: boolean;
}

/**
 * Compares the package in a folder with the newest version that is kept before it, and proposes a version.
 * @param isStamped its own version counts for nothing where a later one is kept: a private folder knows of none
 */
export async function proposeVersion(folder: string, current: Side, isStamped = false): Promise<Proposal> {
	const { version } = current.package;
	const { versions } = await archivedVersions(folder);
	const previous = versions.find((each) => isStamped || compareVersions(each, version) <= 0);
	if (!previous) return { isTooSmall: false };
	const difference = comparePackages(await readSide(path.join(folder, archivePath(previous))), current);
	if (!difference.level) return { previous, difference, isTooSmall: false };
	const given = compareVersions(version, previous) <= 0 ? -1 : ORDER.indexOf(versionLevel(previous, version));
	return {
		previous,
		difference,
		version: nextVersion(previous, difference.level),
		isTooSmall: given < ORDER.indexOf(difference.level)
	};
}

/** The log with an entry for each kept version that it lacks; their days are not known. */
async function completeLog(folder: string, entries: LoggedRelease[]): Promise<LoggedRelease[]> {
	const { versions } = await archivedVersions(folder);
	const found = [...entries];
	for (const [index, version] of versions.entries()) {
		if (entries.some((entry) => entry.version === version)) continue;
		const side = await readSide(path.join(folder, archivePath(version)));
		const before = versions[index + 1];
		const difference = before
			? comparePackages(await readSide(path.join(folder, archivePath(before))), side)
			: undefined;
		found.push(loggedRelease(side.package, undefined, difference));
	}
	return found;
}

/**
 * Keeps the package in a folder as a release, with the cells that it changed, and logs it.
 * @param date the day of its publication
 * @returns whether it was kept now, or an equal copy stood there already
 * @throws where another copy of this version is kept, or the log has faults
 */
export async function publishRelease(
	folder: string,
	current: Side,
	{ difference }: Proposal,
	date: string
): Promise<'kept' | 'equal'> {
	const { version } = current.package;
	const log = await readChangelog(folder);
	if (log.faults.length) throw new Error(log.faults.map(formatFault).join('\n'));
	const extra: Record<string, string> = difference?.level ? { [CHANGES]: changesCsv(difference) } : {};
	const outcome = await keepRelease(folder, current.package, extra);
	const entries = log.entries.some((entry) => entry.version === version)
		? log.entries
		: [...log.entries, loggedRelease(current.package, outcome === 'kept' ? date : undefined, difference)];
	const complete = await completeLog(folder, entries);
	if (outcome === 'kept' || complete.length > log.entries.length) await writeChangelog(folder, complete);
	return outcome;
}
