import type { Side } from '../package/compare/types.ts';
import { valueField } from '../package/labels.ts';
import type { DataPackage, Fault, Table } from '../package/types.ts';
import { auditSystem, needsRange } from './audit.ts';
import { besideFindings } from './beside.ts';
import { isEarlier, withEarlier } from './earlier.ts';
import { faultOf } from './findings.ts';
import { standingOf } from './figures.ts';
import { isSmall, settingsOf } from './settings.ts';
import { offSums } from './offSums.ts';
import { noteOf } from './settle.ts';
import type { Solver } from './solver.ts';
import { systemOf, type BuiltSystem } from './system.ts';
import type { Finding } from './types.ts';
import { versionFindings } from './versions.ts';
import { groupFindings } from './groups.ts';
import { splitMoved } from './moved.ts';

/** What the audit of a package says. */
export interface Audit {
	/** What must not be published. */
	faults: Fault[];
	/** The same of figures that are only reported on. */
	notes: Fault[];
	/** Figures under control, those of them that are withheld, and those below their threshold that are not. */
	figures: number;
	withheld: number;
	small: number;
}

/** Findings that need no solver: what is published and must not be. */
export function plainFindings(
	pkg: DataPackage,
	tables: Record<string, Table>,
	system: BuiltSystem
): Finding[] {
	const small = system.cells.flatMap(
		({ controlled, mode, value, threshold, zeros, standings }): Finding[] => {
			const [at] = standings;
			if (
				!controlled ||
				value === null ||
				!at ||
				standings.every(({ table }) => isEarlier(table)) ||
				!isSmall(value, { threshold, zeros })
			)
				return [];
			return [{ kind: 'small', mode, at, threshold }];
		}
	);
	const twice = system.conflicts.flatMap(([one, other]): Finding[] => {
		const [at, second] = [one.standings[0], other.standings[0]];
		if (
			!at ||
			!second ||
			isEarlier(at.table) !== isEarlier(second.table) ||
			(one.mode !== 'protect' && other.mode !== 'protect')
		)
			return [];
		const place = `${second.file}:${second.line ?? '-'}`;
		return [{ kind: 'two-values', mode: 'protect', at, other: place, threshold: one.threshold }];
	});
	const decimals = Object.values(tables).flatMap((table): Finding[] => {
		const { mode, threshold } = settingsOf(pkg, table.resource);
		const value = valueField(table.resource);
		if (mode !== 'protect' || !value || value.type === 'integer' || table.rows.length === 0) return [];
		return [{ kind: 'decimals', mode, at: standingOf(table, 0), column: value.name, threshold }];
	});
	const broken = new Map(system.broken.map((each) => [`${each.at.file} ${each.other.split(':')[0]}`, each]));
	return [
		...decimals,
		...small,
		...twice,
		...[...broken.values()].map((each) => noteOf(each, 0)),
		...offSums(system),
		...besideFindings(pkg, tables),
		...groupFindings(tables, system)
	];
}

/** Findings without those that say the same of the same figure. */
function distinct(findings: readonly Finding[]): Finding[] {
	const keyOf = ({ kind, mode, at, column, other }: Finding) =>
		JSON.stringify([kind, mode, at.file, at.line, at.key, column, other]);
	return [...new Map(findings.toReversed().map((each) => [keyOf(each), each])).values()].reverse();
}

/** The findings as faults, or as notes where figures are only reported on; each is told once. */
export function auditOf(system: BuiltSystem, all: readonly Finding[]): Audit {
	const findings = distinct(all);
	const of = (mode: Finding['mode']) => findings.filter((each) => each.mode === mode).map(faultOf);
	const controlled = system.cells.filter(
		({ controlled, mode, standings }) =>
			controlled && mode !== 'off' && !standings.every(({ table }) => isEarlier(table))
	);
	return {
		faults: of('protect'),
		notes: of('inform'),
		figures: controlled.length,
		withheld: controlled.filter(needsRange).length,
		small: findings.filter(({ kind }) => kind === 'small').length
	};
}

/**
 * Audits what a package publishes, all tables together.
 * @param tables as read and sound; rows keep the lines of their files
 * @param earlier a release that readers may have kept: what both together tell must not be too much either
 * @param loadSolver asked for only where something is withheld
 */
export async function auditPackage(
	pkg: DataPackage,
	tables: Record<string, Table>,
	loadSolver: () => Promise<Solver>,
	earlier?: Side
): Promise<Audit> {
	const both = earlier ? withEarlier(pkg, tables, earlier) : { pkg, tables };
	const built = systemOf(both.pkg, both.tables);
	const { system, findings: moved } = splitMoved(built);
	const plain = [
		...plainFindings(pkg, tables, built),
		...versionFindings(both.pkg, both.tables, built),
		...moved
	];
	const derivable = system.cells.some((cell) => cell.hidden) ? auditSystem(system, await loadSolver()) : [];
	return auditOf(built, [...plain, ...derivable]);
}
