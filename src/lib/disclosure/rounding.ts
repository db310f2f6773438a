import { partsOf, type Part } from './parts.ts';
import type { Solver } from './solver.ts';
import type { System, SystemCell } from './types.ts';

/** Seconds for each part of a system, after which a rounding counts as unproven. */
const PATIENCE = 20;

/** What rounding a system gave. */
export interface Rounding {
	/**
	 * `optimal`: no rounding that keeps the sums changes less. `unproven`: the solver was stopped. `none`: it is
	 * proven that no rounding keeps the sums.
	 */
	status: 'optimal' | 'unproven' | 'none';
	/** The rounded figure of every cell by id; absent where none was found. */
	values?: Map<number, number>;
	/** Sum of the absolute changes over all cells, each counted once; 0 where there are no values. */
	change: number;
}

const valueOf = ({ value }: SystemCell): number => value ?? NaN;

/** Whether figures by id meet every constraint of a system, exactly. */
export function keepsSums({ constraints }: System, values: ReadonlyMap<number, number>): boolean {
	return constraints.every(({ cells, coefficients, lower, upper }) => {
		const sum = cells.reduce(
			(total, id, index) => total + (coefficients[index] ?? 0) * (values.get(id) ?? NaN),
			0
		);
		return sum >= lower && sum <= upper;
	});
}

/** The steps of the figures of one part: 1 for the multiple above, 0 for the one below. */
function stepsOf(part: Part, base: number, solver: Solver, seconds: number) {
	const below = part.cells.map((cell) => Math.floor(valueOf(cell) / base) * base);
	const rows = part.rows.map(({ cells, coefficients, lower, upper }) => {
		const known = cells.reduce((sum, at, index) => sum + (coefficients[index] ?? 0) * (below[at] ?? 0), 0);
		return {
			cells,
			coefficients,
			lower: Math.ceil((lower - known) / base),
			upper: Math.floor((upper - known) / base)
		};
	});
	if (rows.some(({ lower, upper }) => lower > upper)) return { status: 'none' as const, below };
	const model = solver.model({ lower: below.map(() => 0), upper: below.map(() => 1), rows });
	try {
		// Up costs base - rest and down costs rest, so that a step up costs their difference more.
		const costs = new Map(
			part.cells.map((cell, index) => [index, base - 2 * (valueOf(cell) - (below[index] ?? 0))])
		);
		const solved = model.minimize(costs, { whole: true, seconds });
		if (solved.status === 'infeasible') return { status: 'none' as const, below };
		const status = solved.status === 'optimal' ? ('optimal' as const) : ('unproven' as const);
		return { status, below, steps: Array.from(solved.x, Math.round) };
	} finally {
		model.dispose();
	}
}

/**
 * Controlled, zero-restricted rounding of a joint system: each figure goes to one of its two adjacent multiples of
 * the base, a multiple stays, every constraint still holds exactly, and the sum of absolute changes is the least
 * (Statistical Disclosure Control, Hundepool et al., ch. 5).
 * @param base a whole number from 2 on
 * @param isRounded which cells are rounded, the others stay as they are; absent: all
 * @param seconds for each part of the system that hangs together
 * @throws RangeError where the base, or a figure that is rounded, is no such whole number or is not known
 */
export function roundSystem(
	system: System,
	base: number,
	solver: Solver,
	isRounded: (cell: SystemCell) => boolean = () => true,
	seconds = PATIENCE
): Rounding {
	if (!Number.isInteger(base) || base < 2) throw new RangeError('A base is a whole number from 2 on.');
	for (const cell of system.cells) {
		const { value } = cell;
		if (value === null || (isRounded(cell) && !(Number.isSafeInteger(value) && value >= 0)))
			throw new RangeError('Only known whole numbers from 0 on can be rounded.');
	}
	const values = new Map(system.cells.map((cell) => [cell.id, valueOf(cell)]));
	let status: Rounding['status'] = 'optimal';
	let change = 0;
	for (const part of partsOf(system, (cell) => isRounded(cell) && valueOf(cell) % base !== 0)) {
		const found = stepsOf(part, base, solver, seconds);
		if (found.status === 'none') return { status: 'none', change: 0 };
		if (found.status === 'unproven') status = 'unproven';
		part.cells.forEach((cell, index) => {
			const step = found.steps?.[index] ?? NaN;
			const rounded = (found.below[index] ?? 0) + base * (step === 0 || step === 1 ? step : NaN);
			values.set(cell.id, rounded);
			change += Math.abs(rounded - valueOf(cell));
		});
	}
	// Nothing rests on the tolerance of the solver: the sums are added up again. What fails here proves nothing.
	const isWhole = [...values.values()].every((value) => !Number.isNaN(value));
	if (!isWhole || !keepsSums(system, values)) return { status: 'unproven', change: 0 };
	return { status, values, change };
}

/**
 * The least and greatest true number for which a figure can stand that was rounded to an adjacent multiple: with
 * base 5, 0 to 4 for 0 and 11 to 19 for 15. Sums, and knowing that the least change was chosen, can narrow this.
 * @param published a multiple of the base, at least 0
 */
export function knownFrom(published: number, base: number): [least: number, most: number] {
	return [Math.max(0, published - base + 1), published + base - 1];
}
