import { checkPackage } from '../../../src/lib/charts/catalog/checkPackage.ts';
import { auditPackage, loadSolver } from '../../../src/lib/disclosure/index.ts';
import { formatFault, memoryFiles } from '../../../src/lib/package/index.ts';
import type { Findings, LeftOut, Proposal } from '../../../src/lib/package/start/index.ts';
import { whyWords } from '../../../src/lib/ui/publish/folder.ts';
import { fileWords, foundWords, tableWords, UNREAD } from '../../../src/lib/ui/publish/words.ts';
import { m } from '../../../src/lib/words/index.ts';
import { auditSentences, notesInWords } from '../audit.ts';

/** How many of the things left out, and of the faults, are printed; the file and the check have all. */
export const PRINTED = 40;

/** Something left out, on one line. */
export function leftOutLine(each: LeftOut): string {
	const value = each.value ?? m.publish_left_cells({ count: each.cells ?? 0 });
	return `  ${each.file}:${each.row ?? '-'}:${each.column ?? '-'}: ${value}: ${whyWords(each)}`;
}

/** Prints what was found in the files. */
export function tellFindings({ grids, tables, unread }: Findings): void {
	for (const grid of grids) {
		console.log(fileWords(grid));
		for (const table of tables.filter(({ file }) => file === grid.file)) {
			console.log([tableWords(table), ...foundWords(table)].map((line) => `  ${line}`).join('\n'));
		}
	}
	for (const { file, why } of unread) console.log(`${file}: ${UNREAD[why]()}`);
}

/** What the audit says of a proposed package, in lines; whether it must be protected before anything is published. */
export async function auditLines({ files }: Proposal, out: string): Promise<{ lines: string[]; isToProtect: boolean }> {
	const { package: pkg, tables } = await checkPackage(memoryFiles(files));
	if (!pkg) return { lines: [], isToProtect: true };
	const audit = await auditPackage(pkg, tables, () => loadSolver());
	const { faults } = audit;
	if (faults.length === 0) return { lines: auditSentences(pkg, audit), isToProtect: false };
	const more = faults.length - PRINTED;
	return {
		lines: [
			`Figures that must not be published as they are: ${faults.length}`,
			...faults.slice(0, PRINTED).map((fault) => `  ${formatFault(fault)}`),
			...(more > 0 ? [`  … and ${more} more: npm run data -- check ${out}`] : []),
			...notesInWords(audit.notes)
		],
		isToProtect: true
	};
}

