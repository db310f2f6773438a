import path from 'node:path';
import type { ChartSpec } from '../../charts/types.ts';
import { formatFault, speaks } from '../../package/index.ts';
import type { Withdrawal } from '../../package/types.ts';
import { LANGUAGE, LANGUAGE_PATH } from '../../words/language.ts';
import { archivePath } from './keep.ts';
import { inspectArchive } from './inspect.ts';
import { loadPackage, packageFolder, readFolder, type LoadedPackage } from '../package.ts';
import { currentRelease, releaseOf, withdrawalOf, type Release } from './release.ts';

export { currentRelease, type Release } from './release.ts';

/** What a frozen address answers: a chart with the figures of its release, or a notice. */
export type FrozenChart = { version: string; id: string } & (
	| { kind: 'chart'; release: Release; spec: ChartSpec }
	| { kind: 'withdrawn'; withdrawal: Withdrawal }
	/** Its release is older than those that are kept. */
	| { kind: 'dropped' }
);

/** The releases of a package, and every frozen address that its site answers. */
export interface Releases {
	/** The current one first, then those that are kept, newest first. */
	releases: Release[];
	/** The same with those that have no texts in the language of this build. */
	all: Release[];
	/** Whether an equal copy of the current one is kept, so that its frozen embeds stay when the data change. */
	kept: boolean;
	frozen: FrozenChart[];
}

/** Reads a release that is kept in a package folder. */
async function readArchived(folder: string, version: string): Promise<LoadedPackage> {
	try {
		return await readFolder(path.join(folder, archivePath(version)));
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const mend = `Restore ${archivePath(version)} as it was published, or withdraw version ${version}.`;
		throw new Error(`${message}\n${mend}`, { cause: error });
	}
}

/**
 * Reads the releases that a package folder keeps.
 * @param current the release in the folder itself, and its descriptor as it stands there
 * @throws if one of them cannot be read any more, or if the folder says otherwise than a kept release of its version
 */
export async function readReleases(
	folder: string,
	current: Release,
	{ published, lines }: Pick<LoadedPackage, 'published' | 'lines'>
): Promise<Releases> {
	const { current: isKept, kept, gone, faults } = await inspectArchive(folder, published, lines);
	if (faults.length) {
		throw new Error(`The releases in ${folder} have faults:\n${faults.map(formatFault).join('\n')}`);
	}
	const withdrawals = current.package.embeds?.withdrawn;
	const releases = [current];
	const all = [current];
	for (const version of kept) {
		const archived = await readArchived(folder, version);
		// Where a language was added, an earlier release stays without it; what was published stays where it was.
		const release = releaseOf(archived, false, withdrawals);
		all.push(release);
		if (!LANGUAGE_PATH || speaks(archived.published, LANGUAGE)) releases.push(release);
	}
	const frozen: FrozenChart[] = [];
	for (const release of releases) {
		const { version } = release;
		for (const spec of await release.specs()) {
			const { id } = spec;
			const withdrawal = release.withdrawn(id);
			if (withdrawal) frozen.push({ version, id, kind: 'withdrawn', withdrawal });
			else frozen.push({ version, id, kind: 'chart', release, spec });
		}
	}
	for (const { version, charts } of gone) {
		for (const id of charts) {
			const withdrawal = withdrawalOf(withdrawals, version, id);
			if (withdrawal) frozen.push({ version, id, kind: 'withdrawn', withdrawal });
			else frozen.push({ version, id, kind: 'dropped' });
		}
	}
	return { releases, all, kept: isKept, frozen };
}

let read: Promise<Releases> | undefined;

async function readCurrent(): Promise<Releases> {
	return readReleases(packageFolder(), await currentRelease(), await loadPackage());
}

/** Whether the current release is kept, so that its frozen embeds stay when the data change. */
export async function isCurrentKept(): Promise<boolean> {
	return (await (read ??= readCurrent())).kept;
}

/** The releases that stay as they are: the earlier ones that are kept, and the current one once a copy of it is. */
export async function standingReleases(): Promise<Release[]> {
	const { releases, kept } = await (read ??= readCurrent());
	return releases.filter(({ current }) => kept || !current);
}

/** The releases whose files stay, also those that have no texts in the language of this build. */
export async function standingFiles(): Promise<Release[]> {
	const { all, kept } = await (read ??= readCurrent());
	return all.filter(({ current }) => kept || !current);
}

/** Every frozen address of the site, also those that answer with a notice. */
export async function frozenCharts(): Promise<FrozenChart[]> {
	return (await (read ??= readCurrent())).frozen;
}

/** What a frozen address answers; undefined where there never was such a chart. */
export async function frozenChart(version: string, id: string): Promise<FrozenChart | undefined> {
	return (await frozenCharts()).find((each) => each.version === version && each.id === id);
}
