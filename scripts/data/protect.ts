import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { loadSolver, protectPackage, type ProtectedPackage } from '../../src/lib/disclosure/index.ts';
import { DESCRIPTOR, filesOf } from '../../src/lib/package/index.ts';
import { readData, report } from '../lib/readData.ts';

/** Where the log stands in the folder that is written; it holds nothing that is withheld. */
const LOG = 'disclosure-log.json';

/** The real path of a folder that need not be there yet. */
function realOf(path: string): string {
	const full = resolve(path);
	return existsSync(full) ? realpathSync(full) : join(realOf(dirname(full)), full.slice(dirname(full).length));
}

const isWithin = (outer: string, inner: string) => {
	const way = relative(outer, inner);
	return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way);
};

/** Why a folder cannot take the protected copy of another. */
function outFault(from: string, to: string): string | undefined {
	const [source, target] = [realOf(from), realOf(to)];
	if (isWithin(source, target) || isWithin(target, source)) {
		return `${to} and ${from} must not lie in one another: what is private stays apart from what is published.`;
	}
	if (existsSync(target) && readdirSync(target).length > 0) {
		return `${to} is not empty: name a new folder, so that nothing of before stays in it.`;
	}
	return undefined;
}

/** Writes a copy of a private package in which small figures, and others for their sake, are withheld. */
export async function protect(directory: string, out: string): Promise<number> {
	const fault = outFault(directory, out);
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
	try {
		done = protectPackage(pkg, tables, texts, solver);
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
	for (const path of [DESCRIPTOR, ...new Set(filesOf(pkg))]) {
		const to = join(out, path);
		await mkdir(dirname(to), { recursive: true });
		const text = done.files.get(path);
		if (text === undefined) await cp(join(directory, path), to);
		else await writeFile(to, text);
	}
	await writeFile(join(out, LOG), `${JSON.stringify(done.log, null, '\t')}\n`);
	for (const { path, column } of done.telling) {
		console.warn(
			`${path}: ${DESCRIPTOR} lists the categories of ${column} by the size of their figures, and that order is published: it tells between which others a withheld one lies. List them by their labels.`
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
			`${primaries} figures are withheld for themselves, ${complements} more for their sake (together ${sum}); do not publish this line.`,
			`Method: ${method === 'optimal' ? 'the cheapest set' : `heuristic, ${gap}`}; ${log.solver}.`,
			`Written to ${out}, with ${LOG}. Audit: ${log.audit.withheld} of ${log.audit.figures} figures are withheld, and none can be worked out.`
		].join('\n')
	);
	return 0;
}
