import { partsOf, type Part } from './parts.ts';
import type { LinearData, Solver } from './solver.ts';
import type { Constraint, Finding, System, Unnamed } from './types.ts';

const NOTHING = 1e-6;

const isFeasible = (data: LinearData, solver: Solver): boolean => {
	const model = solver.model(data);
	try {
		return model.minimize(new Map()).status !== 'infeasible';
	} finally {
		model.dispose();
	}
};

/** The unnamed sums of a part that must give way so that its figures have any value: those furthest off first. */
function givenUp(part: Part, solver: Solver): Constraint[] {
	const named = part.rows.filter(({ unnamed }) => !unnamed);
	const unnamed = part.rows.filter((row) => row.unnamed);
	if (unnamed.length === 0 || isFeasible(part, solver)) return [];
	const size = part.cells.length;
	const slack = unnamed.flatMap((_, index) => [size + 2 * index, size + 2 * index + 1]);
	const model = solver.model({
		lower: [...part.lower, ...slack.map(() => 0)],
		upper: [...part.upper, ...slack.map(() => Infinity)],
		rows: [
			...named,
			...unnamed.map((row, index) => ({
				...row,
				cells: [...row.cells, size + 2 * index, size + 2 * index + 1],
				coefficients: [...row.coefficients, 1, -1]
			}))
		]
	});
	const { status, x } = model.minimize(new Map(slack.map((column) => [column, 1])));
	model.dispose();
	if (status !== 'optimal') return [];
	const off = (index: number) => (x[size + 2 * index] ?? 0) + (x[size + 2 * index + 1] ?? 0);
	const kept = [...named, ...unnamed.filter((_, index) => off(index) <= NOTHING)];
	const doubtful = [...unnamed.keys()]
		.filter((index) => off(index) > NOTHING)
		.sort((one, two) => off(one) - off(two));
	return doubtful.flatMap((index) => {
		const row = unnamed[index];
		if (!row) return [];
		if (!isFeasible({ ...part, rows: [...kept, row] }, solver)) return [row];
		kept.push(row);
		return [];
	});
}

/** A sum that no rule names and that figures contradict, as a note. */
export function noteOf({ at, other }: Unnamed, threshold: number): Finding {
	return { kind: 'unnamed-sum', mode: 'inform', at, other, threshold };
}

/** A system without the unnamed sums that others, or the figures, contradict: no contradiction comes of them. */
export function settled<Any extends System>(
	system: Any,
	solver: Solver
): { system: Any; givenUp: Unnamed[] } {
	const given = partsOf(system).flatMap((part) =>
		givenUp(part, solver).flatMap(({ unnamed }) => unnamed ?? [])
	);
	if (given.length === 0) return { system, givenUp: given };
	const gone = new Set(given);
	const constraints = system.constraints.filter(({ unnamed }) => !unnamed || !gone.has(unnamed));
	return { system: { ...system, constraints }, givenUp: given };
}

/** The same with every unnamed sum given up. */
export function namedOnly(part: Part): { part: Part; givenUp: Unnamed[] } {
	const rows = part.rows.filter(({ unnamed }) => !unnamed);
	return { part: { ...part, rows }, givenUp: part.rows.flatMap(({ unnamed }) => unnamed ?? []) };
}
