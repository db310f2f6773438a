import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChartView } from '../../../../src/lib/charts/types.ts';
import type { CubeAnswer, CubeRow } from '../../../../src/lib/cube/types.ts';
import type { SqlConnection } from '../../../../src/lib/engine/duckdb/connection.ts';
import { connectNode, engineFile } from '../../../../src/lib/engine/duckdb/node.ts';
import { createMemoryEngine } from '../../../../src/lib/engine/memory.ts';
import { codeOf } from '../../../../src/lib/outputs/code/index.ts';
import { chartSpecs, chartView } from '../../../../src/lib/server/charts.ts';
import { loadPackage, type LoadedPackage } from '../../../../src/lib/server/package.ts';

const SITE = 'https://example.org/data/v1.2.3';
const addressOf = (table: string) => `${SITE}/${table}.csv`;

describe('programs of the named charts', () => {
	let loaded: LoadedPackage;
	let database: SqlConnection;
	let views: ChartView[];
	let answers: CubeAnswer[];

	beforeAll(async () => {
		loaded = await loadPackage();
		views = await Promise.all((await chartSpecs()).map(chartView));
		const memory = createMemoryEngine(loaded.resources, loaded.tables);
		answers = await Promise.all(
			views.map(async ({ spec }) => {
				const answer = await memory.answer(spec.query);
				if (answer.refused) throw new Error(answer.reason);
				return answer;
			})
		);
		database = await connectNode(engineFile());
		for (const [name, bytes] of Object.entries(loaded.files))
			await database.addFile(`upload/${name}.csv`, bytes);
	});
	afterAll(() => database.close());

	const codeFor = (view: ChartView, answer: CubeAnswer) =>
		codeOf({ title: 'Title', caveats: ['A caveat'], answer, resources: loaded.resources, addressOf });

	const idOf = (keys: string[], row: Record<string, unknown>) =>
		keys.map((key) => String(row[key])).join('|');

	/** Rates are the same up to the order in which they are computed. */
	const digits = (cell: unknown) => (typeof cell === 'number' ? Number(cell.toPrecision(12)) : null);

	function expected(keys: string[], { rows }: CubeAnswer) {
		const figure = (row: CubeRow) => [
			row.value,
			row.total ?? null,
			row.share ?? null,
			row.rate?.population ?? null
		];
		return new Map(rows.map((row) => [idOf(keys, row.key), figure(row).map(digits)]));
	}

	it('give the numbers of the memory engine when DuckDB runs them', async () => {
		let compared = 0;
		for (const [at, view] of views.entries()) {
			const answer = answers[at] as CubeAnswer;
			const keys = answer.query.dimensions;
			const sql = codeFor(view, answer).duckdb.replaceAll(SITE, 'upload');
			const found = await database.run(sql);
			const read = new Map(
				found.map((row) => [
					idOf(keys, row),
					[row['value'] ?? null, row['total'] ?? null, row['share'] ?? null, row['residents'] ?? null].map(
						digits
					)
				])
			);
			expect(found, view.spec.id).toHaveLength(answer.rows.length);
			expect(read, view.spec.id).toEqual(expected(keys, answer));
			compared += found.length;
		}
		expect(compared).toBeGreaterThan(500);
	});
});
