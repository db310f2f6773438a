import { DESCRIPTOR } from '../package/index.ts';
import type { Side } from '../package/compare/types.ts';
import type { DataPackage, Fault, Table } from '../package/types.ts';
import { auditSystem } from './audit.ts';
import { withheldWith } from './choose.ts';
import { hiddenRows, protectedTable } from './copy.ts';
import { isEarlier } from './earlier.ts';
import { auditOf, plainFindings, type Audit } from './auditPackage.ts';
import { byPrivateLines } from './privateLines.ts';
import type { Protection } from './protect/index.ts';
import { settingsOf } from './settings.ts';
import type { Solver } from './solver.ts';
import { systemOf } from './system.ts';
import { tellingOrders } from './tellingOrder.ts';
import { versionFindings } from './versions.ts';

/**
 * What may be said in public of how a package was protected: no true value, not which figures are small, and no cost,
 * which is a sum of true values and nothing where every withheld figure is small.
 */
export interface ProtectionLog {
	solver: string;
	tables: {
		table: string;
		threshold: number;
		zeros: 'published' | 'withheld';
		figures: number;
		withheld: number;
	}[];
	audit: { figures: number; withheld: number; faults: number };
}

/** A package as it is published, or why it cannot be. */
export interface ProtectedPackage {
	/** The text of each changed file, by its path. */
	files: Map<string, string>;
	faults: Fault[];
	audit: Audit;
	log: ProtectionLog;
	/** Columns whose categories stand by the size of their figures, withheld ones too; not to be published. */
	telling: { path: string; column: string }[];
	/** The tables as they are written. */
	published: Record<string, Table>;
	protection: Protection;
}

/**
 * A descriptor without `hash` and `bytes` of changed files: those of the private ones would confirm a guess at what is
 * withheld. Undefined where it has none.
 */
function withoutChecksums(text: string | undefined, files: ReadonlyMap<string, string>): string | undefined {
	if (text === undefined) return undefined;
	const descriptor = JSON.parse(text.replace(/^\uFEFF/, '')) as { resources: Record<string, unknown>[] };
	let isChanged = false;
	const resources = descriptor.resources.map((resource) => {
		if (!files.has(String(resource['path'])) || !('hash' in resource || 'bytes' in resource)) return resource;
		isChanged = true;
		return Object.fromEntries(
			Object.entries(resource).filter(([name]) => name !== 'hash' && name !== 'bytes')
		);
	});
	return isChanged ? `${JSON.stringify({ ...descriptor, resources }, null, '\t')}\n` : undefined;
}

/**
 * Protects every table in mode `protect` of a private package, and audits what is written.
 * @param texts of the files of the tables and of the descriptor, by their paths
 * @param earlier the newest release that readers may have kept; `auditPackage` holds the result against it and others
 */
export function protectPackage(
	pkg: DataPackage,
	tables: Record<string, Table>,
	texts: ReadonlyMap<string, string>,
	solver: Solver,
	earlier?: Side
): ProtectedPackage {
	const system = systemOf(pkg, tables);
	const protection = withheldWith(pkg, tables, system, solver, earlier);
	const files = new Map<string, string>();
	const published: Record<string, Table> = {};
	const faults: Fault[] = [];
	const log: ProtectionLog['tables'] = [];
	const telling: ProtectedPackage['telling'] = [];
	for (const [name, table] of Object.entries(tables)) {
		const { resource } = table;
		const { mode, threshold, zeros } = settingsOf(pkg, resource);
		if (mode !== 'protect') {
			published[name] = table;
			continue;
		}
		const hidden = hiddenRows(pkg, table, tables, protection.system);
		const done = protectedTable(pkg, table, texts.get(resource.path) ?? '', hidden);
		telling.push(...tellingOrders(table, hidden).map((column) => ({ path: resource.path, column })));
		files.set(resource.path, done.csv);
		published[name] = done.table;
		log.push({ table: name, threshold, zeros, figures: table.rows.length, withheld: done.hidden });
		for (const column of done.stuck) {
			const rule = 'a withheld row must leave this cell empty, and the column needs one';
			const mend =
				'drop "required", or list the column under disclosure.harmless if it says nothing of the figure';
			faults.push({ file: resource.path, column, rule, mend });
		}
	}
	const descriptor = withoutChecksums(texts.get(DESCRIPTOR), files);
	if (descriptor !== undefined) files.set(DESCRIPTOR, descriptor);
	const told = systemOf(pkg, published);
	// A table that is not protected may show what is withheld in another one, and readers may take sums for right that are not.
	const isToldOtherwise =
		earlier !== undefined ||
		system.broken.length > 0 ||
		told.cells.some(({ hidden, shown }) => hidden && shown);
	const findings = [
		...(isToldOtherwise ? auditSystem(told, solver) : protection.findings),
		...plainFindings(pkg, published, { ...told, broken: [...told.broken, ...system.broken] }),
		...versionFindings(pkg, published, told),
		...protection.failed.flatMap(({ standings, threshold }) => {
			const at = standings.find(({ table }) => !isEarlier(table));
			return at ? [{ kind: 'derivable' as const, mode: 'protect' as const, at, threshold }] : [];
		})
	];
	const audit = auditOf(told, byPrivateLines(findings, tables));
	return {
		files,
		faults: [...faults, ...audit.faults],
		audit,
		log: {
			solver: solver.name,
			tables: log,
			audit: { figures: audit.figures, withheld: audit.withheld, faults: audit.faults.length }
		},
		telling,
		published,
		protection
	};
}
