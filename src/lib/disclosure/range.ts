import { wholePoint, type Part } from './parts.ts';
import type { LinearModel, Solver } from './solver.ts';

/** Rounding errors of the solver are smaller. */
const TOLERANCE = 1e-6;
/** Seconds after which a whole-number solve counts as undecided. */
const PATIENCE = 20;

/** What is known of a cell: proven bounds, and the least and greatest whole number that were found to be possible. */
export interface Range {
	/** Nothing lies outside of these. */
	least: number;
	most: number;
	/** These are possible; Infinity and -Infinity where nothing was tried. */
	lowest: number;
	highest: number;
}

/**
 * Looks for the ranges of the cells of one part. Possible values are whole-number points that meet every
 * constraint exactly, so they prove that a range is wide whatever the solver's rounding; that it is narrow
 * is proven by a linear bound, or by a whole-number one where the linear optimum is no whole point.
 */
export class Ranges {
	readonly ranges: Range[];
	/** Whether any values are possible at all; `stopped` where the solver could not say. */
	readonly status: 'optimal' | 'infeasible' | 'stopped';
	private readonly model: LinearModel;

	constructor(
		private readonly part: Part,
		solver: Solver
	) {
		this.model = solver.model(part);
		this.ranges = part.cells.map((_, index) => ({
			least: part.lower[index] ?? 0,
			most: part.upper[index] ?? Infinity,
			lowest: Infinity,
			highest: -Infinity
		}));
		const { status } = this.solve(new Map(), false);
		this.status = status === 'unbounded' ? 'stopped' : status;
	}

	private solve(costs: ReadonlyMap<number, number>, whole: boolean) {
		const solved = this.model.minimize(costs, whole ? { whole, seconds: PATIENCE } : {});
		const point = solved.status === 'optimal' ? this.take(solved.x) : undefined;
		return { ...solved, point };
	}

	/** Remembers a point, where it is possible. */
	take(x: ArrayLike<number>): number[] | undefined {
		const point = wholePoint(this.part, x);
		point?.forEach((value, index) => {
			const range = this.ranges[index];
			if (!range) return;
			range.lowest = Math.min(range.lowest, value);
			range.highest = Math.max(range.highest, value);
		});
		return point;
	}

	/** Points far apart in many cells at once, the same ones each time. */
	scatter(rounds: number): void {
		let seed = 1;
		for (let round = 0; round < rounds; round++) {
			const costs = new Map<number, number>();
			this.part.cells.forEach((_, index) => {
				seed = (seed * 48271) % 2147483647;
				costs.set(index, (seed % 2001) - 1000);
			});
			this.solve(costs, false);
			this.solve(new Map([...costs].map(([index, cost]) => [index, -cost])), false);
		}
	}

	/** Finds the greatest (or least) value of a cell, among whole numbers only if asked. */
	reach(index: number, direction: 'least' | 'most', whole: boolean): void {
		const range = this.ranges[index];
		if (!range) return;
		const sign = direction === 'least' ? 1 : -1;
		const { status, bound } = this.solve(new Map([[index, sign]]), whole);
		if (status === 'infeasible') {
			// A linear system may be feasible where no whole numbers are: then nothing is possible at all.
			range.most = -Infinity;
			range.least = Infinity;
		} else if (status === 'unbounded' || (status === 'stopped' && !whole)) {
			return;
		} else if (direction === 'least') {
			range.least = Math.max(range.least, Math.ceil(sign * bound - TOLERANCE));
		} else {
			range.most = Math.min(range.most, Math.floor(sign * bound + TOLERANCE));
		}
	}

	/** The least and the greatest whole number that a cell can have, as exactly as the solver can say. */
	exact(index: number): Range {
		for (const direction of ['least', 'most'] as const) {
			this.reach(index, direction, false);
			const range = this.ranges[index];
			const settled =
				range && (direction === 'least' ? range.lowest <= range.least : range.highest >= range.most);
			if (!settled) this.reach(index, direction, true);
		}
		return this.ranges[index] ?? { least: 0, most: Infinity, lowest: Infinity, highest: -Infinity };
	}

	dispose(): void {
		this.model.dispose();
	}
}
