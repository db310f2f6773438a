import Papa from 'papaparse';
import { checkPackage } from '../../charts/catalog/checkPackage.ts';
import { goneRows } from '../../package/compare/gone.ts';
import {
	auditPackage,
	protectPackage,
	publicFiles,
	settingsOf,
	toldTogether,
	type Solver
} from '../../disclosure/index.ts';
import { DESCRIPTOR, memoryFiles, type Fault, type ReadPackage } from '../../package/index.ts';
import { withTwice } from '../../package/start/index.ts';
import { standingOf, type PublishedReleases } from './earlier.ts';
import { readmeText } from './readme.ts';
import type { AuditView, CheckView, ProtectedView, TableView } from './types.ts';

/** How many faults, and how many things left out, are shown. */
export const MOST_SHOWN = 200;
/** How many rows of a table are shown. */
export const FIRST_ROWS = 5;

type Files = ReadonlyMap<string, Uint8Array>;

/** The first of some faults, and how many there are. */
export function checkView(faults: readonly Fault[]): CheckView {
	return { faults: faults.slice(0, MOST_SHOWN), count: faults.length };
}

/** The check of a package without the audit; `twice`: what stands twice in the files that it was made of. */
export async function checked(files: Files, twice: readonly Fault[] = []): Promise<CheckView> {
	return checkView(withTwice(twice, (await checkPackage(memoryFiles(files))).faults));
}

function preview(name: string, text: string): TableView {
	const [header = [], ...rows] = Papa.parse<string[]>(text.trimEnd(), { delimiter: ',' }).data;
	// Rows with a withheld figure first: they are what somebody looks for.
	const order = [true, false].flatMap((isHidden) =>
		rows.filter((cells) => cells.includes('[c]') === isHidden)
	);
	return { name, header, rows: order.slice(0, FIRST_ROWS), count: rows.length };
}

async function soundPackage(files: Files): Promise<Required<Pick<ReadPackage, 'package' | 'tables'>>> {
	const { package: pkg, tables, faults } = await checkPackage(memoryFiles(files));
	if (!pkg || faults.length > 0) throw new Error('the check finds faults in the package.');
	return { package: pkg, tables };
}

/**
 * Audits what a sound package would publish.
 * @param solver asked for only where something is withheld
 * @param earlier what is public already, and counts as known
 * @throws where the package is not sound, or the solver fails
 */
export async function audited(
	files: Files,
	solver: () => Promise<Solver>,
	earlier?: PublishedReleases
): Promise<AuditView> {
	const now = await soundPackage(files);
	const { package: pkg, tables } = now;
	const alone = await auditPackage(pkg, tables, solver);
	const isOpen = alone.faults.length === 0 && earlier !== undefined;
	const together = isOpen ? await toldTogether(now, standingOf(earlier, pkg), solver) : undefined;
	const { notes, figures, withheld } = alone;
	const faults = together?.faults ?? alone.faults;
	const isProtected = pkg.resources.some((resource) => settingsOf(pkg, resource).mode === 'protect');
	return {
		figures,
		withheld,
		faults: checkView(faults),
		...(together ? { together: together.version } : {}),
		notes: checkView(notes),
		isSaid: pkg.disclosure !== undefined,
		canProtect: isProtected && faults.length > 0
	};
}

/**
 * The public copy of a private package: its descriptor, the files that it names and the log, as `protect` writes
 * them, a README, and the releases that are public already. Nothing else of the private folder is in it.
 * @throws where the package is not sound, its figures contradict one another, or the solver fails
 */
export async function protectedFolder(
	files: Files,
	folder: string,
	loadSolver: () => Promise<Solver>,
	earlier?: PublishedReleases
): Promise<{ view: ProtectedView; files: Map<string, Uint8Array> }> {
	const { package: pkg, tables } = await soundPackage(files);
	const texts = new Map(
		[DESCRIPTOR, ...pkg.resources.map(({ path }) => path)].map(
			(path) => [path, new TextDecoder().decode(files.get(path))] as const
		)
	);
	const releases = earlier ? standingOf(earlier, pkg) : [];
	const solver = await loadSolver();
	const done = protectPackage(pkg, tables, texts, solver, releases[0]);
	const { tables: counts } = done.log;
	const { method, cost, bound } = done.protection;
	// For whoever holds the figures alone: it is computed from them.
	const gap = bound > 0 ? (cost - bound) / bound : undefined;
	const previews = pkg.resources.flatMap(({ name, path }) => {
		const text = done.files.get(path);
		return text === undefined ? [] : [preview(name, text)];
	});
	const { telling } = done;
	const now = { package: pkg, tables: done.published };
	const gone = releases[0] ? goneRows(releases[0], now) : [];
	const view = { method, ...(gap === undefined ? {} : { gap }), tables: counts, previews, telling, gone };
	if (done.faults.length > 0) return { view: { ...view, faults: checkView(done.faults) }, files: new Map() };
	const together = await toldTogether(now, releases, () => Promise.resolve(solver));
	if (together) {
		const { version, faults } = together;
		// Lines would be those of the copy, which is not made: the key names the figure.
		const plain = faults.map((fault) => ({ ...fault, row: undefined }));
		return { view: { ...view, faults: checkView(plain), together: version }, files: new Map() };
	}
	const encoder = new TextEncoder();
	const open = new Map<string, Uint8Array>();
	for (const [path, text] of publicFiles(pkg, done)) {
		const bytes = text === undefined ? files.get(path) : encoder.encode(text);
		if (bytes) open.set(path, bytes);
	}
	for (const [path, bytes] of earlier?.kept ?? []) open.set(path, bytes);
	// What is handed out is read once more, as a stranger would read it.
	const check = await checked(open);
	if (check.count > 0) return { view: { ...view, faults: check }, files: new Map() };
	const title = typeof pkg.title === 'string' ? pkg.title : folder;
	open.set(
		'README.md',
		encoder.encode(readmeText(title, { folder, state: 'protected', hasReleases: earlier !== undefined }))
	);
	return { view: { ...view, faults: checkView([]) }, files: open };
}
