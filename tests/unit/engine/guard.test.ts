import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DuckDBEngine } from '../../../src/lib/engine/duckdb/engine.ts';
import { EngineFailure } from '../../../src/lib/engine/duckdb/failure.ts';
import { ANSWER_AT_MOST, guarded } from '../../../src/lib/engine/duckdb/guard.ts';
import { COMPILING_AT_MOST, Silence, SILENCE_AT_MOST } from '../../../src/lib/engine/duckdb/silence.ts';

const query = { table: 'forms', dimensions: [] };
const told = { refused: true as const, query, code: 'unknown-table' as const, reason: 'none' };

/** An engine whose answers hang until they are settled, under guard. */
function setUp(isBusy = () => false) {
	let crash: (reason: unknown) => void = () => {};
	const crashed = new Promise<never>((_, reject) => (crash = reject));
	const onCrash = vi.fn<(failure: EngineFailure) => void>();
	const settle: (() => void)[] = [];
	const close = vi.fn(async () => {});
	const engine: DuckDBEngine = {
		name: 'duckdb',
		rows: { forms: 3 },
		load: async () => {},
		answer: () => new Promise((resolve) => settle.push(() => resolve(told))),
		close
	};
	return { engine: guarded(engine, { crashed, onCrash, isBusy }), crash, onCrash, settle, close };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a guarded engine', () => {
	it('answers, and an answer that came in time is no crash', async () => {
		const { engine, settle, onCrash } = setUp();
		const answer = engine.answer(query);
		settle.forEach((each) => each());
		expect(await answer).toBe(told);
		expect(engine.rows).toEqual({ forms: 3 });
		await vi.advanceTimersByTimeAsync(2 * ANSWER_AT_MOST);
		expect(onCrash).not.toHaveBeenCalled();
	});

	it('waits as long as the database does something for the reader', async () => {
		let isBusy = true;
		const { engine, settle, onCrash } = setUp(() => isBusy);
		const answer = engine.answer(query);
		await vi.advanceTimersByTimeAsync(5 * ANSWER_AT_MOST);
		isBusy = false;
		settle.forEach((each) => each());
		expect(await answer).toBe(told);
		const late = expect(engine.answer(query)).rejects.toThrow(EngineFailure);
		await vi.advanceTimersByTimeAsync(ANSWER_AT_MOST);
		await late;
		expect(onCrash).toHaveBeenCalledOnce();
	});

	it('rejects what is under way and what comes later once the worker dies', async () => {
		const { engine, crash, onCrash } = setUp();
		const underWay = engine.answer(query);
		const failure = new EngineFailure('broken', 'out of memory');
		crash(failure);
		await expect(underWay).rejects.toBe(failure);
		await expect(engine.answer(query)).rejects.toBe(failure);
		expect(onCrash.mock.calls).toEqual([[failure]]);
	});

	it('rejects after a while without an answer, and counts as crashed', async () => {
		const { engine, onCrash } = setUp();
		const rejected = expect(engine.answer(query)).rejects.toThrow(/10 seconds/);
		await vi.advanceTimersByTimeAsync(ANSWER_AT_MOST - 1);
		expect(onCrash).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(1);
		await rejected;
		expect(onCrash).toHaveBeenCalledOnce();
	});

	it('rejects what is under way when it is closed, which is no crash', async () => {
		const { engine, close, crash, onCrash } = setUp();
		const underWay = expect(engine.answer(query)).rejects.toMatchObject({ kind: 'closed' });
		await engine.close();
		await underWay;
		await expect(engine.answer(query)).rejects.toBeInstanceOf(EngineFailure);
		crash(new EngineFailure('broken', 'late'));
		await vi.advanceTimersByTimeAsync(ANSWER_AT_MOST);
		expect(close).toHaveBeenCalledOnce();
		expect(onCrash).not.toHaveBeenCalled();
	});
});

describe('silence', () => {
	it('is broken after a while without a sign', async () => {
		const silence = new Silence();
		const broken = expect(silence.broken).rejects.toThrow(/30 seconds/);
		await vi.advanceTimersByTimeAsync(SILENCE_AT_MOST - 1);
		silence.heard();
		await vi.advanceTimersByTimeAsync(SILENCE_AT_MOST - 1);
		expect(vi.getTimerCount()).toBe(1);
		await vi.advanceTimersByTimeAsync(1);
		await broken;
	});

	it('may be longer while the module is compiled, whatever else is heard meanwhile', async () => {
		const silence = new Silence();
		const broken = expect(silence.broken).rejects.toThrow(/90 seconds/);
		silence.heard(COMPILING_AT_MOST);
		silence.heard();
		await vi.advanceTimersByTimeAsync(COMPILING_AT_MOST - 1);
		expect(vi.getTimerCount()).toBe(1);
		await vi.advanceTimersByTimeAsync(1);
		await broken;
	});

	it('is short again after an answer, and ends', async () => {
		const silence = new Silence();
		silence.heard(COMPILING_AT_MOST);
		silence.heard(SILENCE_AT_MOST);
		const broken = expect(silence.broken).rejects.toThrow(/30 seconds/);
		await vi.advanceTimersByTimeAsync(SILENCE_AT_MOST);
		await broken;
		const other = new Silence();
		other.end();
		other.heard();
		expect(vi.getTimerCount()).toBe(0);
	});
});
