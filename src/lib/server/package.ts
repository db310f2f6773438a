import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { formatFault, readPackage } from '../package/index.ts';
import type { DataPackage, Table } from '../package/types.ts';

/** A sound package as the build sees it. */
export interface LoadedPackage {
	package: DataPackage;
	tables: Record<string, Table>;
	/** The CSV of each resource, byte for byte. */
	files: Record<string, Uint8Array>;
	/** `datapackage.json`, byte for byte. */
	descriptor: Uint8Array;
}

/** The folder with the package: `HOTLINE_DATA`, or `data/`. */
export function packageFolder(): string {
	return path.resolve(process.env.HOTLINE_DATA || 'data');
}

async function load(): Promise<LoadedPackage> {
	const folder = packageFolder();
	const read = async (file: string) => new Uint8Array(await readFile(path.join(folder, file)));
	const size = async (file: string) => (await stat(path.join(folder, file))).size;
	const result = await readPackage({ read, size });
	if (!result.package || result.faults.length) {
		throw new Error(`The data in ${folder} has faults:\n${result.faults.map(formatFault).join('\n')}`);
	}
	const files: Record<string, Uint8Array> = {};
	for (const resource of result.package.resources) files[resource.name] = await read(resource.path);
	return { package: result.package, tables: result.tables, files, descriptor: await read('datapackage.json') };
}

let loaded: Promise<LoadedPackage> | undefined;

/**
 * Reads and checks the package once a build.
 * @throws an error that lists every fault, one a line, if the package is not sound
 */
export function loadPackage(): Promise<LoadedPackage> {
	return (loaded ??= load());
}
