import type { Member } from '../../../cube/index.ts';
import type { Field } from '../../../package/types.ts';
import { cellsOf, keyColumns, moves, type Cells } from './cells.ts';
import type { TableProfile } from './profile.ts';
import { describingCells } from './describing.ts';
import { fillSql, moveAllSql, moveSql, weightOf, type Stroke } from './trial.ts';
import { NotTried, type World } from './world.ts';

type Dimension = TableProfile['dimensions'][number];
type Weights = ReadonlyMap<string | number | null, number>;

/** What one cell of a result is made of: one value of a dimension, or several. */
export interface CellMakeup {
	cell: string;
	single: Map<string, Member>;
	several: Field[];
}

/** How several values of a dimension meet in a cell. */
export type Meeting = 'one' | 'compared' | 'summed';

/** How they meet, and the index of the value that stands alone where it is one. */
export interface Met {
	meeting: Meeting;
	index: number;
}

/** Share of a cell's move below which a part of it counts as none. */
const NOTHING = 1e-7;
const MEMBERS_AT_MOST = 80;
const COMPARED_TRIED = 6;
/** A share comes to an end however large its part is; ratios, their roots and logarithms do not. */
const BOUNDED = 1.05;

const isLike = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b));

/** Trials of one table under one stroke, against what the statement gives before its figures move. */
export class Influence {
	readonly #profile: TableProfile;
	readonly #stroke: Stroke;
	readonly #world: World;
	readonly #keys: string[];
	readonly #before: Cells;
	/** How far each cell moves when every figure does. */
	readonly moved: ReadonlyMap<string, number>;

	private constructor(
		profile: TableProfile,
		stroke: Stroke,
		world: World,
		at: { keys: string[]; before: Cells; moved: Map<string, number> }
	) {
		this.#profile = profile;
		this.#stroke = stroke;
		this.#world = world;
		this.#keys = at.keys;
		this.#before = at.before;
		this.moved = at.moved;
	}

	/** Moves every figure of a table; undefined where no number of the result follows. */
	static async of(profile: TableProfile, stroke: Stroke, world: World): Promise<Influence | undefined> {
		const before = await world.after(moveSql(profile, stroke));
		const after = await world.after(moveAllSql(profile, stroke));
		const keys = keyColumns(before, after);
		const cells = cellsOf(before, keys);
		const moved = moves(cells, cellsOf(after, keys));
		if (moved.size === 0) return undefined;
		return new Influence(profile, stroke, world, { keys, before: cells, moved });
	}

	/**
	 * Whether cells move about as many times as far by some steps as by one, which rounded ones do not.
	 * @param off how far off they may be, as a share of the move
	 */
	async isEven(steps: readonly number[], off: number): Promise<boolean> {
		for (const count of steps) {
			const moved = await this.movedAfter(moveAllSql(this.#profile, this.#stroke, count));
			const isAlike = ([cell, by]: [string, number]) =>
				Math.abs(by - count * (this.moved.get(cell) ?? 0)) <= off * Math.abs(by);
			if (![...this.moved.keys()].every((cell) => moved.has(cell)) || ![...moved].every(isAlike))
				return false;
		}
		return true;
	}

	/** Whether a cell follows withheld figures. */
	async follows(rows: readonly number[], excused: ReadonlySet<string>): Promise<boolean> {
		const moved = await this.movedAfter(fillSql(this.#profile, this.#stroke, rows));
		return [...moved.keys()].some((cell) => !excused.has(cell));
	}

	/** The cells that only describe the figures. */
	async describing(sums: boolean): Promise<Set<string>> {
		return describingCells(this.#profile, this.#world, sums, this.#keys);
	}

	/** How far cells move when only values of one dimension do, by their weights. */
	async movedBy({ field }: Dimension, of: Weights): Promise<Map<string, number>> {
		const sql = moveSql(this.#profile, this.#stroke, { dimension: field.name, of });
		return moves(this.#before, cellsOf(await this.#world.after(sql), this.#keys));
	}

	/** How far cells move by any statement that changes figures. */
	async movedAfter(sql: string): Promise<Map<string, number>> {
		return moves(this.#before, cellsOf(await this.#world.after(sql), this.#keys));
	}

	/** What each cell that follows the table's figures is made of. */
	async makeups(excused: ReadonlySet<string>): Promise<CellMakeup[]> {
		const cells = [...this.moved.keys()].filter((cell) => !excused.has(cell));
		const found = new Map(
			cells.map((cell) => [cell, { cell, single: new Map<string, Member>(), several: [] as Field[] }])
		);
		for (const dimension of this.#profile.dimensions) {
			const { field, members } = dimension;
			const weights = members.map((member, index) => [member, weightOf(index, this.#stroke.whole)] as const);
			const moved = members.length > 1 ? await this.movedBy(dimension, new Map(weights)) : undefined;
			for (const makeup of found.values()) {
				const share = (moved?.get(makeup.cell) ?? 0) / (this.moved.get(makeup.cell) ?? 1);
				const [member] = moved ? (weights.find(([, weight]) => isLike(weight, share)) ?? []) : members;
				if (member === undefined) makeup.several.push(field);
				else if (member !== null) makeup.single.set(field.name, member);
			}
		}
		return [...found.values()];
	}

	/**
	 * Looks closer at what seems to be made of several values, which a ratio or a product seems too: only
	 * fields whose values are summed stay among the several.
	 */
	async settle(makeups: readonly CellMakeup[]): Promise<void> {
		for (const { field, members } of this.#profile.dimensions) {
			const several = makeups.filter((makeup) => makeup.several.includes(field));
			if (several.length === 0) continue;
			const found = await this.#meetings(
				field,
				several.map(({ cell }) => cell)
			);
			for (const makeup of several) {
				const { meeting, index } = found.get(makeup.cell) ?? { meeting: 'summed', index: 0 };
				const member = members[index];
				if (meeting === 'summed') continue;
				makeup.several = makeup.several.filter((each) => each !== field);
				if (meeting === 'one' && member !== null && member !== undefined)
					makeup.single.set(field.name, member);
			}
		}
	}

	/** How several values of a dimension meet in each of the cells, or which one stands there alone. */
	async #meetings(field: Field, cells: readonly string[]): Promise<Map<string, Met>> {
		const dimension = this.#profile.dimensions.find((each) => each.field === field);
		const found = new Map(cells.map((cell): [string, Met] => [cell, { meeting: 'one', index: 0 }]));
		if (!dimension) return found;
		await this.#byHalves(dimension, found);
		const compared = [...found].filter(([, { meeting }]) => meeting === 'compared').map(([cell]) => cell);
		if (compared.length) await this.#byMembers(dimension, found, compared);
		return found;
	}

	async #byHalves(dimension: Dimension, found: Map<string, Met>): Promise<void> {
		const { members } = dimension;
		for (let bit = 1; bit < members.length; bit *= 2) {
			if ([...found.values()].every(({ meeting }) => meeting === 'summed')) return;
			const half = members.filter((_, index) => index & bit);
			const rest = members.filter((_, index) => !(index & bit));
			const movedHalf = await this.movedBy(dimension, new Map(half.map((member) => [member, 1])));
			const movedRest = await this.movedBy(dimension, new Map(rest.map((member) => [member, 1])));
			for (const [cell, met] of found) {
				const [a, b] = [movedHalf.get(cell) ?? 0, movedRest.get(cell) ?? 0];
				const isBoth = Math.min(Math.abs(a), Math.abs(b)) > NOTHING * Math.max(Math.abs(a), Math.abs(b));
				if (isBoth && met.meeting !== 'summed') met.meeting = a > 0 === b > 0 ? 'summed' : 'compared';
				if (Math.abs(a) > Math.abs(b)) met.index += bit;
			}
		}
	}

	/** Tells a difference or ratio of two values from a share of their sum. */
	async #byMembers(dimension: Dimension, found: ReadonlyMap<string, Met>, compared: string[]): Promise<void> {
		const { members } = dimension;
		const none = () => new Map<string, (string | number | null)[]>(compared.map((cell) => [cell, []]));
		const [up, down] = [none(), none()];
		if (members.length > MEMBERS_AT_MOST) throw new NotTried('members');
		for (const member of members) {
			const moved = await this.movedBy(dimension, new Map([[member, 1]]));
			for (const cell of compared) {
				const by = moved.get(cell) ?? 0;
				if (by !== 0) (by > 0 ? up : down).get(cell)?.push(member);
			}
		}
		const isSum = (cell: string) => (up.get(cell)?.length ?? 0) > 1 || (down.get(cell)?.length ?? 0) > 1;
		const becomeSum = (cell: string) => {
			const met = found.get(cell);
			if (met) met.meeting = 'summed';
		};
		compared.filter(isSum).forEach(becomeSum);
		const left = compared.filter((cell) => !isSum(cell));
		const tried = new Set(left.flatMap((cell) => up.get(cell) ?? []));
		for (const member of [...tried].slice(0, COMPARED_TRIED)) {
			const far = this.#profile.largest / Number(this.#stepSize());
			const once = await this.movedBy(dimension, new Map([[member, 1e3 * far]]));
			const further = await this.movedBy(dimension, new Map([[member, 1e6 * far]]));
			for (const cell of left.filter((each) => up.get(each)?.includes(member))) {
				const [a, b] = [once.get(cell) ?? 0, further.get(cell) ?? 0];
				if (Math.abs(b) < BOUNDED * Math.abs(a)) becomeSum(cell);
			}
		}
	}

	#stepSize(): number {
		return this.#stroke.whole ? 1 : this.#profile.largest * 1e-6;
	}
}
