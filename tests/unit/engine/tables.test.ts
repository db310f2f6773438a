import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SqlConnection } from '../../../src/lib/engine/duckdb/connection.ts';
import { createDuckDBEngine } from '../../../src/lib/engine/duckdb/engine.ts';
import { EngineFailure } from '../../../src/lib/engine/duckdb/failure.ts';
import { lockDatabase } from '../../../src/lib/engine/duckdb/load.ts';
import { connectNode } from '../../../src/lib/engine/duckdb/node.ts';
import { PackageTables, type TableStates } from '../../../src/lib/engine/duckdb/tables.ts';
import type { Resource } from '../../../src/lib/package/types.ts';
import { ALL_FILES, ALL_RESOURCES } from './allCases.ts';

const GENDERS = { table: 'genders', dimensions: ['year', 'gender'] };
const bytes = (text: string) => new TextEncoder().encode(text);

let connection: SqlConnection;
let told: TableStates[];
let bytesOf: ReturnType<typeof vi.fn<(resource: Resource) => Promise<Uint8Array>>>;
let tables: PackageTables;

beforeEach(async () => {
	connection = await connectNode();
	await lockDatabase(connection);
	told = [];
	bytesOf = vi.fn(async ({ name }: Resource) => ALL_FILES[name] ?? bytes(''));
	tables = new PackageTables(connection, ALL_RESOURCES, { bytesOf, onChange: (states) => told.push(states) });
	return () => connection.close();
}, 60_000);

const asked = () => bytesOf.mock.calls.map(([{ name }]) => name);

describe('the tables of a package', () => {
	it('are loaded once, however often and by however many they are asked for', async () => {
		await Promise.all([tables.load(['genders', 'forms', 'genders']), tables.load(['genders', 'elsewhere'])]);
		await tables.load(['forms']);
		expect(asked()).toEqual(['genders', 'forms']);
		expect(tables.rows).toEqual({ genders: 3, forms: 16 });
		expect(told[0]).toMatchObject({ rows: {}, loading: ['genders'] });
		expect(told.at(-1)).toEqual({ rows: tables.rows, loading: [], failed: {} });
		const left = await connection.run(`SELECT file FROM glob('upload/package/*')`);
		expect(left).toEqual([]);
	});

	it('come with a question that reads them, with the totals and the population that it reads', async () => {
		const engine = createDuckDBEngine(connection, ALL_RESOURCES, tables);
		await engine.answer(GENDERS);
		expect(asked()).toEqual(['genders']);
		await engine.answer({
			table: 'forms',
			dimensions: ['year', 'form'],
			filters: { unit: ['cases'], basis: ['hotline'] },
			shareOf: 'form'
		});
		expect(asked()).toEqual(['genders', 'forms', 'national']);
	});

	it.each([
		['of a network', () => Promise.reject(new EngineFailure('network', 'genders.csv')), 'network'],
		['of a cell', async () => bytes('year,gender,value\n2016,female,many\n'), 'unreadable'],
		[
			'of a cell late in the file',
			async () => bytes(`${new TextDecoder().decode(ALL_FILES['genders'])}x,female,1,,,S1,C,\n`),
			'unreadable'
		]
	])('that do not come because %s fail their question, and are asked for again', async (_, give, kind) => {
		const engine = createDuckDBEngine(connection, ALL_RESOURCES, tables);
		await tables.load(['forms']);
		bytesOf.mockImplementationOnce(give);
		const failure: unknown = await engine.answer(GENDERS).catch((error: unknown) => error);
		expect(failure).toMatchObject({ kind, message: expect.stringContaining('genders.csv') });
		expect(told.at(-1)).toMatchObject({ rows: { forms: 16 }, failed: { genders: failure } });
		await expect(connection.run('FROM genders')).rejects.toThrow('does not exist');
		expect(await engine.answer(GENDERS)).toMatchObject({ refused: false, rows: { length: 3 } });
		expect(told.at(-1)?.failed).toEqual({});
	});

	it('are waited for while a file is on its way, and not without end once it is there', async () => {
		let give: (file: Uint8Array) => void = () => {};
		bytesOf.mockImplementationOnce(() => new Promise((resolve) => (give = resolve)));
		expect(tables.isBusy).toBe(false);
		const loading = tables.load(['genders']);
		const now = performance.now();
		const clock = vi.spyOn(performance, 'now').mockReturnValue(now + 600_000);
		expect(tables.isBusy).toBe(true);
		clock.mockReturnValue(now);
		const stuck = vi.spyOn(connection, 'run').mockReturnValue(new Promise(() => {}));
		give(ALL_FILES['genders'] ?? bytes(''));
		await vi.waitFor(() => expect(stuck).toHaveBeenCalled());
		expect(tables.isBusy).toBe(true);
		clock.mockReturnValue(now + 600_000);
		expect(tables.isBusy).toBe(false);
		vi.restoreAllMocks();
		void loading;
	});
});
