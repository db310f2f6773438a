import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quoted } from '../../../src/lib/cube/index.ts';
import type { CubeAnswer } from '../../../src/lib/cube/types.ts';
import type { SqlConnection } from '../../../src/lib/engine/duckdb/connection.ts';
import { createDuckDBEngine } from '../../../src/lib/engine/duckdb/engine.ts';
import { connectNode } from '../../../src/lib/engine/duckdb/node.ts';
import { PackageTables } from '../../../src/lib/engine/duckdb/tables.ts';
import { createMemoryEngine } from '../../../src/lib/engine/memory.ts';
import { tablesOf } from './fixture.ts';
import { figureByHand, rateByHand } from './oracle.ts';
import { randomCase, type RandomCase } from './random.ts';

const RUNS = 250;

describe('memory and DuckDB', () => {
	let connection: SqlConnection;
	const met = { refused: 0, answered: 0, figures: 0, withheldSums: 0, shares: 0, rates: 0 };

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
			if (row.rate && row.value !== null) met.rates++;
		}
	}

	async function compare({ resources, files, queries }: RandomCase): Promise<void> {
		for (const each of resources) {
			await connection.run(`DROP TABLE IF EXISTS ${quoted(each.name)}`);
		}
		const memory = createMemoryEngine(resources, tablesOf(resources, files));
		const duckdb = createDuckDBEngine(
			connection,
			resources,
			new PackageTables(connection, resources, {
				bytesOf: async ({ name }) => files[name] ?? new Uint8Array()
			})
		);
		for (const query of queries) {
			const expected = await memory.answer(query);
			expect(await duckdb.answer(query)).toEqual(expected);
			if (expected.refused) met.refused++;
			else count(expected);
		}
	}

	it('answer each figure as the raw rows have it', async () => {
		let sums = 0;
		let missing = 0;
		const holds = async ({ resources, files, queries }: RandomCase) => {
			const tables = tablesOf(resources, files);
			const table = tables['parts'];
			const memory = createMemoryEngine(resources, tables);
			if (!table) throw new Error('There is no table.');
			for (const query of queries) {
				const answer = await memory.answer(query);
				if (answer.refused) continue;
				for (const row of answer.rows) {
					const { value, status } = figureByHand(table.resource, table.rows, query, row.key);
					if (query.rate) {
						expect(row).toMatchObject(rateByHand(value, tables['residents']?.rows ?? [], query, row));
						continue;
					}
					expect(row).toMatchObject(value === null ? { value } : { value, status });
					const isSum = row.notes.length > 1 || row.sources.length > 1;
					if (isSum && row.value !== null) sums++;
					if (row.status === '[x]') missing++;
				}
			}
		};
		await fc.assert(fc.asyncProperty(randomCase, holds), { numRuns: 2 * RUNS });
		expect(sums).toBeGreaterThan(20);
		expect(missing).toBeGreaterThan(20);
	}, 120_000);

	it('answer the same for a value whether it is kept among others or chosen alone', async () => {
		let compared = 0;
		let shares = 0;
		const holds = async ({ resources, files, queries }: RandomCase) => {
			const memory = createMemoryEngine(resources, tablesOf(resources, files));
			for (const query of queries) {
				const kept = await memory.answer(query);
				if (kept.refused) continue;
				for (const name of query.dimensions) {
					if (name === query.shareOf) continue;
					for (const member of new Set(kept.rows.flatMap((row) => row.key[name] ?? []))) {
						const picked = kept.rows.filter((row) => row.key[name] === member);
						const pinned = await memory.answer({
							...query,
							dimensions: query.dimensions.filter((each) => each !== name),
							filters: { ...query.filters, [name]: [member] }
						});
						if (pinned.refused) {
							// Only a share may be refused as a whole where it was missing in each row.
							expect(pinned.code).toBe('no-published-total');
							expect(picked.every((row) => row.share === null)).toBe(true);
							continue;
						}
						compared++;
						shares += picked.filter((row) => typeof row.share === 'number').length;
						const found = pinned.rows.map((row) => ({ ...row, key: { ...row.key, [name]: member } }));
						expect(found).toEqual(picked);
					}
				}
			}
		};
		await fc.assert(fc.asyncProperty(randomCase, holds), { numRuns: 2 * RUNS });
		expect(compared).toBeGreaterThan(200);
		expect(shares).toBeGreaterThan(20);
	}, 120_000);

	it('give the same whole answers to random queries over random tables', async () => {
		await fc.assert(fc.asyncProperty(randomCase, compare), { numRuns: RUNS });
		for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(4);
	}, 300_000);
});
