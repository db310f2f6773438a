import path from 'node:path';
import { resourcesWithBreaks } from '../cube/index.ts';
import { auditPackage, loadSolver } from '../disclosure/index.ts';
import { folderFiles } from '../package/folder.ts';
import {
	DESCRIPTOR,
	formatFault,
	inLanguage,
	readPackage,
	tableInLanguage,
	withTermIds
} from '../package/index.ts';
import type { DataPackage, HelpLine, Resource, Table } from '../package/types.ts';
import { LANGUAGE } from '../words/language.ts';
import { withUniqueNames } from './places/uniqueNames.ts';

/** A sound package as the build sees it. */
export interface LoadedPackage {
	/** Its descriptor with the texts of this build's language. */
	package: DataPackage;
	/** Its descriptor as it stands in the file, with the texts of every language. */
	published: DataPackage;
	/** The package's resources, each with every break that concerns it. */
	resources: Resource[];
	tables: Record<string, Table>;
	/** Of every country, emergency lines first. */
	helpLines: HelpLine[];
	/** The CSV of each resource, byte for byte. */
	files: Record<string, Uint8Array>;
	/** The shapes of its places, byte for byte. */
	geometry?: Uint8Array;
	/** `datapackage.json`, byte for byte. */
	descriptor: Uint8Array;
	/** The line of each part of the descriptor by its path. */
	lines: ReadonlyMap<string, number>;
}

/** The folder with the package: `HOTLINE_DATA`, or `data/`. */
export function packageFolder(): string {
	return path.resolve(process.env.HOTLINE_DATA || 'data');
}

/**
 * Reads and checks the package in a folder.
 * @throws an error that lists every fault, one a line, if the package is not sound
 */
export async function readFolder(folder: string): Promise<LoadedPackage> {
	const source = folderFiles(folder);
	const result = await readPackage(source);
	if (!result.package || result.faults.length) {
		throw new Error(`The data in ${folder} has faults:\n${result.faults.map(formatFault).join('\n')}`);
	}
	const pkg = inLanguage(withTermIds(result.package), LANGUAGE);
	const files: Record<string, Uint8Array> = {};
	for (const resource of pkg.resources) files[resource.name] = await source.read(resource.path);
	const shapes = pkg.places?.geometry?.path;
	return {
		package: pkg,
		published: result.package,
		resources: withUniqueNames(resourcesWithBreaks(pkg), pkg.places?.field ?? ''),
		tables: Object.fromEntries(
			Object.entries(result.tables).map(([name, table]) => {
				const resource = pkg.resources.find((each) => each.name === name) ?? table.resource;
				return [name, { ...tableInLanguage(table, LANGUAGE), resource }];
			})
		),
		helpLines: result.helpLines,
		files,
		...(shapes === undefined ? {} : { geometry: await source.read(shapes) }),
		descriptor: await source.read(DESCRIPTOR),
		lines: result.lines
	};
}

let loaded: Promise<LoadedPackage> | undefined;

/**
 * Reads and checks the package once a build.
 * @throws an error that lists every fault, one a line, if the package is not sound
 */
export function loadPackage(): Promise<LoadedPackage> {
	return (loaded ??= readFolder(packageFolder()).then(refuseTelling));
}

/**
 * Lets a package through that publishes nothing its own rules withhold.
 * @throws an error that names each figure that is too small, or that gives a withheld one away
 */
async function refuseTelling(read: LoadedPackage): Promise<LoadedPackage> {
	const { faults } = await auditPackage(read.published, read.tables, () => loadSolver());
	if (faults.length === 0) return read;
	const told = faults.map(formatFault).join('\n');
	throw new Error(`Figures that must not be published stand in ${packageFolder()}:\n${told}`);
}
