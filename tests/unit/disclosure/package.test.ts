import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditPackage, loadSolver, protectPackage, type Solver } from '../../../src/lib/disclosure/index.ts';
import { folderFiles } from '../../../src/lib/package/folder.ts';
import { readPackage, type DataPackage, type Table } from '../../../src/lib/package/index.ts';
import { gridTable, packageOf, twoWay } from './grid.ts';
import { sheetsOf, type Sheet } from './sheet.ts';

const FOLDER = 'tests/fixtures/private-line';

let solver: Solver;
let pkg: DataPackage;
let tables: Record<string, Table>;
const texts = new Map([['districts.csv', readFileSync(`${FOLDER}/districts.csv`, 'utf8')]]);

beforeAll(async () => {
	solver = await loadSolver();
	const read = await readPackage(folderFiles(FOLDER));
	expect(read.faults).toEqual([]);
	if (!read.package) throw new Error('no package');
	({ tables } = read);
	pkg = read.package;
});

const rules = async (description: DataPackage, all: Record<string, Table>) =>
	(await auditPackage(description, all, () => Promise.resolve(solver))).faults.map(
		({ file, row, rule }) => `${file}:${row ?? '-'} ${rule}`
	);

describe('a private package', () => {
	it('is protected: no note, share or order of rows tells of a withheld count', () => {
		const done = protectPackage(pkg, tables, texts, solver);
		expect(done.faults).toEqual([]);
		const csv = done.files.get('districts.csv') ?? '';
		const lines = csv.trimEnd().split('\n').slice(1);
		expect(lines.filter((line) => line.includes('[c]'))).toEqual([
			'2020,north,home,[c],,REP,',
			'2020,north,hotel,[c],,REP,',
			'2020,south,home,[c],,REP,',
			'2020,south,hotel,[c],,REP,'
		]);
		expect(lines).toEqual([...lines].sort());
		expect(csv + JSON.stringify(done.log)).not.toContain('CANARY');
		// What is small and what is withheld for its sake is told apart nowhere, nor is a sum of true values.
		expect(JSON.stringify(done.log)).not.toMatch(/primar|complement|sum|cost/i);
		expect(done.log).toMatchObject({ audit: { withheld: 4, faults: 0 } });
	});

	it('is refused as it is, and what is said of it holds no number of it', async () => {
		const { faults } = await auditPackage(pkg, tables, () => Promise.resolve(solver));
		expect(faults.map(({ row, value }) => [row, value])).toEqual([
			[16, 'year 2020, district south, venue home'],
			[17, 'year 2020, district north, venue hotel']
		]);
	});

	it('can be published again once it is protected, and is only reported on where it informs', async () => {
		const informed = { ...pkg, disclosure: { mode: 'inform' as const, reason: 'Public already.' } };
		const audit = await auditPackage(informed, tables, () => Promise.resolve(solver));
		expect([audit.faults.length, audit.notes.length]).toEqual([0, 2]);
	});
});

describe('what protection writes', () => {
	const shown = (mode: 'inform' | 'off') => {
		const twin = gridTable({
			...twoWay([
				[5, 30],
				[40, 50]
			]),
			name: 'twin'
		});
		const resource = { ...twin.resource, disclosure: { mode, reason: 'Known.' } };
		return { ...twin, resource };
	};

	it.each(['inform', 'off'] as const)(
		'is refused where a table in the mode %s shows what is withheld',
		(mode) => {
			const grid = gridTable(
				twoWay([
					[5, 30],
					[40, 50]
				])
			);
			const fields = ['row', 'column', 'value'];
			const csv = [fields, ...grid.rows.map((row) => fields.map((name) => row[name]))].join('\n');
			const both = { grid, twin: shown(mode) };
			const files = new Map([['grid.csv', csv]]);
			const done = protectPackage(packageOf(Object.values(both), { mode: 'protect' }), both, files, solver);
			expect(done.faults.map(({ rule }) => rule)).toContain(
				'a withheld figure is published in another place'
			);
			const alone = protectPackage(packageOf([grid], { mode: 'protect' }), { grid }, files, solver);
			expect(alone.faults).toEqual([]);
		}
	);

	it('withholds for the sake of others what no open table shows, though it costs more', () => {
		const forms: Sheet = {
			name: 'forms',
			columns: ['form'],
			rows: ['labor, 3', 'sex, 12', 'both, 60', 'all, 75'],
			additive: ['form']
		};
		const shown: Sheet = {
			...{ name: 'shown', columns: ['form'], rows: ['sex, 12'] },
			disclosure: { mode: 'inform', reason: 'Known.' }
		};
		const withheld = (...sheets: Sheet[]) => {
			const { pkg, tables, texts } = sheetsOf(sheets);
			const { files, faults } = protectPackage(pkg, tables, texts, solver);
			return [...faults, ...(files.get('forms.csv')?.match(/\w+(?=,\[c\])/g) ?? [])];
		};
		expect(withheld(forms)).toEqual(['labor', 'sex']);
		expect(withheld(forms, shown)).toEqual(['both', 'labor']);
		// Where there is none, each fault is told once, by the line of the private file.
		const all = { ...shown, rows: forms.rows.slice(1) };
		const last = { ...forms, rows: forms.rows.toReversed() };
		expect(withheld(last, all)).toMatchObject([{ row: 5, value: 'form labor' }, 'labor']);
	});

	it('has no checksum of a private file', () => {
		const raw = readFileSync(`${FOLDER}/datapackage.json`, 'utf8');
		const resources = pkg.resources.map((each) => ({ ...each, hash: 'sha256:private', bytes: 1 }));
		const told = JSON.stringify({ ...(JSON.parse(raw) as object), resources });
		const done = protectPackage(pkg, tables, new Map([...texts, ['datapackage.json', told]]), solver);
		const written = JSON.parse(done.files.get('datapackage.json') ?? '') as typeof pkg;
		const kept = written.resources.filter((each) => 'hash' in each || 'bytes' in each);
		expect(kept.map(({ path }) => path)).toEqual(
			pkg.resources.map(({ path }) => path).filter((path) => !done.files.has(path))
		);
		expect(
			protectPackage(pkg, tables, new Map([...texts, ['datapackage.json', raw]]), solver).files.has(
				'datapackage.json'
			)
		).toBe(false);
	});
});

describe('what stands beside a withheld figure', () => {
	const hide = (table: Table, value: number, change: object = {}): Table => ({
		...table,
		rows: table.rows.map((row) =>
			row.value === value ? { ...row, value: null, status: '[c]', ...change } : row
		)
	});

	it('must not be the same figure in another table', async () => {
		const one = hide(
			gridTable(
				twoWay([
					[20, 30],
					[40, 50]
				])
			),
			30
		);
		const other = gridTable({
			...twoWay([
				[20, 30],
				[40, 50]
			]),
			name: 'other'
		});
		const both = { grid: one, other };
		expect(await rules(packageOf([one, other], { mode: 'protect' }), both)).toEqual([
			'grid.csv:3 a withheld figure is published in another place'
		]);
		const apart = gridTable({
			...twoWay([
				[20, 30],
				[40, 50]
			]),
			name: 'other',
			scope: 'Another line'
		});
		const found = await rules(packageOf([one, apart], { mode: 'protect' }), { grid: one, other: apart });
		// By itself it is known exactly, and yet no small count.
		expect(found).toEqual([]);
	});

	it('must not be a number without a role, nor what was computed from it', async () => {
		const shown = hide(tables['districts'] as Table, 4, { note: null });
		const found = await rules(pkg, { ...tables, districts: shown });
		expect(found.some((each) => each.includes('a number of the column share stands beside'))).toBe(true);
		const base = gridTable(
			twoWay([
				[5, 30],
				[40, 50]
			])
		);
		const derived = { where: { row: ['row1'] }, of: { row: 'row0' } };
		const resource = { ...base.resource, disclosure: { derived: [derived] } };
		const table = hide({ ...base, resource }, 5);
		expect(await rules(packageOf([table], { mode: 'protect' }), { grid: table })).toContain(
			'grid.csv:5 it was computed from a withheld figure'
		);
	});
});

it('an earlier release and this one together must not give a figure away', async () => {
	const numbers = [
		[20, 5, 30],
		[40, 50, 9],
		[12, 33, 60]
	];
	const hidden = ['0,0', '0,1', '1,0', '1,1', '1,2', '0,2'];
	const now = packageOf([gridTable(twoWay(numbers, hidden))], { mode: 'protect' });
	const table = (places: string[]) => ({ grid: gridTable(twoWay(numbers, places)) });
	const found = async (before: string[]) => {
		const earlier = { package: now, tables: table(before) };
		const audit = await auditPackage(now, table(hidden), () => Promise.resolve(solver), earlier);
		return audit.faults.map(({ rule }) => rule);
	};
	expect(await found(hidden)).toEqual([]);
	expect(await found(hidden.slice(1))).toContain(
		'a withheld figure stands as a number in the earlier release (grid.csv (earlier release):2)'
	);
});
