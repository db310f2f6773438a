import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlConnection } from '../../../../src/lib/engine/duckdb/connection.ts';
import { connectNode } from '../../../../src/lib/engine/duckdb/node.ts';
import { createMemoryEngine } from '../../../../src/lib/engine/memory.ts';
import { codeOf } from '../../../../src/lib/outputs/code/index.ts';
import { dimensionsOf } from '../../../../src/lib/package/labels.ts';
import type { Table } from '../../../../src/lib/package/types.ts';
import { tablesOf } from '../../engine/fixture.ts';
import { randomCase, type RandomCase } from '../../engine/random.ts';
import { shapeFault } from './shape.ts';

function hasTwins({ resource, rows }: Table): boolean {
	const keys = rows.map((row) => JSON.stringify(dimensionsOf(resource).map(({ name }) => row[name])));
	return new Set(keys).size < keys.length;
}

describe('programs of random questions', () => {
	let database: SqlConnection;
	const met = { offered: 0, refused: 0, figures: 0 };

	beforeAll(async () => {
		database = await connectNode();
	}, 60_000);
	afterAll(() => database.close());

	async function compare({ resources, files, queries }: RandomCase): Promise<void> {
		const tables = tablesOf(resources, files);
		// Of two rows for one figure nobody knows which holds; a primary key keeps them out of a package.
		if (Object.values(tables).some(hasTwins)) return;
		const memory = createMemoryEngine(resources, tables);
		for (const [name, bytes] of Object.entries(files)) await database.addFile(`upload/${name}.csv`, bytes);
		for (const query of queries) {
			const answer = await memory.answer(query);
			if (answer.refused) continue;
			const order = {
				title: 'A',
				caveats: ['B\n"C'],
				answer,
				resources,
				addressOf: (name: string) => `upload/${name}.csv`
			};
			let code: ReturnType<typeof codeOf>;
			try {
				code = codeOf(order);
			} catch (error) {
				expect(error).toBeInstanceOf(RangeError);
				met.refused++;
				continue;
			}
			met.offered++;
			const id = (row: Record<string, unknown>) =>
				JSON.stringify(query.dimensions.map((name) => String(row[name])));
			const digits = (cell: unknown) => (typeof cell === 'number' ? Number(cell.toPrecision(10)) : null);
			const found = await database.run(code.duckdb);
			const expected = answer.rows.map((row) => [id(row.key), digits(row.value), digits(row.share)]);
			const read = found.map((row) => [id(row), digits(row['value']), digits(row['share'])]);
			expect(read.sort()).toEqual(expected.sort());
			met.figures += expected.filter(([, value]) => value !== null).length;
			expect(shapeFault(code.r, '#', '"`')).toBe('');
			expect(shapeFault(code.python, '#', '"')).toBe('');
		}
		for (const name of Object.keys(files)) await database.dropFile(`upload/${name}.csv`);
	}

	it('give the numbers of the memory engine', async () => {
		await fc.assert(fc.asyncProperty(randomCase, compare), { numRuns: 120 });
		expect(met.offered).toBeGreaterThan(30);
		expect(met.figures).toBeGreaterThan(50);
	}, 60_000);
});
