import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsSums, knownFrom, roundSystem } from '../../../src/lib/disclosure/rounding.ts';
import { loadSolver } from '../../../src/lib/disclosure/solver.ts';
import { gridSystem, twoWay, type Grid } from './grid.ts';
import oracles from './oracles.json' with { type: 'json' };

const { base, interior, conventional, controlled_handbook: handbook, ...oracle } = oracles.rounding;
const solver = await loadSolver();

/** The figures of a two-way table by its keys, totals included. */
const figures = (grid: Grid) =>
	new Map(gridSystem([grid]).cells.map((cell) => [cell.standings[0]?.key ?? '', cell.value ?? NaN]));

/** What is wrong with rounded figures: they must be adjacent multiples, and the sums must hold. */
function faultsOf(grid: Grid, rounded: ReadonlyMap<number, number>, to: number): string[] {
	const system = gridSystem([grid]);
	const faults = system.cells.flatMap(({ id, value }) => {
		const [number, multiple] = [value ?? NaN, rounded.get(id) ?? NaN];
		const fits = multiple % to === 0 && Math.abs(multiple - number) < to && multiple >= 0;
		const [least, most] = knownFrom(multiple, to);
		return fits && number >= least && number <= most ? [] : [`${number} became ${multiple}`];
	});
	return keepsSums(system, rounded) ? faults : [...faults, 'a sum is broken'];
}

const byId = (grid: Grid, ofKey: ReadonlyMap<string, number>) =>
	new Map(
		gridSystem([grid]).cells.map(({ id, standings }) => [id, ofKey.get(standings[0]?.key ?? '') ?? NaN])
	);

/** The least sum of absolute changes of a two-way table, by trying every choice of its parts. */
function leastChange(rows: readonly number[][], to: number): number | undefined {
	const sums = (table: readonly number[][]) => {
		const across = table.map((row) => row.reduce((sum, each) => sum + each, 0));
		const down = (table[0] ?? []).map((_, at) => table.reduce((sum, row) => sum + (row[at] ?? 0), 0));
		return [...table.flat(), ...across, ...down, across.reduce((sum, each) => sum + each, 0)];
	};
	const truth = sums(rows);
	const width = rows[0]?.length ?? 0;
	const cells = rows.flat();
	const changes = Array.from({ length: 2 ** cells.length }, (_, choice) => {
		const up = cells.map((each, at) =>
			each % to === 0 ? each : to * (Math.floor(each / to) + ((choice >> at) & 1))
		);
		const rounded = sums(rows.map((_row, at) => up.slice(at * width, (at + 1) * width)));
		const fits = rounded.every((each, at) => {
			const number = truth[at] ?? 0;
			return number % to === 0 ? each === number : Math.abs(each - number) < to;
		});
		return fits ? rounded.reduce((sum, each, at) => sum + Math.abs(each - (truth[at] ?? 0)), 0) : Infinity;
	});
	const least = Math.min(...changes);
	return least === Infinity ? undefined : least;
}

describe('the table of the handbook', () => {
	const grid = twoWay(interior);

	it('conventional rounding breaks its sums', () => {
		const nearest = (value: number) => base * Math.round(value / base);
		const truth = gridSystem([grid]);
		const rounded = new Map(truth.cells.map(({ id, value }) => [id, nearest(value ?? NaN)]));
		expect(interior.map((row) => row.map(nearest))).toEqual(conventional.interior);
		const totals = (keys: string[]) => keys.map((key) => nearest(figures(grid).get(key) ?? NaN));
		// The vector has 35 for the last row, whose true total is 12 + 20 = 32: the nearest multiple is 30.
		expect(totals([0, 1, 2].map((at) => `row row${at}, column all`))).toEqual(
			conventional.row_totals.with(2, 30)
		);
		expect(totals([0, 1].map((at) => `row all, column column${at}`))).toEqual(conventional.col_totals);
		expect(totals(['row all, column all'])).toEqual([conventional.total]);
		expect(keepsSums(truth, rounded)).toBe(conventional.additive);
	});

	it("the handbook's solution meets the rules, and ours changes less", () => {
		const theirs = byId(grid, figures(twoWay(handbook.interior)));
		expect(faultsOf(grid, theirs, base)).toEqual([]);
		const changed = gridSystem([grid]).cells.reduce(
			(sum, { id, value }) => sum + Math.abs((theirs.get(id) ?? NaN) - (value ?? NaN)),
			0
		);
		expect(changed).toBe(handbook.sum_abs_change_all_cells);
		const { status, values, change } = roundSystem(gridSystem([grid]), base, solver);
		expect({ status, change }).toEqual({
			status: 'optimal',
			change: oracle.controlled_optimum_sum_abs_change
		});
		expect(faultsOf(grid, values ?? new Map(), base)).toEqual([]);
	});

	it('a published figure stands for the numbers around it', () => {
		expect(knownFrom(0, base)).toEqual(oracle.zero_restricted_interval_for_published_0);
		expect(knownFrom(15, base)).toEqual(oracle.zero_restricted_interval_for_published_15);
	});
});

describe('who knows that the least change was chosen', () => {
	it('knows a figure that no sum ties better than its multiple alone says', () => {
		const [cell] = gridSystem([twoWay(interior)]).cells;
		const [least, most] = knownFrom(15, base);
		const numbers = Array.from({ length: most - least + 1 }, (_, index) => least + index);
		const possible = numbers.filter((value) => {
			const alone = { cells: cell ? [{ ...cell, id: 0, value }] : [], constraints: [], cellOf: new Map() };
			return roundSystem(alone, base, solver).values?.get(0) === 15;
		});
		expect([numbers.length, possible]).toEqual([9, [13, 14, 15, 16, 17]]);
	});
});

describe('any two-way table', () => {
	const tables = fc
		.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 }))
		.chain(([rows, columns]) =>
			fc.array(fc.array(fc.nat(40), { minLength: columns, maxLength: columns }), {
				minLength: rows,
				maxLength: rows
			})
		);

	it('is rounded to adjacent multiples that add up', () => {
		fc.assert(
			fc.property(tables, fc.constantFrom(3, 5, 10), (rows, to) => {
				const { status, values, change } = roundSystem(gridSystem([twoWay(rows)]), to, solver);
				// A two-way table always has such a rounding (Cox 1987).
				expect(status).toBe('optimal');
				expect(faultsOf(twoWay(rows), values ?? new Map(), to)).toEqual([]);
				if (rows.flat().length <= 6) expect(change).toBe(leastChange(rows, to));
			}),
			{ numRuns: 60, verbose: 0 }
		);
	});
});

describe('what cannot be rounded', () => {
	const grid = twoWay(interior);

	it('is told from what was not proven', () => {
		// A total that stays exact leaves its parts no multiples.
		const stays = roundSystem(gridSystem([grid]), base, solver, ({ value }) => value !== 39);
		expect(stays).toEqual({ status: 'none', change: 0 });
		// 15 and 5 would do, but 10 is a multiple already.
		const [cell] = gridSystem([grid]).cells;
		const pair = {
			cells: cell ? [10, 3].map((value, id) => ({ ...cell, id, value })) : [],
			constraints: [{ cells: [0, 1], coefficients: [1, -2], lower: 4, upper: 6, over: '' }],
			cellOf: new Map()
		};
		expect(roundSystem(pair, base, solver).status).toBe('none');
		const stopped: typeof solver = {
			...solver,
			model: (data) => {
				const model = solver.model(data);
				const minimize: typeof model.minimize = (costs, options) => ({
					...model.minimize(costs, options),
					status: 'stopped'
				});
				return {
					...model,
					minimize,
					dispose: () => {
						model.dispose();
					}
				};
			}
		};
		expect(roundSystem(gridSystem([grid]), base, stopped).status).toBe('unproven');
	});

	it('is refused where a figure is withheld or the base is none', () => {
		expect(() => roundSystem(gridSystem([twoWay(interior, ['0,0'])]), base, solver)).toThrow(RangeError);
		expect(() => roundSystem(gridSystem([grid]), 1, solver)).toThrow(RangeError);
	});
});
