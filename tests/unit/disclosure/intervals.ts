import type { Highs, Model } from 'highs';
import type { Grid } from './grid.ts';

/** A place of a grid, -1 for all; of several grids that share dimensions it is one name. */
export function nameOf(grid: Grid, place: readonly number[]): string {
	const named = place.flatMap((at, index) =>
		at === -1 ? [] : [`${grid.dimensions[index]?.[0] ?? ''}${at}`]
	);
	return `t_${named.sort().join('_')}`;
}

/** Sums of a grid as whole-number equations in the text form of a solver, written without the code under test. */
export function equationsOf(grid: Grid): string[] {
	const places = grid.dimensions.reduce<number[][]>(
		(all, [, length]) => all.flatMap((place) => [-1, ...Array(length).keys()].map((at) => [...place, at])),
		[[]]
	);
	return places.flatMap((place) =>
		place.flatMap((at, index) => {
			if (at !== -1) return [];
			const parts = [...Array(grid.dimensions[index]?.[1] ?? 0).keys()].map((each) =>
				place.with(index, each)
			);
			return [`${parts.map((each) => nameOf(grid, each)).join(' + ')} - ${nameOf(grid, place)} = 0`];
		})
	);
}

/** What published figures leave open, as a whole-number program of its own. */
export class Open {
	private readonly model: Model;
	private last: number | undefined;

	/**
	 * @param equations such as `a + b - c = 0`, and inequalities
	 * @param published numbers by name; every other name is withheld and at least 1
	 * @param unseen names that no table has, so that they may be 0
	 */
	constructor(
		private readonly highs: Highs,
		equations: readonly string[],
		published: ReadonlyMap<string, number>,
		private readonly names: string[],
		unseen: ReadonlySet<string> = new Set()
	) {
		const rows = [...new Set(equations)];
		const bounds = names.map((each) => {
			const value = published.get(each);
			return value === undefined ? `${each} >= ${unseen.has(each) ? 0 : 1}` : `${each} = ${value}`;
		});
		const lines = ['minimize', names.join(' + '), 'subject to', ...rows, 'bounds', ...bounds];
		const data = [...lines, 'general', ...names, 'end'].join('\n');
		this.model = highs.createModel({ format: 'lp', data });
		this.model.options.set({ output_flag: false, mip_rel_gap: 0 });
		for (const name of names) this.model.changeColCost(this.model.getColByName(name), 0);
	}

	/** The least and greatest whole number of one withheld figure. */
	interval(name: string): [least: number, most: number] {
		const column = this.model.getColByName(name);
		if (this.last !== undefined) this.model.changeColCost(this.last, 0);
		this.last = column;
		const [least = 0, most = 0] = [1, -1].map((sign) => {
			this.model.changeColCost(column, sign);
			this.model.run();
			const { unbounded, unboundedOrInfeasible, optimal } = this.highs.constants.modelStatus;
			const status = this.model.getModelStatus();
			if (status === unbounded || status === unboundedOrInfeasible) return -Infinity * sign;
			if (status !== optimal) throw new Error(`status ${status} for ${name}`);
			return Math.round(this.model.getObjectiveValue()) * sign;
		});
		return [least, most];
	}

	dispose(): void {
		this.model.dispose();
	}
}
