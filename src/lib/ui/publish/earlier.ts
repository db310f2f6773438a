import type { Side } from '../../package/compare/types.ts';
import {
	ARCHIVE,
	CHANGELOG,
	compareVersions,
	formatFault,
	isVersion,
	isWithdrawn,
	memoryFiles,
	readPackage,
	withWithdrawals,
	type DataPackage
} from '../../package/index.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** A file of a kept release: `releases/v1.0.0/…`. */
const KEPT = new RegExp(`^${ARCHIVE}/v([^/]+)/(?!.*\\.\\.).+$`);
/** The version to whose kept release a file belongs; undefined where it belongs to none. */
const versionOf = (path: string) => [KEPT.exec(path)?.[1] ?? ''].find(isVersion);

/** What is public already: its newest release first, then those that it keeps, and the files of these. */
export interface PublishedReleases {
	releases: Side[];
	kept: Map<string, Uint8Array>;
}

/** @throws with the first fault, where a release is not sound */
async function sideOf(files: Files, folder: string): Promise<Side> {
	const inside = new Map([...files].map(([path, bytes]) => [path.slice(folder.length), bytes] as const));
	const { package: pkg, tables, faults } = await readPackage(memoryFiles(inside));
	const [first] = faults;
	if (!pkg || first) throw new Error(first ? formatFault({ ...first, file: folder + first.file }) : folder);
	return { package: pkg, tables };
}

/**
 * Reads the folder of what is public already.
 * @throws with the first fault, where one of its releases is not sound
 */
export async function publishedReleases(files: Files): Promise<PublishedReleases> {
	const kept = new Map([...files].filter(([path]) => path === CHANGELOG || versionOf(path) !== undefined));
	const versions = new Set([...kept.keys()].flatMap((path) => versionOf(path) ?? []));
	const newest = await sideOf(files, '');
	const others: Side[] = [];
	for (const version of [...versions].sort(compareVersions).reverse()) {
		const folder = `${ARCHIVE}/v${version}/`;
		others.push(await sideOf(new Map([...kept].filter(([path]) => path.startsWith(folder))), folder));
	}
	const isOther = (each: Side) => each.package.version !== newest.package.version;
	return { releases: [newest, ...others.filter(isOther)], kept };
}

/** Those of them that readers may still have, where a later package may withdraw some. */
export function standingOf({ releases }: PublishedReleases, later: DataPackage): Side[] {
	const [newest] = releases;
	if (!newest) return [];
	const standing = withWithdrawals(newest.package, later);
	return releases.filter((each) => !isWithdrawn(standing, each.package.version));
}
