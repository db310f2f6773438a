import type { Highs, InitOptions, Model } from 'highs';

/** A linear model: `rowLower <= A x <= rowUpper`, `lower <= x <= upper`; rows name their columns. */
export interface LinearData {
	lower: number[];
	upper: number[];
	rows: { cells: readonly number[]; coefficients: readonly number[]; lower: number; upper: number }[];
}

/** What solving a model gave; `x` and `reduced` (costs, of linear solves only) have a number a column. */
export interface Solved {
	status: 'optimal' | 'infeasible' | 'unbounded' | 'stopped';
	value: number;
	x: Float64Array;
	reduced: Float64Array;
	/** A proven bound of the objective; of linear solves the objective itself. */
	bound: number;
}

/** A model that is kept between solves, so that each starts from the last. Dispose it. */
export interface LinearModel {
	bounds(column: number, lower: number, upper: number): void;
	/**
	 * Minimizes the sum of cost times column; columns that are not named cost nothing.
	 * @param seconds after which a whole-number solve stops
	 */
	minimize(
		costs: ReadonlyMap<number, number>,
		options?: { whole?: boolean | readonly number[]; seconds?: number }
	): Solved;
	addRow(cells: readonly number[], coefficients: readonly number[], lower: number, upper: number): void;
	dispose(): void;
}

/** Makes models; calls block until they are solved, so a browser does it in a worker. */
export interface Solver {
	/** Name and version, for the log. */
	name: string;
	model(data: LinearData): LinearModel;
}

const OPTIONS = { output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 0.5 };

class HighsModel implements LinearModel {
	private readonly model: Model;
	private readonly columns: number;
	private whole = '';
	private readonly costs: Float64Array;

	constructor(
		private readonly highs: Highs,
		data: LinearData
	) {
		this.columns = data.lower.length;
		this.costs = new Float64Array(this.columns);
		const starts = [0];
		for (const { cells } of data.rows) starts.push((starts.at(-1) ?? 0) + cells.length);
		this.model = highs.createModel({
			numCols: this.columns,
			numRows: data.rows.length,
			colCost: new Float64Array(this.columns),
			colLower: Float64Array.from(data.lower),
			colUpper: Float64Array.from(data.upper),
			rowLower: Float64Array.from(data.rows, ({ lower }) => lower),
			rowUpper: Float64Array.from(data.rows, ({ upper }) => upper),
			matrix: {
				format: 'csr',
				numCols: this.columns,
				numRows: data.rows.length,
				starts: Int32Array.from(starts),
				indices: Int32Array.from(data.rows.flatMap(({ cells }) => [...cells])),
				values: Float64Array.from(data.rows.flatMap(({ coefficients }) => [...coefficients]))
			}
		});
		this.model.options.set(OPTIONS);
	}

	bounds(column: number, lower: number, upper: number): void {
		this.model.changeColBounds(column, lower, upper);
	}

	addRow(cells: readonly number[], coefficients: readonly number[], lower: number, upper: number): void {
		this.model.addRow(lower, upper, { indices: [...cells], values: [...coefficients] });
	}

	private setWhole(whole: boolean | readonly number[]): void {
		const key = Array.isArray(whole) ? whole.join() : String(whole);
		if (key === this.whole) return;
		this.whole = key;
		this.model.clearIntegrality();
		const { integer } = this.highs.constants.variableType;
		const all = whole === true ? [...this.costs.keys()] : whole === false ? [] : whole;
		for (const column of all) this.model.changeColIntegrality(column, integer);
	}

	minimize(
		costs: ReadonlyMap<number, number>,
		{ whole = false, seconds }: { whole?: boolean | readonly number[]; seconds?: number } = {}
	): Solved {
		this.setWhole(whole);
		this.costs.forEach((cost, column) => {
			const wanted = costs.get(column) ?? 0;
			if (cost === wanted) return;
			this.costs[column] = wanted;
			this.model.changeColCost(column, wanted);
		});
		this.model.zeroAllClocks();
		this.model.options.set({ time_limit: seconds ?? 1e9 });
		this.model.run();
		const codes = this.highs.constants.modelStatus;
		const code = this.model.getModelStatus();
		const status =
			code === codes.optimal || code === codes.empty
				? 'optimal'
				: code === codes.infeasible
					? 'infeasible'
					: code === codes.unbounded || code === codes.unboundedOrInfeasible
						? 'unbounded'
						: 'stopped';
		const { colValue, colDual } = this.model.getSolution();
		const value = this.model.getObjectiveValue();
		const bound = whole === false ? value : Number(this.model.info.get('mip_dual_bound'));
		return { status, value, x: colValue, reduced: colDual, bound };
	}

	dispose(): void {
		this.model.dispose();
	}
}

const solvers = new Map<string, Promise<Solver>>();

/**
 * HiGHS, loaded when it is first asked for and then kept.
 * @param address where `highs.wasm` is served; absent in Node, which finds it beside the package
 */
export function loadSolver(address?: string): Promise<Solver> {
	const known = solvers.get(address ?? '');
	if (known) return known;
	const options: InitOptions = address === undefined ? {} : { locateFile: () => address };
	const loading = import('highs').then(async ({ default: load }): Promise<Solver> => {
		const highs = await load(options);
		return {
			name: `HiGHS ${highs.version.string}`,
			model: (data) => new HighsModel(highs, data)
		};
	});
	solvers.set(address ?? '', loading);
	return loading;
}
