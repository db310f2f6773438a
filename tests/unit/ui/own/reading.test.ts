import { describe, expect, it, vi } from 'vitest';
import type { OwnTable, SqlSession } from '../../../../src/lib/engine/sql/types.ts';
import { Reading } from '../../../../src/lib/ui/own/reading.svelte.ts';

vi.mock('../../../../src/lib/engine/own/browser.ts', () => ({
	lookInWorker: () => Promise.resolve({ columns: [] }),
	writeInWorker: () => Promise.resolve({ csv: new Blob([]), rows: 0, faults: { first: [], count: 0 } })
}));

/** A database that calls a function while it takes a table. */
function databaseOf(onAdd: () => void): { session: SqlSession; tables: Set<string> } {
	const tables = new Set<string>();
	const session: SqlSession = {
		tables: () => Promise.resolve([]),
		countRows: () => Promise.resolve(0),
		run: () => Promise.reject(new Error('not asked')),
		addTable({ name }: OwnTable) {
			tables.add(name);
			onAdd();
			return Promise.resolve();
		},
		dropTable(name) {
			tables.delete(name);
			return Promise.resolve();
		}
	};
	return { session, tables };
}

describe('a table that is being loaded', () => {
	const start = async () => {
		const reading = new Reading(new File(['a\n1\n'], 'calls.csv'), 10);
		await reading.start();
		return reading;
	};

	it('stays when nothing is cancelled', async () => {
		const reading = await start();
		const { session, tables } = databaseOf(() => undefined);
		const kept = await reading.use(() => Promise.resolve(session), []);
		expect(kept?.table.name).toBe('calls');
		expect([...tables]).toEqual(['calls']);
	});

	it('is dropped when the reader cancels meanwhile, and is under review again', async () => {
		const reading = await start();
		const { session, tables } = databaseOf(() => reading.cancel());
		expect(await reading.use(() => Promise.resolve(session), [])).toBeUndefined();
		expect([...tables]).toEqual([]);
		expect(reading.stage).toBe('review');
		expect(reading.message).toBe('');
	});
});
