import path from 'node:path';
import { folderFiles } from '../package/folder.ts';
import { DESCRIPTOR } from '../package/index.ts';
import { archivePath } from './archive.ts';
import { packageFolder } from './package.ts';
import { standingReleases, type Release } from './releases.ts';

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

/** The descriptor of a kept version, byte for byte; undefined where it is not kept. */
export async function keptDescriptor(version: string): Promise<Uint8Array | undefined> {
	if (!(await keptVersions()).includes(version)) return undefined;
	const files = folderFiles(path.join(packageFolder(), archivePath(version.slice(1))));
	return files.read(DESCRIPTOR);
}
