import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { protect } from '../../../scripts/data/protect.ts';
import {
	loadSolver,
	protectPackage,
	type ProtectedPackage,
	type Solver
} from '../../../src/lib/disclosure/index.ts';
import { partsOf } from '../../../src/lib/disclosure/parts.ts';
import type { Table } from '../../../src/lib/package/types.ts';
import { gridTable, packageOf } from './grid.ts';
import { randomFrom, randomGrids } from './random.ts';

const FIXTURE = 'tests/fixtures/private-line';
const folders: string[] = [];
let solver: Solver;

beforeAll(async () => {
	solver = await loadSolver();
});

afterEach(() => {
	vi.restoreAllMocks();
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function newFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'same-copy-'));
	folders.push(folder);
	return folder;
}

/** Every file below a folder with its bytes as text. */
function contents(folder: string): Record<string, string> {
	const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
	return Object.fromEntries(
		names.map((each) => {
			const file = path.join(each.parentPath, each.name);
			return [path.relative(folder, file), readFileSync(file, 'latin1')];
		})
	);
}

/**
 * The private fixture with other figures where they are withheld: what one of the four gains its neighbours lose, so
 * that every sum stays. Notes and shares beside them change too, and the rows stand in another order.
 */
function otherFixture(moved: number, note: string, order: number): string {
	const folder = newFolder();
	for (const name of ['datapackage.json', 'sources.csv']) {
		writeFileSync(path.join(folder, name), readFileSync(path.join(FIXTURE, name)));
	}
	writeFileSync(path.join(folder, 'unnamed.csv'), `working,${moved}\n`);
	const { data } = Papa.parse<Record<string, string>>(
		readFileSync(path.join(FIXTURE, 'districts.csv'), 'utf8'),
		{
			header: true,
			skipEmptyLines: true
		}
	);
	const signs: Record<string, number> = {
		'north home': 1,
		'south home': -1,
		'north hotel': -1,
		'south hotel': 1
	};
	const changed = data.map((row) => {
		const sign = signs[`${row['district']} ${row['venue']}`];
		if (sign === undefined) return row;
		return {
			...row,
			value: String(Number(row['value']) + sign * moved),
			share: String(100 + sign * moved),
			note
		};
	});
	const random = randomFrom(order);
	const shuffled = changed
		.map((row) => ({ row, at: random() }))
		.sort((one, other) => one.at - other.at)
		.map(({ row }) => row);
	writeFileSync(path.join(folder, 'districts.csv'), Papa.unparse(shuffled, { newline: '\n' }));
	return folder;
}

async function published(folder: string): Promise<Record<string, string>> {
	const out = path.join(newFolder(), 'public');
	mkdirSync(out);
	expect(await protect(folder, out)).toBe(0);
	return contents(out);
}

it('private folders that differ only in what is withheld give the same public folder, byte for byte', async () => {
	vi.spyOn(console, 'log').mockReturnValue(undefined);
	const first = await published(FIXTURE);
	expect(Object.keys(first).sort()).toEqual([
		'datapackage.json',
		'disclosure-log.json',
		'districts.csv',
		'sources.csv'
	]);
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: -3, max: 3 }),
			fc.string({ minLength: 1 }),
			fc.integer({ min: 1, max: 1000 }),
			async (moved, note, order) => {
				expect(await published(otherFixture(moved, note, order))).toEqual(first);
			}
		),
		{ numRuns: 15 }
	);
});

/** The files of a protected package and its log. */
const copyOf = (done: ProtectedPackage) => JSON.stringify([[...done.files], done.log]);

function protectedGrids(tables: readonly Table[], threshold: number): ProtectedPackage {
	const named = Object.fromEntries(tables.map((table) => [table.resource.name, table]));
	const texts = new Map(
		tables.map(({ resource, rows }) => [resource.path, textOf(resource.schema.fields, rows)])
	);
	return protectPackage(packageOf([...tables], { mode: 'protect', threshold }), named, texts, solver);
}

function textOf(fields: { name: string }[], rows: Table['rows']): string {
	return Papa.unparse([
		fields.map(({ name }) => name),
		...rows.map((row) => fields.map(({ name }) => row[name]))
	]);
}

/** The tables with other true values near the first, that agree with everything that was published of them. */
function otherTruth(tables: readonly Table[], done: ProtectedPackage, seed: number): Table[] {
	const random = randomFrom(seed);
	const { system } = done.protection;
	const [truth, values] = [new Map<number, number>(), new Map<number, number>()];
	for (const { resource, rows } of tables) {
		rows.forEach((row, index) =>
			truth.set(system.cellOf.get(resource.name)?.[index] ?? -1, Number(row['value']))
		);
	}
	for (const part of partsOf(system)) {
		const model = solver.model(part);
		const costs = new Map(part.cells.map((_, index) => [index, random() - 0.5]));
		part.cells.forEach(({ id }, index) => {
			const value = truth.get(id) ?? 0;
			model.bounds(
				index,
				Math.max(part.lower[index] ?? 0, value - 2),
				Math.min(part.upper[index] ?? 0, value + 2)
			);
		});
		const { status, x } = model.minimize(costs, { whole: true, seconds: 2 });
		model.dispose();
		if (status === 'optimal') part.cells.forEach(({ id }, at) => values.set(id, Math.round(x[at] ?? 0)));
	}
	return tables.map((table) => ({
		...table,
		rows: table.rows.map((row, index) => {
			const id = system.cellOf.get(table.resource.name)?.[index];
			return { ...row, value: (id === undefined ? undefined : values.get(id)) ?? row['value'] ?? null };
		})
	}));
}

it('random tables that differ only in what is withheld give the same files and log', () => {
	let compared = 0;
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 1000 }), (seed, other) => {
			const tables = randomGrids(seed).map(gridTable);
			const done = protectedGrids(tables, 11);
			const changed = otherTruth(tables, done, other);
			const again = protectedGrids(changed, 11);
			const same = [...done.protection.hidden].join() === [...again.protection.hidden].join();
			const isOther = changed.some(
				({ rows }, at) => JSON.stringify(rows) !== JSON.stringify(tables[at]?.rows)
			);
			if (!same || !isOther) return;
			compared++;
			expect(copyOf(again)).toBe(copyOf(done));
		}),
		{ numRuns: 20, examples: [[2205, 837]] }
	);
	expect(compared).toBeGreaterThan(2);
}, 60_000);
