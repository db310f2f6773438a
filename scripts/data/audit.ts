import { auditPackage, loadSolver, type Audit } from '../../src/lib/disclosure/index.ts';
import { formatFault, type DataPackage, type Fault, type ReadPackage } from '../../src/lib/package/index.ts';
import { report } from '../lib/readData.ts';

/** Notes of one rule that are printed one by one; beyond, their number is. */
const FEW = 5;

/** What the audit says of figures that are only reported on, a line each or their number by rule. */
export function notesInWords(notes: readonly Fault[]): string[] {
	const byRule = new Map<string, Fault[]>();
	for (const note of notes) {
		const rule = note.rule.replace(/ \([^)]*\)$/, '');
		byRule.set(rule, [...(byRule.get(rule) ?? []), note]);
	}
	return [...byRule].flatMap(([rule, own]) =>
		own.length <= FEW ? own.map((note) => `NOTE: ${formatFault(note)}`) : [`NOTE: ${own.length} figures: ${rule}`]
	);
}

/** What an audit without faults says, a line each. */
export function auditSentences(pkg: DataPackage, { notes, figures, withheld }: Audit): string[] {
	const said = pkg.disclosure === undefined ? ' (the package does not say how it treats small counts: add "disclosure")' : '';
	return [
		`Disclosure: ${withheld} of ${figures} figures are withheld; none of those can be worked out${notes.length > 0 ? ', but see the notes' : ''}${said}.`,
		...notesInWords(notes)
	];
}

/** An earlier release, which readers may have kept. */
type Earlier = Parameters<typeof auditPackage>[3];

/** Prints what published figures tell of withheld ones; gives whether all is well. */
export async function auditInWords(
	{ package: pkg, tables }: Pick<ReadPackage, 'package' | 'tables'>,
	earlier?: Earlier
): Promise<boolean> {
	if (!pkg) return false;
	const audit = await auditPackage(pkg, tables, () => loadSolver(), earlier);
	if (audit.faults.length > 0) {
		console.log([report(audit.faults), ...notesInWords(audit.notes)].join('\n'));
		return false;
	}
	console.log(auditSentences(pkg, audit).join('\n'));
	return true;
}
