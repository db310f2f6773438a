import { kindOfLabel } from './labels.ts';

/** The figures of one value of a column, by what else tells them apart; undefined where no number is told. */
export interface LabelledRow {
	label: string;
	numbers: ReadonlyMap<string, number | undefined>;
}

const PART =
	/^(?:[-–—•*·>]|of (?:which|these|them|whom)\b|thereof\b|incl|de (?:los|las|ellos|ellas|estos|estas)\b|davon\b|dont\b|d[oa]s quais\b)/i;

/** Whether rows give another one wherever all are known, in at least so many places with more than one part. */
function give(whole: LabelledRow, parts: readonly LabelledRow[], least: number): boolean {
	let seen = 0;
	for (const [key, total] of whole.numbers) {
		const numbers = parts.map((part) => part.numbers.get(key));
		if (total === undefined || numbers.includes(undefined)) continue;
		const sum = numbers.reduce<number>((all, each) => all + (each ?? 0), 0);
		if (Math.abs(sum - total) > 1e-9 * Math.max(1, Math.abs(total))) return false;
		if (numbers.filter((each) => (each ?? 0) > 0).length > 1) seen++;
	}
	return seen >= least;
}

/** Runs of rows right after a row or right before it, longer ones first. */
function runsBeside(rows: readonly LabelledRow[], at: number): LabelledRow[][] {
	const after = rows.slice(at + 1);
	const before = rows.slice(0, at);
	const runs = [
		...after.map((_, index) => after.slice(0, index + 1)),
		...before.map((_, index) => before.slice(index))
	];
	return runs.filter(({ length }) => length > 1).sort((one, two) => two.length - one.length);
}

/**
 * Values of a column that are sums of the rows right below or above them: `Sex trafficking`, and under it those `of
 * which` this and that; `Subtotal North`. Readers see such sums, so the package has to name them. Where no label says
 * so, two places must show it: few rows fit by chance.
 * @param rows in the order of the file
 * @returns the labels of the parts by that of their sum
 */
export function rowSums(rows: readonly LabelledRow[]): Map<string, string[]> {
	const found = new Map<string, string[]>();
	const used = new Set<string>();
	for (const [at, whole] of rows.entries()) {
		const kind = kindOfLabel(whole.label);
		if (kind === 'total' || kind === 'unknown' || used.has(whole.label)) continue;
		const parts = runsBeside(rows, at).find((run) => {
			if (run.some(({ label }) => used.has(label) || found.has(label) || kindOfLabel(label) === 'total'))
				return false;
			const isSaid = kind === 'composite' || run.every(({ label }) => PART.test(label));
			return give(whole, run, isSaid ? 1 : 2);
		});
		if (!parts) continue;
		found.set(
			whole.label,
			parts.map(({ label }) => label)
		);
		for (const { label } of parts) used.add(label);
	}
	return found;
}
