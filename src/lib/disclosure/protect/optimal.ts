import type { LinearModel, Solver } from '../solver.ts';
import { costOf, Points, type Choice, type Problem } from './problem.ts';

const TOLERANCE = 1e-6;

/** Columns that stay published and on which the proof rests that a withheld one is known too well. */
type Proof = { rest: number[] } | 'safe' | 'unknown';

/** Looks for proofs against a set of withheld columns. */
class Attacker {
	private readonly model: LinearModel;
	private hidden = new Set<number>();

	constructor(
		private readonly problem: Problem,
		private readonly points: Points,
		solver: Solver
	) {
		const { truth, part } = problem;
		this.model = solver.model({ lower: [...truth], upper: [...truth], rows: part.rows });
	}

	hide(hidden: ReadonlySet<number>): void {
		const { part, truth } = this.problem;
		for (const index of this.hidden) {
			if (!hidden.has(index)) this.model.bounds(index, truth[index] ?? 0, truth[index] ?? 0);
		}
		for (const index of hidden) {
			if (!this.hidden.has(index)) this.model.bounds(index, part.lower[index] ?? 0, part.upper[index] ?? 0);
		}
		this.hidden = new Set(hidden);
	}

	/** The whole-number bound of a column in one direction, and the published columns that prove it. */
	private reach(index: number, sign: 1 | -1) {
		const solved = this.model.minimize(new Map([[index, sign]]));
		if (solved.status !== 'optimal') return undefined;
		const rest: number[] = [];
		solved.reduced.forEach((cost, column) => {
			if (Math.abs(cost) > TOLERANCE && !this.hidden.has(column)) rest.push(column);
		});
		const isPoint = this.points.take(solved.x);
		const value = sign === 1 ? Math.ceil(solved.value - TOLERANCE) : Math.floor(-solved.value + TOLERANCE);
		return { value, rest, isPoint };
	}

	/** The whole-number bound where the linear optimum is no whole point. */
	private wholeReach(index: number, sign: 1 | -1): number | undefined {
		const solved = this.model.minimize(new Map([[index, sign]]), { whole: true, seconds: 5 });
		if (solved.status !== 'optimal') return undefined;
		this.points.take(solved.x);
		return Math.round(sign * solved.value);
	}

	/** Whether a withheld column is safe, or what proves that it is not. */
	attack(index: number, isPrimary: boolean): Proof {
		const { part } = this.problem;
		const threshold = part.cells[index]?.threshold ?? 0;
		if (this.points.isWide(index)) return 'safe';
		const most = this.reach(index, -1);
		const least = this.reach(index, 1);
		if (!most || !least) return 'unknown';
		if (this.points.isWide(index) || (!isPrimary && least.value >= threshold)) return 'safe';
		if (most.value - least.value < threshold - 1) {
			return { rest: [...new Set([...most.rest, ...least.rest])] };
		}
		const [high, low] = [this.wholeReach(index, -1), this.wholeReach(index, 1)];
		if (high === undefined || low === undefined) return 'unknown';
		if (high - low >= threshold - 1) return 'safe';
		return { rest: [...part.cells.keys()].filter((column) => !this.hidden.has(column)) };
	}

	dispose(): void {
		this.model.dispose();
	}
}

/** Chooses the cheapest columns that break every proof found so far. */
class Chooser {
	private readonly model: LinearModel;
	private readonly costs: Map<number, number>;

	constructor(
		private readonly problem: Problem,
		solver: Solver
	) {
		const { cost, given } = problem;
		const upper = cost.map((_, index) => (given.has(index) ? 0 : 1));
		this.model = solver.model({ lower: cost.map(() => 0), upper, rows: [] });
		this.costs = new Map(cost.map((each, index) => [index, each]));
	}

	/** At least one of the columns is withheld (or else the one under which the proof holds is not). */
	cut(rest: readonly number[], under?: number): void {
		const cells = under === undefined ? [...rest] : [...rest, under];
		const coefficients = cells.map((column) => (column === under ? -1 : 1));
		this.model.addRow(cells, coefficients, under === undefined ? 1 : 0, Infinity);
	}

	choose(seconds: number): { hidden: Set<number>; bound: number } | undefined {
		const solved = this.model.minimize(this.costs, { whole: true, seconds });
		if (solved.status !== 'optimal') return undefined;
		const chosen = [...solved.x.keys()].filter((column) => (solved.x[column] ?? 0) > 0.5);
		return { hidden: new Set([...this.problem.given, ...chosen]), bound: solved.value };
	}

	dispose(): void {
		this.model.dispose();
	}
}

/**
 * The cheapest set of columns to withhold, by implicit hitting sets: each proof that a withheld column is known
 * too well rests on published columns (those with reduced costs), at least one of which must be withheld. The
 * cheapest set that hits every proof is attacked again, until it stands.
 *
 * That a complement too must stand by the rule of the audit depends on it being withheld; as such a proof may be
 * met in another way, `optimal` is claimed only where the result costs no more than the bound from proofs
 * against figures that are withheld anyway.
 * @param seconds after which it gives up
 * @returns undefined where it gave up
 */
export function chooseOptimal(problem: Problem, solver: Solver, seconds: number): Choice | undefined {
	const until = performance.now() + seconds * 1000;
	const points = new Points(problem);
	const attacker = new Attacker(problem, points, solver);
	const chooser = new Chooser(problem, solver);
	const failed = new Set<number>();
	let bound = 0;
	let isUnconditional = true;
	try {
		for (;;) {
			const left = (until - performance.now()) / 1000;
			const chosen = left > 0 ? chooser.choose(left) : undefined;
			if (!chosen) return undefined;
			if (isUnconditional) bound = chosen.bound;
			attacker.hide(chosen.hidden);
			points.limitTo(chosen.hidden);
			let cuts = 0;
			const attack = (index: number) => {
				const isGiven = problem.given.has(index);
				const proof = attacker.attack(index, isGiven);
				if (proof === 'safe') return true;
				if (proof === 'unknown') return false;
				if (proof.rest.length === 0 && isGiven) failed.add(index);
				else {
					chooser.cut(proof.rest, isGiven ? undefined : index);
					if (!isGiven) isUnconditional = false;
					cuts++;
				}
				return true;
			};
			for (const index of problem.given) {
				if (performance.now() > until || (!failed.has(index) && !attack(index))) return undefined;
			}
			// Complements are looked at once those for whose sake they are withheld are safe.
			for (const index of cuts === 0 ? chosen.hidden : []) {
				if (problem.given.has(index)) continue;
				if (performance.now() > until || !attack(index)) return undefined;
			}
			if (cuts > 0) continue;
			const method = costOf(problem, chosen.hidden) <= bound + 0.5 ? 'optimal' : 'heuristic';
			return { hidden: chosen.hidden, points, failed: [...failed], bound, method };
		}
	} finally {
		attacker.dispose();
		chooser.dispose();
	}
}
