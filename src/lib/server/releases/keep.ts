import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { folderFiles } from '../../package/folder.ts';
import {
	ARCHIVE,
	asStandard,
	compareVersions,
	DESCRIPTOR,
	publishedFilesOf,
	filesOf,
	isVersion,
	withTranslations,
	type PackageFiles
} from '../../package/index.ts';
import type { DataPackage, Fault } from '../../package/types.ts';
import { sha256 } from './checksums.ts';

/** The folder in which a release is kept, relative to its package: `releases/v1.0.0`. */
export function archivePath(version: string): string {
	return `${ARCHIVE}/v${version}`;
}

/** The versions that a package folder keeps, newest first, and a fault for each entry that is none. */
export async function archivedVersions(folder: string): Promise<{ versions: string[]; faults: Fault[] }> {
	const versions: string[] = [];
	const faults: Fault[] = [];
	for (const entry of await entriesOf(path.join(folder, ARCHIVE))) {
		const version = entry.name.replace(/^v/, '');
		if (entry.name.startsWith('.') || !(entry.isDirectory() || /^v?\d/.test(entry.name))) continue;
		if (entry.isDirectory() && entry.name !== version && isVersion(version)) versions.push(version);
		else
			faults.push({
				file: `${ARCHIVE}/${entry.name}`,
				rule: 'this is no kept release',
				mend: 'name the folder of a release v and its version, such as v1.0.0, or move this elsewhere'
			});
	}
	return { versions: versions.sort(compareVersions).reverse(), faults };
}

async function entriesOf(folder: string) {
	try {
		return await readdir(folder, { withFileTypes: true });
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
		throw error;
	}
}

/** A descriptor without what may change while a release stays what it is, and what only a release declares. */
function published(description: unknown): object {
	const pkg = withTranslations(description) as DataPackage;
	const resources = pkg.resources.map((resource) => ({ ...resource, bytes: undefined, hash: undefined }));
	return { ...pkg, resources, embeds: undefined, helpLines: undefined, exit: undefined };
}

/** The descriptor that a release keeps: as the standard has it, with the size and the checksum of each table. */
async function keptDescriptor(pkg: DataPackage, source: PackageFiles): Promise<string> {
	const resources = [];
	for (const resource of pkg.resources) {
		const bytes = await source.read(resource.path);
		resources.push({ ...resource, bytes: bytes.byteLength, hash: `sha256:${sha256(bytes)}` });
	}
	return `${JSON.stringify(asStandard({ ...pkg, resources }), null, '\t')}\n`;
}

/**
 * The first file in which a kept release differs from the package in the folder; undefined where they are
 * equal. How its descriptor is laid out, and what it says of embeds and of help, makes no difference: a
 * telephone number must be mended at once.
 */
export async function differingFile(folder: string, pkg: DataPackage): Promise<string | undefined> {
	const here = folderFiles(folder);
	const kept = folderFiles(path.join(folder, archivePath(pkg.version)));
	try {
		const description: unknown = JSON.parse(new TextDecoder().decode(await kept.read(DESCRIPTOR)));
		if (typeof description !== 'object' || description === null) return DESCRIPTOR;
		if (!isDeepStrictEqual(published(description), published(pkg))) return DESCRIPTOR;
	} catch {
		return DESCRIPTOR;
	}
	for (const file of publishedFilesOf(pkg)) {
		const bytes = await here.read(file);
		const same = await kept.read(file).then(
			(other) => Buffer.compare(bytes, other) === 0,
			() => false
		);
		if (!same) return file;
	}
	return undefined;
}

/**
 * Keeps the package of a folder as a release: its descriptor in the form of the standard, with sizes and checksums, and
 * the files that it names, in `releases/vVERSION/`, all of them or none.
 * @param pkg the sound package in that folder
 * @param extra texts of further files by name, which the package itself does not have
 * @returns whether it was kept now, or an equal copy stood there already
 * @throws where another copy of this version is kept
 */
export async function keepRelease(
	folder: string,
	pkg: DataPackage,
	extra: Record<string, string> = {}
): Promise<'kept' | 'equal'> {
	const { versions } = await archivedVersions(folder);
	if (versions.includes(pkg.version)) {
		const file = await differingFile(folder, pkg);
		if (file === undefined) return 'equal';
		throw new Error(otherCopy(pkg.version, file));
	}
	const archive = path.join(folder, ARCHIVE);
	await mkdir(archive, { recursive: true });
	const temporary = path.join(archive, `.v${pkg.version}-${randomUUID()}`);
	await mkdir(temporary);
	try {
		const source = folderFiles(folder);
		await writeFile(path.join(temporary, DESCRIPTOR), await keptDescriptor(pkg, source));
		for (const file of filesOf(pkg)) {
			const to = path.join(temporary, file);
			await mkdir(path.dirname(to), { recursive: true });
			await writeFile(to, await source.read(file));
		}
		for (const [file, text] of Object.entries(extra)) await writeFile(path.join(temporary, file), text);
		await rename(temporary, path.join(folder, archivePath(pkg.version)));
	} catch (error) {
		await rm(temporary, { recursive: true, force: true });
		throw error;
	}
	return 'kept';
}

/** What is wrong where a kept release and the package have one version and differ. */
export function otherCopy(version: string, file: string): string {
	return `version ${version} is kept in ${archivePath(version)} and differs from it in ${file}`;
}
