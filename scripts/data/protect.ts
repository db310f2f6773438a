import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadSolver, PROTECTION_LOG, protectPackage, publicFiles, toldTogether, type ProtectedPackage, type ToldTogether } from '../../src/lib/disclosure/index.ts';
import { goneRows } from '../../src/lib/package/compare/gone.ts';
import type { Side } from '../../src/lib/package/compare/types.ts';
import { DESCRIPTOR, formatFault, isWithdrawn, withWithdrawals, type DataPackage } from '../../src/lib/package/index.ts';
import { copyArchive } from '../../src/lib/server/releases/copy.ts';
import { readSide } from '../../src/lib/server/releases/publish.ts';
import { standingReleases } from '../../src/lib/server/releases/standing.ts';
import { readData, report } from '../lib/readData.ts';
import { apartFault, outFault } from './apart.ts';

/** Releases that readers may have kept, newest first: a published folder and what it keeps, but for what is withdrawn whole. */
async function releasesOf(previous: string, pkg: DataPackage): Promise<Side[]> {
	const newest = await readSide(previous);
	const standing = withWithdrawals(newest.package, pkg);
	const releases = isWithdrawn(standing, standing.version) ? [] : [newest];
	for await (const each of standingReleases(previous, standing)) releases.push(each);
	return releases;
}

/**
 * Writes a copy of a private package in which small figures, and others for their sake, are withheld.
 * @param previous the folder that is public now: its releases count as known, and are carried on
 */
export async function protect(directory: string, out: string, previous?: string): Promise<number> {
	const fault =
		outFault(directory, out) ??
		(previous === undefined ? undefined : (outFault(previous, out) ?? apartFault(directory, previous)));
	if (fault) {
		console.error(fault);
		return 1;
	}
	console.log(`Protecting ${directory}`);
	const { read, faults } = await readData(directory);
	if (faults.length > 0 || !read?.package) {
		console.log(report(faults));
		return 1;
	}
	const { package: pkg, tables } = read;
	const texts = new Map<string, string>();
	for (const path of [DESCRIPTOR, ...pkg.resources.map((resource) => resource.path)]) {
		texts.set(path, await readFile(join(directory, path), 'utf8'));
	}
	const solver = await loadSolver();
	let done: ProtectedPackage;
	let together: ToldTogether | undefined;
	let gone: ReturnType<typeof goneRows> = [];
	try {
		const releases = previous === undefined ? [] : await releasesOf(previous, pkg);
		done = protectPackage(pkg, tables, texts, solver, releases[0]);
		const now = { package: pkg, tables: done.published };
		if (releases[0]) gone = goneRows(releases[0], now);
		if (done.faults.length === 0) together = await toldTogether(now, releases, () => Promise.resolve(solver));
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : String(error)} Nothing was written.`);
		return 1;
	}
	if (done.log.tables.length === 0) {
		console.error('No table is in the mode "protect": say so under disclosure in datapackage.json.');
		return 1;
	}
	if (done.faults.length > 0) {
		console.log(report(done.faults));
		console.log('Nothing was written.');
		return 1;
	}
	if (together) {
		const { version, faults } = together;
		// Lines would be those of the copy, which is not written: the key names the figure.
		const lines = faults.map((fault) => formatFault({ ...fault, row: undefined }));
		const lead = `Together with version ${version}, these figures tell too much:`;
		console.log([lead, ...lines, 'Nothing was written.'].join('\n'));
		return 1;
	}
	for (const [path, text] of publicFiles(pkg, done)) {
		const to = join(out, path);
		await mkdir(dirname(to), { recursive: true });
		if (text === undefined) await cp(join(directory, path), to);
		else await writeFile(to, text);
	}
	if (previous !== undefined) await copyArchive(previous, out);
	for (const { path, column } of done.telling) {
		console.warn(
			`${path}: ${DESCRIPTOR} lists the categories of ${column} by the size of their figures, and that order is published: it tells between which others a withheld one lies. List them by their labels.`
		);
	}
	for (const { table, rows } of gone) {
		console.warn(
			`WARNING: ${rows} of the rows that are public now are missing from the new table ${table}. If your export left out earlier periods, add them. Readers lose them otherwise.`
		);
	}
	const { protection, log } = done;
	const { primaries, complements, sum, method, cost, bound } = protection;
	const gap =
		bound > 0
			? `at most ${Math.round((100 * (cost - bound)) / bound)} % dearer than needed (do not publish this either)`
			: 'how much dearer than needed is not known';
	console.log(
		[
			`${primaries} figures are withheld for themselves, ${complements} more for their sake, whose counts come to ${sum}${previous === undefined ? '' : '; figures of earlier releases are counted too'}. Do not publish this line.`,
			`Method: ${method === 'optimal' ? 'the cheapest set' : `heuristic, ${gap}`}; ${log.solver}.`,
			`Written to ${out}, with ${PROTECTION_LOG}. Audit: ${log.audit.withheld} of ${log.audit.figures} figures are withheld, and none can be worked out.`
		].join('\n')
	);
	return 0;
}
