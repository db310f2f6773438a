import { isEarlier } from './earlier.ts';
import type { Constraint, Finding, System, SystemCell } from './types.ts';

/** A rounding of decimals is no fault. */
const NOTHING = 1e-6;

function isOff({ coefficients, lower, upper }: Constraint, cells: readonly SystemCell[]): boolean {
	let sum = 0;
	for (const [index, { value }] of cells.entries()) {
		if (value === null) return false;
		sum += (coefficients[index] ?? 0) * value;
	}
	return sum < lower - NOTHING || sum > upper + NOTHING;
}

/** Figures of one release that the rules tie to a total, all of them published, and that do not fit it: each a note. */
export function offSums({ cells, constraints }: System): Finding[] {
	return constraints.flatMap((constraint): Finding[] => {
		const tied = constraint.cells.flatMap((id) => cells[id] ?? []);
		const isOld = tied.some(({ standings }) => standings.every(({ table }) => isEarlier(table)));
		if (constraint.unnamed || isOld || !isOff(constraint, tied)) return [];
		const total = tied[constraint.coefficients.findIndex((each) => each < 0)];
		const at = total?.standings.find(({ table }) => !isEarlier(table));
		if (!total || !at) return [];
		return [{ kind: 'off-sum', mode: 'inform', at, other: constraint.over, threshold: total.threshold }];
	});
}
