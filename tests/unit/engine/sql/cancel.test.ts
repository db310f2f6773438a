import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserDriver } from '../../../../src/lib/engine/duckdb/browserDriver.ts';
import { Work } from '../../../../src/lib/engine/duckdb/work.ts';
import { Stuck, type SqlDriver } from '../../../../src/lib/engine/sql/driver.ts';
import { createSqlSession } from '../../../../src/lib/engine/sql/session.ts';
import { Trials } from '../../../../src/lib/engine/sql/trials.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<never>(() => {});
const REASON = new Error('enough');

/** A database that knows no SQL, and never ends what starts with one of the words. */
async function driverOf(hangs: RegExp, isObedient = false) {
	let stop = (_: Error) => {};
	const cancelSent = vi.fn(async () => {
		if (isObedient) stop(new Error('interrupted'));
	});
	const sent: string[] = [];
	const batch = (row: object) => ({ numRows: 1, numCols: 0, toArray: () => [{ toJSON: () => row }] });
	const connection = {
		cancelSent,
		query: async (sql: string) => {
			if (hangs.test(sql)) await never;
			return { toArray: () => [] };
		},
		send: (sql: string) => {
			sent.push(sql);
			if (hangs.test(sql)) return new Promise((_, reject) => (stop = reject));
			async function* batches() {
				yield batch({ explain_value: '[]', column_name: 'n', column_type: 'INTEGER' });
			}
			return Promise.resolve(batches());
		}
	};
	const database = {
		connect: async () => connection,
		tokenize: async () => ({ offsets: [0], types: [0] })
	};
	const driver = await browserDriver(database as unknown as AsyncDuckDB, new Work(never));
	return { driver, cancelSent, sent };
}

async function outcome(work: (signal: AbortSignal) => Promise<unknown>) {
	const controller = new AbortController();
	const settled = vi.fn();
	work(controller.signal).then(settled, settled);
	await vi.advanceTimersByTimeAsync(100);
	expect(settled).not.toHaveBeenCalled();
	controller.abort(REASON);
	await vi.advanceTimersByTimeAsync(1900);
	const early: unknown = settled.mock.calls[0]?.[0];
	await vi.advanceTimersByTimeAsync(200);
	return { early, late: settled.mock.calls[0]?.[0] as unknown };
}

const NONE = { has: () => false, load: async () => {} };

describe('stopping a statement', () => {
	it.each([
		['the plan', /^EXPLAIN \(FORMAT/, 'SELECT 1'],
		['the columns', /^DESCRIBE/, 'SELECT 1'],
		['a statement that explains', /^EXPLAIN ANALYZE/, 'EXPLAIN ANALYZE SELECT 1'],
		['what makes a name', /^CREATE TEMP/, 'CREATE TEMP VIEW v AS SELECT 1']
	])('gives up after two seconds where %s never ends', async (_, hangs, sql) => {
		const { driver, cancelSent } = await driverOf(hangs);
		const words = sql.split(' ');
		const tokens = words.map((__, index) => ({
			from: words.slice(0, index).join(' ').length + Number(index > 0),
			isComment: false
		}));
		const session = createSqlSession({ ...driver, tokens: async () => tokens }, [], NONE);
		const { early, late } = await outcome((signal) => session.run(sql, { limit: 10, signal }));
		expect(early).toBeUndefined();
		expect(late).toBeInstanceOf(Stuck);
		expect(cancelSent).toHaveBeenCalled();
	});

	it('ends with the reason where the database obeys', async () => {
		const { driver } = await driverOf(/^EXPLAIN/, true);
		const tokens = async () => [{ from: 0, isComment: false }];
		const session = createSqlSession({ ...driver, tokens }, [], NONE);
		const { early } = await outcome((signal) => session.run('SELECT', { limit: 10, signal }));
		expect(early).toBe(REASON);
	});
});

describe('trials', () => {
	const trial = async (trials: Trials) => {
		try {
			return await trials.run('BEGIN; SELECT 1');
		} catch {
			return [];
		} finally {
			await trials.run('ROLLBACK');
		}
	};

	it('are given up as stuck, though the guard takes every error for a doubt', async () => {
		const { driver } = await driverOf(/^BEGIN/);
		const trials = new Trials(driver);
		const { early, late } = await outcome((signal) => trials.during(signal, () => trial(trials)));
		expect(early).toBeUndefined();
		expect(late).toBeInstanceOf(Stuck);
	});

	it('end their transaction though they were stopped', async () => {
		const ran: string[] = [];
		const driver: Pick<SqlDriver, 'run'> = {
			run: async (sql, signal) => {
				signal?.throwIfAborted();
				ran.push(sql);
				return [];
			}
		};
		const trials = new Trials(driver);
		const stopped = trials.during(AbortSignal.abort(REASON), () => trial(trials));
		await expect(stopped).rejects.toBe(REASON);
		expect(ran).toEqual(['ROLLBACK']);
	});
});
