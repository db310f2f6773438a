import { Cubes } from './cubes.ts';
import { isEarlier } from './earlier.ts';
import { partsOf, type Part } from './parts.ts';
import { Ranges } from './range.ts';
import { namedOnly, noteOf, settled } from './settle.ts';
import type { Solver } from './solver.ts';
import type { Finding, System, SystemCell } from './types.ts';

/** Rounds of points that are tried before single cells are. */
const SCATTER = 6;
/** Fewer cells than this are looked at one by one at once. */
const FEW = 8;

/** From here on a point in the middle is looked for first, so that most cells need no search of their own. */
const MANY = 40;
/** Seconds for that point. */
const MIDDLE = 20;

/** Whether a cell must not be found out. */
export function needsRange(cell: SystemCell): boolean {
	return cell.hidden && cell.controlled && cell.mode !== 'off';
}

/**
 * Whether what is known of a withheld cell leaves it protected: at least `threshold` whole numbers are possible,
 * so that max - min >= threshold - 1, or it is certainly no small count. Readers do not know which withheld cells
 * are small, so this is asked of each.
 * @returns undefined where that is not decided
 */
function isProtected(ranges: Ranges, index: number, { threshold }: SystemCell): boolean | undefined {
	const range = ranges.ranges[index];
	if (!range) return undefined;
	if (range.highest - range.lowest >= threshold - 1 || range.least >= threshold) return true;
	if (range.most - range.least < threshold - 1 && range.lowest < threshold) return false;
	return undefined;
}

/** Judges one cell: by what is known, by linear bounds, and by whole numbers where those do not decide. */
function judge(ranges: Ranges, index: number, cell: SystemCell): Finding['kind'] | undefined {
	const steps = [false, true].flatMap((whole) => [
		() => ranges.reach(index, 'most', whole),
		() => ranges.reach(index, 'least', whole)
	]);
	for (const step of [() => undefined, ...steps]) {
		step();
		const range = ranges.ranges[index];
		if (range && range.least > range.most) return 'contradiction';
		const safe = isProtected(ranges, index, cell);
		if (safe !== undefined) return safe ? undefined : 'derivable';
	}
	const range = ranges.ranges[index];
	const narrow = range && range.most - range.least < cell.threshold - 1 && range.least < cell.threshold;
	return narrow ? 'derivable' : 'undecided';
}

const findingOf = (kind: Finding['kind'], cell: SystemCell): Finding[] =>
	cell.standings.slice(0, 1).map((at) => ({ kind, mode: cell.mode, at, threshold: cell.threshold }));

/** Whole-number guesses at withheld cells by id; each is checked before it counts, so that they only save time. */
export interface Guesses {
	base: ReadonlyMap<number, number>;
	/** Further points, each by what it has otherwise than the base. */
	changes: readonly ReadonlyMap<number, number>[];
}

function takeGuesses(part: Part, ranges: Ranges, { base, changes }: Guesses): void {
	const point = part.cells.map(({ id }) => base.get(id) ?? NaN);
	if (point.some(Number.isNaN)) return;
	const column = new Map(part.cells.map(({ id }, index) => [id, index]));
	for (const change of [new Map<number, number>(), ...changes]) {
		if (change.size > 0 && ![...change.keys()].some((id) => column.has(id))) continue;
		const guess = [...point];
		for (const [id, value] of change) {
			const index = column.get(id);
			if (index !== undefined) guess[index] = value;
		}
		ranges.take(guess);
	}
}

/** A possible point whose small figures are as far from their bounds as may be. */
function middleOf(part: Part, solver: Solver): Float64Array | undefined {
	const size = part.cells.length;
	const room = part.cells.map(({ threshold }) => Math.ceil(threshold / 2));
	const model = solver.model({
		lower: [...part.lower, ...room.map(() => 0)],
		upper: [...part.upper, ...room],
		rows: [
			...part.rows,
			...room.map((wanted, index) => ({
				cells: [index, size + index],
				coefficients: [1, 1],
				lower: (part.lower[index] ?? 0) + wanted,
				upper: Infinity
			}))
		]
	});
	try {
		const shortage = new Map(room.map((_, index) => [size + index, 1]));
		return model.minimize(shortage, { whole: true, seconds: MIDDLE }).x.slice(0, size);
	} finally {
		model.dispose();
	}
}

/** Tries, around one point, the changes of few figures that keep all sums. */
function exploreCubes(
	part: Part,
	ranges: Ranges,
	solver: Solver,
	wanted: readonly { cell: SystemCell; index: number }[]
): void {
	const middle = middleOf(part, solver);
	const truth = middle && ranges.take(middle);
	if (!truth) return;
	const cubes = new Cubes({ part, truth, cost: truth.map(() => 0) });
	const all = new Set(truth.keys());
	for (const { cell, index } of wanted) {
		if (isProtected(ranges, index, cell) !== undefined) continue;
		const cube = cubes.cheapest(index, all);
		for (const point of cube ? cubes.points(cube) : []) ranges.take(point);
	}
}

/** Audits a part; where whole numbers do not fit its unnamed sums, it is audited without them. */
function auditPart(part: Part, solver: Solver, guesses: readonly Guesses[]): Finding[] {
	const findings = auditAsIs(part, solver, guesses);
	if (!findings.some(({ kind }) => kind === 'contradiction')) return findings;
	const { part: named, givenUp } = namedOnly(part);
	if (givenUp.length === 0) return findings;
	return [...auditAsIs(named, solver, guesses), ...givenUp.slice(0, 1).map((each) => noteOf(each, 0))];
}

function auditAsIs(part: Part, solver: Solver, guesses: readonly Guesses[]): Finding[] {
	const wanted = part.cells.flatMap((cell, index) => (needsRange(cell) ? [{ cell, index }] : []));
	const [first] = wanted;
	if (!first) return [];
	const ranges = new Ranges(part, solver);
	try {
		if (ranges.status === 'infeasible') return findingOf('contradiction', first.cell);
		if (ranges.status === 'stopped') return findingOf('stopped', first.cell);
		for (const each of guesses) takeGuesses(part, ranges, each);
		if (wanted.some(({ cell, index }) => isProtected(ranges, index, cell) === undefined)) {
			if (part.cells.length >= FEW) ranges.scatter(SCATTER);
			if (part.cells.length >= MANY) exploreCubes(part, ranges, solver, wanted);
		}
		return wanted.flatMap(({ cell, index }) => {
			const kind = judge(ranges, index, cell);
			return kind ? findingOf(kind, cell) : [];
		});
	} finally {
		ranges.dispose();
	}
}

/**
 * Finds every withheld cell that the published figures give away.
 * What it passes is necessary for safety, not sufficient: who knows more than the tables can find out more.
 */
export function auditSystem(built: System, solver: Solver, guesses: readonly Guesses[] = []): Finding[] {
	const { system, givenUp } = settled(built, solver);
	const elsewhere = system.cells.flatMap((cell): Finding[] => {
		if (!cell.hidden || !cell.shown || cell.mode === 'off') return [];
		// A figure that was withheld once and is published now is no secret any more.
		const at = cell.standings.find(({ hidden, table }) => hidden && !isEarlier(table));
		const isOld = cell.standings.every(({ hidden, table }) => hidden || isEarlier(table));
		if (!at) return [];
		const { mode, threshold } = cell;
		if (!isOld) return [{ kind: 'shown-elsewhere', mode, at, threshold }];
		const shown = cell.standings.find(({ hidden }) => !hidden);
		const other = shown && `${shown.file}:${shown.line ?? '-'}`;
		return [{ kind: 'published-before', mode, at, ...(other === undefined ? {} : { other }), threshold }];
	});
	return [
		...elsewhere,
		...partsOf(system).flatMap((part) => auditPart(part, solver, guesses)),
		...givenUp.map((each) => noteOf(each, 0))
	];
}
