import { expect, it } from 'vitest';
import { auditPackage, loadSolver, protectPackage } from '../../../src/lib/disclosure/index.ts';
import type { Side } from '../../../src/lib/package/compare/types.ts';
import type { Table } from '../../../src/lib/package/types.ts';
import { gridTable, packageOf, twoWay } from './grid.ts';

function release(numbers: number[][], hidden: string[] = []): Side {
	const table = gridTable(twoWay(numbers, hidden));
	return { package: packageOf([table], { mode: 'protect' }), tables: { [table.resource.name]: table } };
}

it('what readers have as a number stays one, and what was withheld stays withheld, also where figures were revised', async () => {
	const solver = await loadSolver();
	const before = release(
		[
			[5, 20, 30],
			[25, 35, 45],
			[40, 50, 60]
		],
		['0,0', '0,1', '1,0', '1,1']
	);
	const now = release([
		[5, 90, 30],
		[25, 35, 45],
		[40, 50, 60]
	]);
	const texts = new Map<string, string>([['grid.csv', now.tables.grid ? csvOf(now.tables.grid) : '']]);
	const faultsOf = async (earlier?: Side) => {
		const done = protectPackage(now.package, now.tables, texts, solver, earlier);
		expect(done.faults).toEqual([]);
		const audit = await auditPackage(now.package, done.published, () => Promise.resolve(solver), before);
		return audit.faults.map(({ rule }) => rule);
	};
	expect(await faultsOf()).not.toEqual([]);
	expect(await faultsOf(before)).toEqual([]);
});

/** A table as its file would stand. */
function csvOf({ resource, rows }: Table): string {
	const names = resource.schema.fields.map(({ name }) => name);
	return [names.join(','), ...rows.map((row) => names.map((name) => String(row[name] ?? '')).join(','))].join(
		'\n'
	);
}
