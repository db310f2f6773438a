import path from 'node:path';
import { folderFiles } from '../../package/folder.ts';
import { DESCRIPTOR } from '../../package/index.ts';
import { LANGUAGE_PATH } from '../../words/language.ts';
import { archivePath } from './keep.ts';
import { checksumFile } from './checksums.ts';
import { CHECKSUMS } from './latest.ts';
import { packageFolder } from '../package.ts';
import { CHANGES } from './publish.ts';
import { standingFiles, standingReleases, type Release } from './frozen.ts';

/** A table of a release that stays at its address. */
export interface KeptTable {
	/** As it stands in the address, with its `v`. */
	version: string;
	table: string;
}

/**
 * Tables of a release that may still be given: those behind a withdrawn chart may not, for they hold the figures for
 * which it was withdrawn.
 */
async function givenTables(release: Release): Promise<string[]> {
	const withdrawn = (await release.specs()).filter(({ id }) => release.withdrawn(id));
	const held = new Set(
		withdrawn.flatMap(({ query, superseded }) => [query.table, ...(superseded ? [superseded.table] : [])])
	);
	return release.package.resources.map(({ name }) => name).filter((name) => !held.has(name));
}

/** The versions whose data stay at their addresses, each with its `v`. */
export async function keptVersions(): Promise<string[]> {
	return (await standingReleases()).map(({ version }) => `v${version}`);
}

/** Every table of every version that stays at its address. */
export async function keptTables(): Promise<KeptTable[]> {
	const all = await Promise.all(
		(await standingReleases()).map(async (release) =>
			(await givenTables(release)).map((table) => ({ version: `v${release.version}`, table }))
		)
	);
	return all.flat();
}

/** The file of a kept table, byte for byte; undefined where there is none. */
export async function keptTable({ version, table }: KeptTable): Promise<Uint8Array | undefined> {
	const release = (await standingReleases()).find((each) => `v${each.version}` === version);
	if (!release || !(await givenTables(release)).includes(table)) return undefined;
	return release.files[table];
}

/** A file of a kept version besides its tables and its descriptor, as it stands in the address. */
export interface KeptFile {
	version: string;
	file: string;
}

/** Whether a chart of a version, or the version, was withdrawn. */
const hasWithdrawn = async (release: Release) =>
	(await release.specs()).some(({ id }) => release.withdrawn(id) !== undefined);

/**
 * The cells that a version changed, where it has such a list; not where a chart of it or of the version before was
 * withdrawn, for the list has figures of both.
 */
async function changesOf(release: Release, before: Release | undefined): Promise<Uint8Array | undefined> {
	if ((await hasWithdrawn(release)) || (before && (await hasWithdrawn(before)))) return undefined;
	const files = folderFiles(path.join(packageFolder(), archivePath(release.version)));
	return files.read(CHANGES).catch(() => undefined);
}

async function readFiles(release: Release, before: Release | undefined): Promise<Map<string, Uint8Array>> {
	const folder = folderFiles(path.join(packageFolder(), archivePath(release.version)));
	const files = new Map([[DESCRIPTOR, await folder.read(DESCRIPTOR)]]);
	for (const table of await givenTables(release)) {
		const bytes = release.files[table];
		if (bytes) files.set(`${table}.csv`, bytes);
	}
	const shapes = release.package.places?.geometry?.path;
	if (shapes) files.set(shapes, await folder.read(shapes));
	const changes = await changesOf(release, before);
	if (changes) files.set(CHANGES, changes);
	files.set(CHECKSUMS, new TextEncoder().encode(checksumFile(files)));
	return files;
}

const read = new Map<string, Promise<Map<string, Uint8Array>>>();

/** Every file that is given of a kept version, by name; undefined where the version is not kept. */
export async function filesOfVersion(version: string): Promise<Map<string, Uint8Array> | undefined> {
	const releases = await standingFiles();
	const at = releases.findIndex((each) => `v${each.version}` === version);
	const release = releases[at];
	if (!release) return undefined;
	const found = read.get(version) ?? readFiles(release, releases[at + 1]);
	read.set(version, found);
	return found;
}

/** The versions that have a page, each with its `v`: in every language those whose files are given. */
export async function versionPages(): Promise<string[]> {
	return (await standingFiles()).map(({ version }) => `v${version}`);
}

/** Every file of every kept version that is neither a table nor the descriptor; none but in the main language. */
export async function keptFiles(): Promise<KeptFile[]> {
	if (LANGUAGE_PATH) return [];
	const all = await Promise.all(
		(await versionPages()).map(async (version) => {
			const names = [...((await filesOfVersion(version)) ?? new Map<string, Uint8Array>()).keys()];
			const others = names.filter((file) => file === CHANGES || !file.endsWith('.csv'));
			return others.filter((file) => file !== DESCRIPTOR).map((file) => ({ version, file }));
		})
	);
	return all.flat();
}

/** Whether some tables of a kept version are not given any more. */
export async function hasWithheldTables(version: string): Promise<boolean> {
	const release = (await standingFiles()).find((each) => `v${each.version}` === version);
	return release !== undefined && (await givenTables(release)).length < release.package.resources.length;
}

/** The descriptor of a kept version, byte for byte; undefined where it is not kept. */
export async function keptDescriptor(version: string): Promise<Uint8Array | undefined> {
	if (!(await keptVersions()).includes(version)) return undefined;
	const files = folderFiles(path.join(packageFolder(), archivePath(version.slice(1))));
	return files.read(DESCRIPTOR);
}
