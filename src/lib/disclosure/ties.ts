import type { FigureAt } from './figures.ts';
import type { Constraint, Standing, SystemCell, Unnamed } from './types.ts';

/** A sum of figures: cells by how often each counts, and what the others come to. */
export interface Terms {
	known: number;
	cells: ReadonlyMap<number, number>;
}

/** A figure by itself; what is published in tables that stay as they are is a number for good. */
export function termsOf(figure: FigureAt, cells: readonly SystemCell[]): Terms | undefined {
	if (figure === undefined) return undefined;
	if (figure === 'none') return { known: 0, cells: new Map() };
	const cell = cells[figure];
	if (cell && cell.value !== null && cell.mode !== 'protect') return { known: cell.value, cells: new Map() };
	return { known: 0, cells: new Map([[figure, 1]]) };
}

/** The sum of some sums, each taken so often. */
export function sumOfTerms(all: readonly Terms[], factor = 1, onto?: Terms): Terms {
	const cells = new Map(onto?.cells);
	let known = onto?.known ?? 0;
	for (const each of all) {
		known += factor * each.known;
		for (const [id, coefficient] of each.cells) {
			const sum = (cells.get(id) ?? 0) + factor * coefficient;
			if (sum === 0) cells.delete(id);
			else cells.set(id, sum);
		}
	}
	return { known, cells };
}

/** What a sum comes to; undefined where a figure of it is not known. */
export function valueOf({ known, cells: terms }: Terms, cells: readonly SystemCell[]): number | undefined {
	let value = known;
	for (const [id, factor] of terms) {
		const each = cells[id]?.value ?? undefined;
		if (each === undefined) return undefined;
		value += factor * each;
	}
	return value;
}

/** Places of a sum that no rule names. */
export interface Places {
	over: string;
	at: Standing | undefined;
	other: Standing | undefined;
}

/** Sums that no rule names: what ties cells, and those that do not hold. */
export class Ties {
	readonly constraints: Constraint[] = [];
	readonly broken: Unnamed[] = [];

	constructor(private readonly cells: readonly SystemCell[]) {}

	/**
	 * Ties parts to their total; where not all parts are there they are at most the total. A sum of known figures that
	 * does not hold is told; if it is off by less than the threshold, the difference is kept, because readers who
	 * take it as it is still come close to what is withheld.
	 */
	add(parts: readonly Terms[], total: Terms, isWhole: boolean, { over, at, other }: Places): void {
		const { known, cells } = sumOfTerms([total], -1, sumOfTerms(parts));
		if (cells.size === 0 || !at) return;
		const unnamed = { at, other: other ? `${other.file}:${other.line ?? '-'}` : over };
		const [least, most] = this.reach(known, cells);
		let off = 0;
		if (least > 0 || (isWhole && most < 0)) {
			this.broken.push(unnamed);
			off = least === most ? least : NaN;
			const threshold = Math.max(...[...cells.keys()].map((id) => this.cells[id]?.threshold ?? 0));
			if (!(Math.abs(off) < threshold)) return;
		}
		this.constraints.push({
			cells: [...cells.keys()],
			coefficients: [...cells.values()],
			lower: isWhole ? off - known : -Infinity,
			upper: off - known,
			over,
			unnamed
		});
	}

	/** The least and the greatest that a sum can be, by the bounds of each cell alone. */
	private reach(known: number, cells: ReadonlyMap<number, number>): [least: number, most: number] {
		let [least, most] = [known, known];
		for (const [id, coefficient] of cells) {
			const cell = this.cells[id];
			const [low, high] = [cell?.value ?? cell?.least ?? 0, cell?.value ?? cell?.most ?? Infinity];
			least += coefficient * (coefficient > 0 ? low : high);
			most += coefficient * (coefficient > 0 ? high : low);
		}
		return [least, most];
	}
}
