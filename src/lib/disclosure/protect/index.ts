import { auditSystem, type Guesses } from '../audit.ts';
import { partsOf, wholePoint } from '../parts.ts';
import { noteOf, settled } from '../settle.ts';
import type { Solver } from '../solver.ts';
import type { Finding, System, SystemCell } from '../types.ts';
import { chooseCheapest } from './cheapest.ts';
import { chooseOptimal } from './optimal.ts';
import { costOf, problemsOf, type Choice } from './problem.ts';

/** How much work the search for the cheapest set may be; beyond, the heuristic answers. */
export interface Effort {
	/** Figures of one connected part. */
	cells: number;
	/** Seconds a part. */
	seconds: number;
}

export const EFFORT: Effort = { cells: 400, seconds: 10 };

/** What was withheld, at which cost, and what the audit says of it. */
export interface Protection {
	/** The system as readers will see it. */
	system: System;
	/** Ids of the cells that are withheld. */
	hidden: Set<number>;
	/** How many of them are small, and how many stand for their protection; only for whoever knows the figures. */
	primaries: number;
	complements: number;
	/** The sum of the complements' values. */
	sum: number;
	/** The cost of the complements, and what no choice can cost less than. */
	cost: number;
	bound: number;
	/** `optimal` where no cheaper set protects every small figure. */
	method: 'optimal' | 'heuristic';
	/** Cells that nothing that may be withheld can protect. */
	failed: SystemCell[];
	findings: Finding[];
}

/**
 * Whole numbers for the cells without a value that fit all others.
 * @throws where there are none, and, in other words, where none was found in time
 */
function truthOf(system: System, solver: Solver, seconds: number): Map<number, number> {
	const truth = new Map<number, number>();
	for (const part of partsOf(system)) {
		const model = solver.model(part);
		const { status, x } = model.minimize(new Map(), { whole: true, seconds });
		model.dispose();
		if (status === 'infeasible')
			throw new Error('The figures contradict one another, so nothing can be protected.');
		// A solver that stopped may have found some already.
		const point = status === 'optimal' ? Array.from(x, Math.round) : wholePoint(part, x);
		if (!point) throw new Error(STOPPED);
		part.cells.forEach(({ id }, index) => truth.set(id, point[index] ?? 0));
	}
	return truth;
}

const STOPPED =
	'The solver ran out of time before it found numbers that fit the figures that are withheld already. That is no contradiction: ' +
	'try again where the machine has less to do, or write the true numbers into the private folder instead of [c].';

/** The system in which some cells are withheld: they have no value, and are at least 1 where zeros are published. */
export function withheld(system: System, hidden: ReadonlySet<number>): System {
	const cells = system.cells.map((cell) =>
		hidden.has(cell.id)
			? { ...cell, value: null, hidden: true, shown: false, least: cell.zeros === 'published' ? 1 : 0 }
			: cell
	);
	return { ...system, cells };
}

/**
 * Withholds every figure below its threshold and as many others as keep it from being found out, in all
 * tables together, and audits the result. Figures that are withheld already stay so.
 * @throws where the figures contradict their own rules of additivity, or the solver runs out of time
 */
export function protectSystem(built: System, solver: Solver, effort: Effort = EFFORT): Protection {
	const { system, givenUp } = settled(built, solver);
	const truth = truthOf(system, solver, EFFORT.seconds);
	const hidden = new Set<number>();
	const failed: SystemCell[] = [];
	const guesses: Guesses[] = [];
	const total = { primaries: 0, complements: 0, sum: 0, cost: 0, bound: 0 };
	let method: Choice['method'] = 'optimal';
	for (const problem of problemsOf(system, truth)) {
		const { part, given, truth: values } = problem;
		const isSmall = part.cells.length <= effort.cells;
		const choice =
			(isSmall ? chooseOptimal(problem, solver, effort.seconds) : undefined) ??
			chooseCheapest(problem, solver);
		if (choice.method === 'heuristic') method = 'heuristic';
		total.cost += costOf(problem, choice.hidden);
		total.bound += choice.bound;
		total.primaries += given.size;
		for (const index of choice.hidden) {
			const cell = part.cells[index];
			if (!cell) continue;
			hidden.add(cell.id);
			if (given.has(index)) continue;
			total.complements++;
			total.sum += values[index] ?? 0;
		}
		failed.push(...choice.failed.flatMap((index) => part.cells[index] ?? []));
		const idOf = (index: number) => part.cells[index]?.id ?? -1;
		guesses.push({
			base: new Map(values.map((value, index) => [idOf(index), value])),
			changes: choice.points.valid.map(
				(point) => new Map([...point].map(([index, value]) => [idOf(index), value]))
			)
		});
	}
	const safe = withheld(system, hidden);
	const notes = givenUp.map((each) => noteOf(each, 0));
	const findings = [...auditSystem(safe, solver, guesses), ...notes];
	return { ...total, system: safe, hidden, method, failed, findings };
}
