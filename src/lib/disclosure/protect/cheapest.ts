import type { LinearModel, Solver } from '../solver.ts';
import { Cubes } from '../cubes.ts';
import { Points, type Choice, type Problem } from './problem.ts';

/** The cost of a column that is withheld already: little, so that changes stay short. */
const FREE = 1;
/** Changes smaller than this are rounding errors of the solver. */
const NOTHING = 1e-6;
/** Seconds for a whole-number change where the linear one is none. */
const PATIENCE = 5;

/** A change of the true values that keeps every sum: ups are the first columns, downs the second. */
class Changes {
	private readonly model: LinearModel;
	private readonly size: number;
	private readonly costs = new Map<number, number>();
	private readonly ups: number[];
	private readonly downs: number[];

	constructor(problem: Problem, hidden: ReadonlySet<number>, solver: Solver) {
		const { part, truth, cost } = problem;
		this.size = part.cells.length;
		this.ups = part.upper.map((upper, index) => upper - (truth[index] ?? 0));
		this.downs = part.lower.map((lower, index) => Math.max(0, (truth[index] ?? 0) - lower));
		const rows = part.rows.map(({ cells, coefficients, lower, upper }) => {
			const now = cells.reduce((sum, column, at) => sum + (coefficients[at] ?? 0) * (truth[column] ?? 0), 0);
			return {
				cells: [...cells, ...cells.map((column) => column + this.size)],
				coefficients: [...coefficients, ...coefficients.map((each) => -each)],
				lower: lower - now,
				upper: upper - now
			};
		});
		this.model = solver.model({
			lower: new Array<number>(2 * this.size).fill(0),
			upper: [...this.ups, ...this.downs],
			rows
		});
		cost.forEach((each, index) => this.price(index, each));
		for (const index of hidden) this.price(index, FREE);
	}

	/** Says what a change of a column costs from now on. */
	price(index: number, cost: number): void {
		this.costs.set(index, cost);
		this.costs.set(index + this.size, cost);
	}

	/**
	 * The cheapest change in which a column moves by an amount, up or down (negative).
	 * @returns the change of each column; undefined where there is none
	 */
	move(index: number, amount: number, whole: boolean): number[] | undefined {
		const [up, down] = [index, index + this.size];
		this.model.bounds(up, Math.max(0, amount), Math.max(0, amount));
		this.model.bounds(down, Math.max(0, -amount), Math.max(0, -amount));
		const solved = this.model.minimize(this.costs, whole ? { whole, seconds: PATIENCE } : {});
		this.model.bounds(up, 0, this.ups[index] ?? 0);
		this.model.bounds(down, 0, this.downs[index] ?? 0);
		if (solved.status !== 'optimal') return undefined;
		return Array.from({ length: this.size }, (_, each) => {
			const change = (solved.x[each] ?? 0) - (solved.x[each + this.size] ?? 0);
			return Math.abs(change) < NOTHING ? 0 : change;
		});
	}

	dispose(): void {
		this.model.dispose();
	}
}

/**
 * A set of columns to withhold, found one withheld column after the other: the cheapest change of the true
 * values that lowers it to its least and raises it as far as its threshold asks, and that keeps every sum, shows
 * which others must be withheld with it. Fast on large tables; it withholds more than is needed. Every
 * change is a whole-number point, so it also proves that the columns it moves are safe.
 */
export function chooseCheapest(problem: Problem, solver: Solver): Choice {
	const { part, truth, given } = problem;
	const points = new Points(problem);
	const cubes = new Cubes(problem);
	let changes: Changes | undefined;
	const hidden = new Set(given);
	const failed: number[] = [];
	const hide = (column: number) => {
		hidden.add(column);
		changes?.price(column, FREE);
	};
	/** Whether a cube protects a column, and all that stands at its corners. */
	const cover = (index: number): boolean => {
		const cube = cubes.cheapest(index, hidden);
		if (!cube) return false;
		if (!cubes.points(cube).every((point) => points.take(point))) return false;
		cube.columns.forEach(hide);
		return true;
	};
	const toPoint = (change: readonly number[]) => change.map((each, column) => each + (truth[column] ?? 0));
	/** Whether there is such a change; what it moves is withheld. */
	const move = (index: number, amount: number): boolean => {
		const model = (changes ??= new Changes(problem, hidden, solver));
		const linear = model.move(index, amount, false);
		if (!linear) return false;
		const isPoint = points.take(toPoint(linear));
		// Without a whole-number change the linear one stands, and the audit decides.
		const change = isPoint ? linear : (model.move(index, amount, true) ?? linear);
		if (!isPoint) points.take(toPoint(change));
		change.forEach((each, column) => {
			if (each === 0 || hidden.has(column)) return;
			hide(column);
			queue.push(column);
		});
		return true;
	};
	// Small figures have the least room, so they come first; the order never depends on the file.
	const queue = [...given].sort((one, two) => (truth[one] ?? 0) - (truth[two] ?? 0) || one - two);
	try {
		for (let at = 0; at < queue.length; at++) {
			const index = queue[at] ?? 0;
			if (points.isWide(index) || cover(index)) continue;
			const value = truth[index] ?? 0;
			const width = (part.cells[index]?.threshold ?? 1) - 1;
			const down = Math.min(width, value - (part.lower[index] ?? 0));
			const isLowered = down > 0 && move(index, -down);
			const up = isLowered ? width - down : width;
			const isRaised = points.isWide(index) || up === 0 || move(index, up);
			if (!isRaised) failed.push(index);
		}
	} finally {
		changes?.dispose();
	}
	return { hidden, points, failed, bound: 0, method: 'heuristic' };
}
