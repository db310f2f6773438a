import type { Part } from './parts.ts';

/** A part, a whole-number point of it, and what it costs to withhold a column that is not withheld. */
export interface Ground {
	part: Part;
	truth: readonly number[];
	cost: readonly number[];
}

/** A change that keeps every sum: columns, and whether each goes up (1) or down (-1) with the first. */
export interface Cube {
	columns: number[];
	signs: number[];
	/** What it costs to withhold those of them that are published. */
	cost: number;
}

/** An equation, and the sign of each of its columns. */
type Line = ReadonlyMap<number, number>;

/** The equations in which each column stands, by the dimension over which they add up. */
function linesOf({ rows, cells }: Part, overs: readonly string[]): Map<string, Line>[] {
	const lines = cells.map(() => new Map<string, Line>());
	rows.forEach(({ cells: columns, coefficients, lower, upper }, index) => {
		if (lower !== upper) return;
		const line = new Map(columns.map((column, at) => [column, coefficients[at] ?? 0]));
		for (const column of columns) lines[column]?.set(overs[index] ?? '', line);
	});
	return lines;
}

/** The column besides a given one that two lines share. */
function crossing(one: Line, other: Line, besides: number): number | undefined {
	const [small, large] = one.size < other.size ? [one, other] : [other, one];
	for (const column of small.keys()) if (column !== besides && large.has(column)) return column;
	return undefined;
}

/**
 * The cheapest cubes through a column: in a table of two dimensions that add up, four figures of two rows and two
 * columns; in one of three, eight. Raising every other one and lowering the rest keeps all sums, so that all of
 * them are as safe as the smallest of them leaves room.
 */
export class Cubes {
	private readonly lines: Map<string, Line>[];

	constructor(private readonly problem: Ground) {
		this.lines = linesOf(
			problem.part,
			problem.part.rows.map(({ over }) => over)
		);
	}

	/** How far a cube can be moved up and down from the true values. */
	room({ columns, signs }: Pick<Cube, 'columns' | 'signs'>): { up: number; down: number } {
		const { part, truth } = this.problem;
		let [up, down] = [Infinity, Infinity];
		columns.forEach((column, at) => {
			const above = (part.upper[column] ?? 0) - (truth[column] ?? 0);
			const below = (truth[column] ?? 0) - (part.lower[column] ?? 0);
			const isUp = (signs[at] ?? 0) > 0;
			up = Math.min(up, isUp ? above : below);
			down = Math.min(down, isUp ? below : above);
		});
		return { up, down };
	}

	/** The cubes that go on from one along a further dimension, one for each other column of the first line. */
	private *extended(cube: Cube, over: string, hidden: ReadonlySet<number>): Generator<Cube> {
		const { cost } = this.problem;
		const [first = 0] = cube.columns;
		const line = this.lines[first]?.get(over);
		if (!line) return;
		for (const column of line.keys()) {
			if (cube.columns.includes(column)) continue;
			const more: number[] = [];
			const signs: number[] = [];
			for (const [at, from] of cube.columns.entries()) {
				const own = this.lines[from]?.get(over);
				const to = at === 0 ? column : this.opposite(cube, at, over, more);
				const [coefficient, other] = [own?.get(from), to === undefined ? undefined : own?.get(to)];
				if (to === undefined || !coefficient || !other) break;
				more.push(to);
				signs.push((-(cube.signs[at] ?? 0) * coefficient) / other);
			}
			if (more.length < cube.columns.length) continue;
			const added = more.reduce((sum, each) => sum + (hidden.has(each) ? 0 : (cost[each] ?? 0)), 0);
			yield {
				columns: [...cube.columns, ...more],
				signs: [...cube.signs, ...signs],
				cost: cube.cost + added
			};
		}
	}

	/** The column that stands to another of the cube as the new ones stand to the earlier ones. */
	private opposite(cube: Cube, at: number, over: string, more: readonly number[]): number | undefined {
		const from = cube.columns[at] ?? 0;
		const own = this.lines[from]?.get(over);
		if (!own) return undefined;
		// The columns of a cube are those of the cube before, and then their neighbors in the same order.
		const step = 2 ** Math.floor(Math.log2(at));
		const before = cube.columns[at - step] ?? 0;
		const across = more[at - step];
		if (across === undefined) return undefined;
		for (const [dimension, line] of this.lines[before] ?? []) {
			if (dimension === over || !line.has(from)) continue;
			const parallel: Line | undefined = this.lines[across]?.get(dimension);
			const found: number | undefined = parallel && crossing(own, parallel, from);
			if (found !== undefined && found !== across) return found;
		}
		return undefined;
	}

	/** The two points to which a cube leads, so that its columns have as many possible values as the first needs. */
	points({ columns, signs }: Cube): number[][] {
		const { up, down } = this.room({ columns, signs });
		const width = (this.problem.part.cells[columns[0] ?? 0]?.threshold ?? 1) - 1;
		const low = Math.min(down, width);
		return [-low, Math.min(up, width - low)].map((step) => {
			const point = [...this.problem.truth];
			columns.forEach((column, at) => {
				point[column] = (point[column] ?? 0) + step * (signs[at] ?? 0);
			});
			return point;
		});
	}

	/** The cheapest cube that leaves a column as many possible values as it needs. */
	cheapest(index: number, hidden: ReadonlySet<number>): Cube | undefined {
		const width = (this.problem.part.cells[index]?.threshold ?? 1) - 1;
		let best: Cube | undefined;
		const search = (cube: Cube, overs: readonly string[]) => {
			if (best && cube.cost >= best.cost) return;
			const { up, down } = this.room(cube);
			if (up + down < width) return;
			const [over, ...rest] = overs;
			if (over === undefined) {
				best = cube;
				return;
			}
			for (const next of this.extended(cube, over, hidden)) search(next, rest);
		};
		const overs = [...(this.lines[index]?.keys() ?? [])];
		if (overs.length > 0) search({ columns: [index], signs: [1], cost: 0 }, overs);
		return best;
	}
}
