import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoted } from '../../../src/lib/cube/index.ts';
import type { CubeAnswer } from '../../../src/lib/cube/types.ts';
import type { SqlConnection } from '../../../src/lib/engine/duckdb/connection.ts';
import { createDuckDBEngine } from '../../../src/lib/engine/duckdb/engine.ts';
import { loadTable } from '../../../src/lib/engine/duckdb/load.ts';
import { connectNode } from '../../../src/lib/engine/duckdb/node.ts';
import { createMemoryEngine } from '../../../src/lib/engine/memory.ts';
import { tablesOf } from './fixture.ts';
import { randomCase, type RandomCase } from './random.ts';

const RUNS = 250;

describe('memory and DuckDB', () => {
	let connection: SqlConnection;
	const met = { refused: 0, answered: 0, figures: 0, withheldSums: 0, shares: 0 };

	beforeAll(async () => {
		connection = await connectNode();
	}, 60_000);

	afterAll(() => connection.close());

	function count(answer: CubeAnswer): void {
		met.answered++;
		const isSum = answer.query.dimensions.length < 3;
		for (const row of answer.rows) {
			if (row.value !== null) met.figures++;
			if (row.status === '[c]' && isSum) met.withheldSums++;
			if (typeof row.share === 'number') met.shares++;
		}
	}

	async function compare({ resources, files, queries }: RandomCase): Promise<void> {
		for (const each of resources) {
			await connection.run(`DROP TABLE IF EXISTS ${quoted(each.name)}`);
			await loadTable(connection, each, files[each.name] ?? new Uint8Array());
		}
		const memory = createMemoryEngine(resources, tablesOf(resources, files));
		const duckdb = createDuckDBEngine(connection, resources, {});
		for (const query of queries) {
			const expected = await memory.answer(query);
			expect(await duckdb.answer(query)).toEqual(expected);
			if (expected.refused) met.refused++;
			else count(expected);
		}
	}

	it('give the same whole answers to random queries over random tables', async () => {
		await fc.assert(fc.asyncProperty(randomCase, compare), { numRuns: RUNS });
		for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(4);
	}, 300_000);
});
