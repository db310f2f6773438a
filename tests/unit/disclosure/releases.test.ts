import { beforeAll, describe, expect, it } from 'vitest';
import { auditPackage, loadSolver, protectPackage, type Solver } from '../../../src/lib/disclosure/index.ts';
import type { Side } from '../../../src/lib/package/compare/types.ts';
import type { Field, Resource, Row, Table } from '../../../src/lib/package/types.ts';
import { gridTable, packageOf, twoWay } from './grid.ts';

let solver: Solver;

beforeAll(async () => {
	solver = await loadSolver();
});

function release(...tables: Table[]): Side {
	const pkg = packageOf(tables, { mode: 'protect' });
	return { package: pkg, tables: Object.fromEntries(tables.map((table) => [table.resource.name, table])) };
}

async function faults(now: Side, before?: Side): Promise<string[]> {
	const audit = await auditPackage(now.package, now.tables, () => Promise.resolve(solver), before);
	return audit.faults.map(({ file, row, column, rule }) => `${file}:${row ?? '-'}:${column ?? ''} ${rule}`);
}

const HIDDEN = ['0,0', '0,1', '1,0', '1,1'];
const grid = (numbers: number[][], hidden = HIDDEN) => release(gridTable(twoWay(numbers, hidden)));

describe('a sum of withheld figures that changed between two releases', () => {
	const before = [
		[20, 30, 40],
		[25, 35, 45],
		[12, 33, 60]
	];
	// The first row and the first column gain so many, and nothing else changes.
	const grown = (by: number) =>
		before.map((row, at) => row.map((each, index) => (at + index === 0 ? each + by : each)));

	it('must not tell of fewer people than the threshold, up or down', async () => {
		for (const by of [1, 10, -10]) {
			// Two sums over one figure changed, and it is told once.
			expect(await faults(grid(grown(by)), grid(before))).toEqual([
				'grid.csv:2: a sum of withheld figures changed by fewer than 11 since the earlier release'
			]);
			expect(await faults(grid(grown(by)))).toEqual([]);
		}
	});

	it('is counted once, with the figures of the new release alone', async () => {
		const [now, old] = [grid(grown(11)), grid(before)];
		const audit = await auditPackage(now.package, now.tables, () => Promise.resolve(solver), old);
		expect([audit.figures, audit.withheld]).toEqual([16, 4]);
	});

	it('may change by more, and may stay', async () => {
		for (const by of [0, 11, -11]) expect(await faults(grid(grown(by)), grid(before))).toEqual([]);
	});
});

/** Cases by form in each year and over all years, of which only some need be listed; `null` is withheld. */
function years(numbers: Record<string, [a: number | null, b: number | null]>, isComplete: boolean): Side {
	const category = (value: string, kind?: 'total') => ({ value, label: value, ...(kind ? { kind } : {}) });
	const fields: Field[] = [
		{ name: 'year', type: 'string', role: 'time', categories: [category('all', 'total')] },
		{ name: 'form', type: 'string', role: 'category', categories: [category('a'), category('b')] },
		{ name: 'value', type: 'integer', role: 'value' }
	];
	const rows = Object.entries(numbers).flatMap(([year, pair]) =>
		pair.map((value, at): Row => ({ year, form: at ? 'b' : 'a', value, status: value === null ? '[c]' : '' }))
	);
	const resource: Resource = {
		name: 'years',
		path: 'years.csv',
		type: 'table',
		title: 'Years',
		description: 'Years',
		unit: 'cases',
		schema: { fields, primaryKey: ['year', 'form'] },
		additivity: [
			{
				dimension: 'year',
				additivity: 'additive',
				reason: 'Made up.',
				...(isComplete ? { complete: [{ form: ['a', 'b'] }] } : {})
			}
		]
	};
	return release({ resource, rows, lines: rows.map((_, index) => index + 2) });
}

describe('two all-years totals', () => {
	const DERIVABLE = 'years.csv:6: a withheld figure can be worked out to fewer than 11 values';

	it.each([true, false])(
		'must not give away the year between them (years complete: %s)',
		async (isComplete) => {
			const before = years({ 2021: [null, 40], 2022: [null, 50], all: [60, 90] }, isComplete);
			const now = years({ 2021: [null, 40], 2022: [null, 50], 2023: [null, 30], all: [67, 120] }, isComplete);
			expect(await faults(now)).toEqual([]);
			expect(await faults(now, before)).toEqual([DERIVABLE]);
		}
	);

	it('also where the year before was revised', async () => {
		const before = years({ 2021: [30, 40], all: [90, 90] }, false);
		const now = years({ 2021: [33, 40], 2022: [null, 30], all: [100, 120] }, false);
		expect(await faults(now)).toEqual([]);
		expect(await faults(now, before)).toEqual([DERIVABLE.replace('6', '4')]);
	});

	it('of other years are other figures, and a withheld one may follow a published one', async () => {
		const before = years({ 2021: [30, 40], all: [30, 40] }, true);
		const now = years({ 2021: [30, 40], 2022: [null, 30], all: [null, 70] }, true);
		expect(await faults(now, before)).toEqual([]);
		expect(await faults(years({ 2021: [30, 40], all: [null, 40] }, false), before)).toContain(
			'years.csv:4: a withheld figure stands as a number in the earlier release (years.csv (earlier release):4)'
		);
	});
});

/** The table of versions of a grid's figures. */
function versionsOf(rows: Row[]): Table {
	const { resource } = gridTable(twoWay([[1, 2]]));
	const fields: Field[] = [
		...resource.schema.fields.filter(({ role }) => role !== 'value'),
		{ name: 'published', type: 'string' },
		{ name: 'standing', type: 'string' },
		{ name: 'value', type: 'integer', role: 'value' }
	];
	return {
		resource: {
			...resource,
			name: 'versions',
			path: 'versions.csv',
			schema: { fields },
			additivity: []
		},
		rows: rows.map((row) => ({ status: '', published: '2020', standing: 'old', ...row })),
		lines: rows.map((_, index) => index + 2)
	};
}

describe('the table of versions', () => {
	const numbers = [
		[20, 30, 40],
		[25, 35, 45],
		[12, 33, 60]
	];
	const withVersions = (rows: Row[], hidden = HIDDEN): Side => {
		const { package: pkg, tables } = release(gridTable(twoWay(numbers, hidden)), versionsOf(rows));
		const standings = { old: 'superseded' } as const;
		const revisions = { resource: 'versions', published: 'published', standing: 'standing', standings };
		return { package: { ...pkg, revisions }, tables };
	};
	const ROWS = [
		{ row: 'row0', column: 'column0', value: 21 },
		{ row: 'row0', column: 'column0', value: 22 },
		{ row: 'row0', column: 'all', value: 91 }
	];
	const OLDER = (row: number, table = 'versions.csv') =>
		`${table}:${row}:value the table of revisions has a number of a withheld figure (grid.csv:2)`;

	it('must not have an older number of a withheld figure', async () => {
		expect(await faults(withVersions(ROWS))).toEqual([OLDER(2), OLDER(3)]);
		const masked = ROWS.map((row) => (row.column === 'all' ? row : { ...row, value: null, status: '[c]' }));
		expect(await faults(withVersions(masked))).toEqual([]);
		expect(await faults(withVersions(masked), withVersions(ROWS))).toEqual([
			OLDER(2, 'versions.csv (earlier release)'),
			OLDER(3, 'versions.csv (earlier release)')
		]);
	});

	it('may have several numbers of a figure that is published', async () => {
		expect(await faults(withVersions(ROWS, []))).toEqual([]);
	});

	it('is withheld with its figures where a package is protected', () => {
		const small = withVersions(ROWS, []);
		small.tables['grid'] = gridTable(twoWay([[5, 30, 40], ...numbers.slice(1)]));
		const texts = new Map(
			Object.values(small.tables).map(({ resource, rows }) => {
				const names = resource.schema.fields.map(({ name }) => name);
				const lines = rows.map((row) => names.map((name) => String(row[name] ?? '')).join());
				return [resource.path, `${[names.join(), ...lines].join('\n')}\n`];
			})
		);
		const done = protectPackage(small.package, small.tables, texts, solver);
		expect(done.faults).toEqual([]);
		expect(done.files.get('versions.csv')?.match(/,\[c\]/g)).toHaveLength(2);
		expect(done.files.get('versions.csv')).toContain(',91');
	});
});

it('a total of which all fall into one category is reported on, and is no fault', async () => {
	const notes = async (numbers: number[][]) => {
		const { package: pkg, tables } = release(gridTable(twoWay(numbers)));
		const audit = await auditPackage(pkg, tables, () => Promise.resolve(solver));
		expect(audit.faults).toEqual([]);
		return audit.notes.map(({ row, rule }) => `${row} ${rule.slice(0, 20)}`);
	};
	const others = [
		[30, 40, 50],
		[60, 70, 80]
	];
	expect(await notes([[20, 0, 0], ...others])).toEqual(['2 all of a total fall ']);
	expect(await notes([[20, 30, 0], ...others])).toEqual([]);
});
