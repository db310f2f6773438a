import { additivityFaults } from './additivity.ts';
import { DESCRIPTOR, readDescriptor, type ReadDescriptor } from './descriptor.ts';
import { geometryFaults } from './geometry.ts';
import { headlineFaults } from './headline.ts';
import { readHelpLines, type ReadHelpLines } from './help/read.ts';
import { revisionFaults } from './revisions.ts';
import { noteFaults } from './notes.ts';
import { sourceFaults } from './sources.ts';
import { foreignKeyFaults } from './table/keys.ts';
import { personalFaults } from './table/personal.ts';
import { readTable } from './table.ts';
import { decodeText } from './text.ts';
import type { DataPackage, Fault, HelpLine, LearnSettings, Resource, Table } from './types.ts';

/** The largest file that is read, in bytes. */
export const LARGEST_FILE = 100_000_000;

/** Where the files of a package are: a folder, a site, or files that a reader chose. */
export interface PackageFiles {
	/** Rejects where there is no such file; the message of the error is shown. */
	read(path: string): Promise<Uint8Array>;
	/** Bytes of a file, so that one too large is refused unread. */
	size?(path: string): Promise<number>;
}

/** What reading a package gave. */
export interface ReadPackage {
	/** Only where the descriptor has no fault. */
	package?: DataPackage;
	/** The tables that could be read, by name; a faulty cell is null. Use them only where `faults` is empty. */
	tables: Record<string, Table>;
	/** Emergency lines first. */
	helpLines: HelpLine[];
	faults: Fault[];
	/** The line of each part of the descriptor by its path. */
	lines: ReadonlyMap<string, number>;
}

function isMissing(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	return error.name === 'NotFoundError' || ('code' in error && error.code === 'ENOENT');
}

function tooLarge(file: string, bytes: number): Fault {
	return {
		file,
		value: `${Math.round(bytes / 1e6)} MB`,
		rule: `a file has ${LARGEST_FILE / 1e6} MB at most`,
		mend: 'publish aggregates, or split the table'
	};
}

/** The bytes of a file, or the fault that keeps them from being read. */
async function bytesOf(files: PackageFiles, file: string): Promise<{ bytes: Uint8Array } | { fault: Fault }> {
	try {
		const size = (await files.size?.(file)) ?? 0;
		if (size > LARGEST_FILE) return { fault: tooLarge(file, size) };
		const bytes = await files.read(file);
		if (bytes.byteLength > LARGEST_FILE) return { fault: tooLarge(file, bytes.byteLength) };
		return { bytes };
	} catch (error) {
		if (isMissing(error)) {
			const mend =
				file === DESCRIPTOR ? 'put it into the folder' : 'add it, or correct its path in the descriptor';
			return { fault: { file, rule: 'the file is missing', mend } };
		}
		const rule = `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`;
		return { fault: { file, rule, mend: 'correct the file or its path in the descriptor' } };
	}
}

async function descriptorOf(files: PackageFiles): Promise<ReadDescriptor> {
	const none = { sound: [], lines: new Map<string, number>() };
	const read = await bytesOf(files, DESCRIPTOR);
	if ('fault' in read) return { ...none, faults: [read.fault] };
	const decoded = decodeText(DESCRIPTOR, read.bytes);
	if ('fault' in decoded) return { ...none, faults: [decoded.fault] };
	return readDescriptor(decoded.text);
}

/** Faults file by file, in the order of the descriptor, each file from top to bottom. */
function inFileOrder(faults: readonly Fault[], resources: readonly Resource[]): Fault[] {
	const order = new Map(resources.map((resource, index) => [resource.path, index]));
	const rank = (fault: Fault) => order.get(fault.file) ?? -1;
	return faults.toSorted((one, two) => rank(one) - rank(two) || (one.row ?? 0) - (two.row ?? 0));
}

async function shapesFaults(files: PackageFiles, pkg: DataPackage): Promise<Fault[]> {
	const geometry = pkg.places?.geometry;
	if (!geometry) return [];
	const read = await bytesOf(files, geometry.path);
	return 'fault' in read ? [read.fault] : geometryFaults(geometry, read.bytes);
}

function lawFiles(learn: LearnSettings | undefined): string[] {
	if (learn?.law === undefined) return [];
	return [...new Set(typeof learn.law === 'string' ? [learn.law] : Object.values(learn.law))];
}

/** A text that readers see: it can be read, and every note that it refers to is there. */
async function textFaults(files: PackageFiles, file: string): Promise<Fault[]> {
	const read = await bytesOf(files, file);
	if ('fault' in read) return [read.fault];
	const decoded = decodeText(file, read.bytes);
	return 'fault' in decoded ? [decoded.fault] : noteFaults(file, decoded.text);
}

/** Its help lines, from their file or, in the earlier form, from the descriptor. */
async function helpLinesOf(files: PackageFiles, pkg: DataPackage, lines: ReadDescriptor['lines']) {
	const { helpLines = [], languages } = pkg;
	if (Array.isArray(helpLines)) return { lines: helpLines, faults: [] };
	const { path, country } = helpLines;
	const bytes = await bytesOf(files, path);
	if ('fault' in bytes) return { lines: [], faults: [bytes.fault] };
	const read: ReadHelpLines = readHelpLines(path, bytes.bytes, languages);
	if (read.faults.length === 0 && !read.lines.some((line) => line.country === country)) {
		const column = 'helpLines.country';
		const rule = `${path} has no line of this country`;
		const mend = 'add one, or name a country that has some';
		read.faults.push({ file: DESCRIPTOR, row: lines.get(column), column, value: country, rule, mend });
	}
	return read;
}

/** The files of what a package publishes, relative to its descriptor. */
export function publishedFilesOf({ resources, places, learn }: DataPackage): string[] {
	return [
		...resources.map(({ path }) => path),
		...(places?.geometry ? [places.geometry.path] : []),
		...lawFiles(learn)
	];
}

/** The files that a package consists of besides its descriptor, relative to it. */
export function filesOf(pkg: DataPackage): string[] {
	const { helpLines } = pkg;
	return [...publishedFilesOf(pkg), ...(helpLines && !Array.isArray(helpLines) ? [helpLines.path] : [])];
}

/**
 * Reads a whole package: its descriptor, and every table that is soundly described, with all faults of
 * all files at once. Files are read one after another, so that memory holds the bytes of one only.
 */
export async function readPackage(files: PackageFiles): Promise<ReadPackage> {
	const descriptor = await descriptorOf(files);
	const faults = [...descriptor.faults];
	const tables: Record<string, Table> = {};
	for (const resource of descriptor.sound) {
		const read = await bytesOf(files, resource.path);
		if ('fault' in read) {
			faults.push(read.fault);
			continue;
		}
		const { table, faults: found } = readTable(resource, read.bytes);
		if (table) tables[resource.name] = table;
		faults.push(...found);
	}
	faults.push(...foreignKeyFaults(tables));
	for (const table of Object.values(tables)) faults.push(...personalFaults(table));
	let helpLines: HelpLine[] = [];
	if (descriptor.package) {
		const help = await helpLinesOf(files, descriptor.package, descriptor.lines);
		helpLines = help.lines;
		faults.push(...help.faults);
		faults.push(...additivityFaults(tables));
		faults.push(...headlineFaults(descriptor.package, descriptor.lines, tables));
		faults.push(...revisionFaults(descriptor.package, tables));
		faults.push(...sourceFaults(descriptor.package, descriptor.lines, tables));
		faults.push(...(await shapesFaults(files, descriptor.package)));
		for (const file of lawFiles(descriptor.package.learn)) faults.push(...(await textFaults(files, file)));
	}
	return {
		package: descriptor.package,
		tables,
		helpLines,
		faults: inFileOrder(faults, descriptor.sound),
		lines: descriptor.lines
	};
}
