import type { Member } from '../../../cube/index.ts';
import type { Field } from '../../../package/types.ts';
import { cellsOf, changes, moves, subsetColumns, type Cells } from './cells.ts';
import { describingCells } from './describing.ts';
import type { CellMakeup } from './influence.ts';
import type { TableProfile } from './profile.ts';
import { fillSql, largeStroke, moveAllSql, moveSql, type Stroke } from './trial.ts';
import type { World } from './world.ts';

/** What the plan says of the functions in a statement. */
export interface Functions {
	/** Whether one adds up. */
	sums: boolean;
	/** Whether one describes values, as a median does. */
	describes: boolean;
}

/**
 * Cells that are no plain numbers, such as a rounded sum, a comparison or a condition on one. They are told by
 * large changes, which go up, or down where nothing follows up.
 */
export class Threshold {
	readonly #profile: TableProfile;
	readonly #world: World;
	readonly #stroke: Stroke;
	readonly #keys: string[];
	readonly #before: Cells;
	readonly #sums: boolean;
	readonly #excused: ReadonlySet<string>;

	private constructor(
		profile: TableProfile,
		world: World,
		at: { stroke: Stroke; keys: string[]; before: Cells; sums: boolean; excused: ReadonlySet<string> }
	) {
		this.#profile = profile;
		this.#world = world;
		this.#stroke = at.stroke;
		this.#keys = at.keys;
		this.#before = at.before;
		this.#sums = at.sums;
		this.#excused = at.excused;
	}

	/** Changes every figure; undefined where nothing of the result follows. */
	static async of(
		profile: TableProfile,
		{ sums, describes }: Functions,
		world: World
	): Promise<Threshold | undefined> {
		for (const direction of [1, -1] as const) {
			const stroke = largeStroke(profile, direction);
			const before = await world.after(moveSql(profile, stroke));
			const after = await world.after(moveAllSql(profile, stroke));
			const keys = subsetColumns(before, after);
			const cells = cellsOf(before, keys);
			if (changes(cells, cellsOf(after, keys)).size === 0) continue;
			const excused = describes ? await describingCells(profile, world, sums, keys) : new Set<string>();
			return new Threshold(profile, world, { stroke, keys, before: cells, sums, excused });
		}
		return undefined;
	}

	/** Where nothing is known to add up, lists, texts and numbers of rows follow without being sums. */
	#changed(after: Cells): Set<string> {
		const found = changes(this.#before, after);
		const far = this.#sums ? undefined : this.#farMoves(after);
		return new Set([...found].filter((cell) => !this.#excused.has(cell) && (!far || far.has(cell))));
	}

	#farMoves(after: Cells): Set<string> {
		const empty = new Map([...this.#before.keys()].map((cell) => [cell, after.get(cell) ?? 0]));
		return new Set(
			[...moves(this.#before, empty)]
				.filter(([, by]) => Math.abs(by) > this.#profile.rows)
				.map(([cell]) => cell)
		);
	}

	async #changedBy(field: Field, members: (string | number | null)[]): Promise<Set<string>> {
		const of = new Map(members.map((member) => [member, 1]));
		const sql = moveSql(this.#profile, this.#stroke, { dimension: field.name, of });
		return this.#changed(cellsOf(await this.#world.after(sql), this.#keys));
	}

	/** What each cell is made of. */
	async makeups(): Promise<CellMakeup[]> {
		const found = new Map<string, CellMakeup>();
		const makeupOf = (cell: string) => {
			const known = found.get(cell) ?? { cell, single: new Map<string, Member>(), several: [] };
			found.set(cell, known);
			return known;
		};
		for (const { field, members } of this.#profile.dimensions) {
			const indexes = new Map<string, number>();
			for (let bit = 1; bit < members.length; bit *= 2) {
				const half = members.filter((_, index) => index & bit);
				const rest = members.filter((_, index) => !(index & bit));
				const byHalf = await this.#changedBy(field, half);
				const byRest = await this.#changedBy(field, rest);
				for (const cell of new Set([...byHalf, ...byRest])) {
					const makeup = makeupOf(cell);
					if (!byHalf.has(cell)) indexes.set(cell, indexes.get(cell) ?? 0);
					else if (!byRest.has(cell)) indexes.set(cell, (indexes.get(cell) ?? 0) + bit);
					else if (!makeup.several.includes(field)) makeup.several.push(field);
				}
			}
			for (const [cell, index] of indexes) {
				const member = members[index];
				const { several, single } = makeupOf(cell);
				if (member !== null && member !== undefined && !several.includes(field))
					single.set(field.name, member);
			}
		}
		for (const { field, members } of this.#profile.dimensions) {
			const [only = null, ...others] = members;
			if (only === null || others.length) continue;
			for (const { single } of found.values()) single.set(field.name, only);
		}
		return [...found.values()];
	}

	/** Whether a cell follows withheld figures, were they very large or far below nothing. */
	async follows(rows: readonly number[]): Promise<boolean> {
		for (const direction of [1, -1] as const) {
			const { step } = largeStroke(this.#profile, direction);
			const sql = fillSql(this.#profile, this.#stroke, rows, Number(step));
			if (this.#changed(cellsOf(await this.#world.after(sql), this.#keys)).size) return true;
		}
		return false;
	}
}
