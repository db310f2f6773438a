import { partsOf, wholePoint, type Part } from '../parts.ts';
import { isSmall } from '../settings.ts';
import type { System, SystemCell } from '../types.ts';

/** A part of a system whose true values are known, and which of its columns may be withheld. */
export interface Problem {
	part: Part;
	/** The true value of each column. */
	truth: number[];
	/** What readers lose where it is withheld; Infinity for what must stay. */
	cost: number[];
	/** Columns that are withheld whatever it costs. */
	given: Set<number>;
}

/** Above this a figure ten times as dear costs only so much more, so that the solver can tell the cheap ones apart. */
const DEAR = 1e6;

/** What readers lose where a figure is withheld: its value by its weight. */
function lossOf({ value, weight }: SystemCell): number {
	const loss = Math.max(1, Math.round(value ?? 1)) * weight;
	return loss <= DEAR ? loss : Math.round(DEAR * (1 + Math.log10(loss / DEAR)));
}

/** Whether a figure must be withheld for itself. */
export function isPrimary(cell: SystemCell): boolean {
	return cell.controlled && cell.mode === 'protect' && cell.value !== null && isSmall(cell.value, cell);
}

/** A published zero must be seen to be one, and only tables under protection are changed: a figure that another shows stays. */
function mayHide(cell: SystemCell): boolean {
	if (cell.mode !== 'protect' || cell.pinned || cell.value === null) return false;
	return cell.value > 0 || cell.zeros === 'withheld';
}

/**
 * The parts of a system that have something to protect.
 * @param truth of cells without a value: any numbers that fit all the others
 */
export function problemsOf(system: System, truth: ReadonlyMap<number, number>): Problem[] {
	const cells = system.cells.map((cell) => ({ ...cell, least: cell.zeros === 'published' ? 1 : 0 }));
	const isGiven = (cell: SystemCell) => cell.value === null || cell.hidden || isPrimary(cell);
	const parts = partsOf({ ...system, cells }, (cell) => isGiven(cell) || mayHide(cell));
	return parts.flatMap((part) => {
		const given = new Set(part.cells.flatMap((cell, index) => (isGiven(cell) ? [index] : [])));
		if (given.size === 0) return [];
		return [
			{
				part,
				truth: part.cells.map((cell) => cell.value ?? truth.get(cell.id) ?? cell.least),
				cost: part.cells.map(lossOf),
				given
			}
		];
	});
}

/** Whole-number points of a part, and what they prove of each column. */
export class Points {
	/** The values of each that differ from the truth. */
	private readonly all: Map<number, number>[] = [];
	private lowest: number[] = [];
	private highest: number[] = [];
	private hidden: ReadonlySet<number> | undefined;

	constructor(private readonly problem: Problem) {
		this.reset();
	}

	private reset(): void {
		this.lowest = [...this.problem.truth];
		this.highest = [...this.problem.truth];
	}

	/** The points in which nothing moves but columns that are withheld now, as differences from the truth. */
	get valid(): Map<number, number>[] {
		const { hidden } = this;
		if (!hidden) return this.all;
		return this.all.filter((point) => [...point.keys()].every((index) => hidden.has(index)));
	}

	/** From now on other columns are withheld, so that some points are no longer possible. */
	limitTo(hidden: ReadonlySet<number>): void {
		this.hidden = hidden;
		this.reset();
		for (const point of this.valid) this.widen(point);
	}

	/** Remembers a point, if it is a possible one. */
	take(x: ArrayLike<number>): boolean {
		const whole = wholePoint(this.problem.part, x);
		if (!whole) return false;
		const { truth } = this.problem;
		const point = new Map<number, number>();
		whole.forEach((value, index) => {
			if (value !== truth[index]) point.set(index, value);
		});
		if (this.widen(point)) this.all.push(point);
		return true;
	}

	private widen(point: ReadonlyMap<number, number>): boolean {
		let isNew = false;
		for (const [index, value] of point) {
			if (value < (this.lowest[index] ?? 0)) [this.lowest[index], isNew] = [value, true];
			if (value > (this.highest[index] ?? 0)) [this.highest[index], isNew] = [value, true];
		}
		return isNew;
	}

	/** Whether a column is seen to have as many possible values as its threshold. */
	isWide(index: number): boolean {
		const threshold = this.problem.part.cells[index]?.threshold ?? 0;
		return (this.highest[index] ?? 0) - (this.lowest[index] ?? 0) >= threshold - 1;
	}
}

/** What was chosen for one part. */
export interface Choice {
	hidden: Set<number>;
	points: Points;
	/** Columns that nothing can protect. */
	failed: number[];
	/** No choice costs less than this, where that is proven. */
	bound: number;
	method: 'optimal' | 'heuristic';
}

/** The cost of what is withheld beyond what had to be. */
export function costOf({ cost, given }: Problem, hidden: ReadonlySet<number>): number {
	let sum = 0;
	for (const index of hidden) if (!given.has(index)) sum += cost[index] ?? 0;
	return sum;
}
