import { expect, it } from 'vitest';
import { auditPackage, loadSolver, protectPackage } from '../../../src/lib/disclosure/index.ts';
import type { Side } from '../../../src/lib/package/compare/types.ts';
import type { Table } from '../../../src/lib/package/types.ts';
import { gridTable, packageOf, twoWay } from './grid.ts';
import { sheetsOf } from './sheet.ts';

function release(numbers: number[][], hidden: string[] = []): Side {
	const table = gridTable(twoWay(numbers, hidden));
	return { package: packageOf([table], { mode: 'protect' }), tables: { [table.resource.name]: table } };
}

/** A release with a word of its description replaced wherever it stands. */
function calledOtherwise({ package: pkg, tables }: Side, word: string, other: string): Side {
	const text = JSON.stringify({ pkg, tables }).replaceAll(word, other);
	const made = JSON.parse(text) as { pkg: Side['package']; tables: Side['tables'] };
	return { package: made.pkg, tables: made.tables };
}

it.each([
	['nothing', '"', '"'],
	['its unit', '"unit":"cases"', '"unit":"people"'],
	['its scope', '"unit":"cases"', '"unit":"cases","scope":"Women, 2021"'],
	['a column', '"row"', '"kind"'],
	['the table', '"grid', '"old']
])(
	'what readers have as a number stays one, and what was withheld stays withheld, where figures were revised and %s was called otherwise',
	async (_, word, other) => {
		const solver = await loadSolver();
		const before = release(
			[
				[5, 20, 30],
				[25, 35, 45],
				[40, 50, 60]
			],
			['0,0', '0,1', '1,0', '1,1']
		);
		const earlier = calledOtherwise(before, word, other);
		const now = release([
			[5, 90, 30],
			[25, 35, 45],
			[40, 50, 60]
		]);
		const texts = new Map<string, string>([['grid.csv', now.tables.grid ? csvOf(now.tables.grid) : '']]);
		const faultsOf = async (known?: Side) => {
			const done = protectPackage(now.package, now.tables, texts, solver, known);
			expect(done.faults).toEqual([]);
			const audit = await auditPackage(now.package, done.published, () => Promise.resolve(solver), earlier);
			return audit.faults.map(({ rule }) => rule);
		};
		expect(await faultsOf()).not.toEqual([]);
		expect(await faultsOf(earlier)).toEqual([]);
	}
);

it('a table that the new release has no more is still known: what was withheld in it must not follow from a new total', async () => {
	const solver = await loadSolver();
	const sexes = sheetsOf([
		{
			name: 'sexes',
			columns: ['@year', 'sex'],
			rows: ['2020, women, 44', '2020, men, 25', '2021, women, 52', '2021, men, [c]']
		}
	]);
	const totals = sheetsOf([{ name: 'totals', columns: ['@year'], rows: ['2020, 69', '2021, 56'] }]);
	const earlier = { package: sexes.pkg, tables: sexes.tables };
	const audit = await auditPackage(totals.pkg, totals.tables, () => Promise.resolve(solver), earlier);
	expect(audit.faults.map(({ file, row }) => `${file}:${row}`)).toEqual(['sexes.csv (earlier release):5']);
	const done = protectPackage(totals.pkg, totals.tables, totals.texts, solver, earlier);
	expect(done.faults).toEqual([]);
	expect(done.published['totals']?.rows.map(({ value }) => value)).toEqual([69, null]);
});

/** A table as its file would stand. */
function csvOf({ resource, rows }: Table): string {
	const names = resource.schema.fields.map(({ name }) => name);
	return [names.join(','), ...rows.map((row) => names.map((name) => String(row[name] ?? '')).join(','))].join(
		'\n'
	);
}
