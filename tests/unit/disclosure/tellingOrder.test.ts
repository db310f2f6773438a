import { expect, it } from 'vitest';
import { protectPackage } from '../../../src/lib/disclosure/index.ts';
import { loadSolver } from '../../../src/lib/disclosure/solver.ts';
import { gridTable, packageOf } from './grid.ts';

const solver = await loadSolver();

/** What is told of a table of years, whose categories have these figures in each. */
function tellingOf(...years: number[][]) {
	const table = gridTable({
		dimensions: [
			['year', years.length],
			['kind', years[0]?.length ?? 0]
		],
		count: ([year = 0, kind = 0]) => years[year]?.[kind] ?? 0
	});
	const { resource, rows } = table;
	const names = resource.schema.fields.map(({ name }) => name);
	const csv = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].join('\n');
	const pkg = packageOf([table], { mode: 'protect', threshold: 11 });
	const done = protectPackage(pkg, { grid: table }, new Map([['grid.csv', csv]]), solver);
	return done.telling.map(({ path, column }) => `${path} ${column}`);
}

it('says which list of categories would tell where a withheld figure lies, by the slices that hold one', () => {
	const told = ['grid.csv kind'];
	expect(tellingOf([90, 40, 13, 4])).toEqual(told);
	expect(tellingOf([4, 13, 40, 90])).toEqual(told);
	expect(tellingOf([90, 40, 13, 4], [95, 41, 41, 8])).toEqual(told);
	expect(tellingOf([40, 90, 13, 4])).toEqual([]);
	expect(tellingOf([90, 13, 4])).toEqual([]);
	expect(tellingOf([90, 40, 30, 20])).toEqual([]);
});
