import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChartView } from '../../../../src/lib/charts/types.ts';
import type { CubeAnswer, CubeRow } from '../../../../src/lib/cube/types.ts';
import type { SqlConnection } from '../../../../src/lib/engine/duckdb/connection.ts';
import { connectNode, engineFile } from '../../../../src/lib/engine/duckdb/node.ts';
import { createMemoryEngine } from '../../../../src/lib/engine/memory.ts';
import { existsSync } from 'node:fs';
import { codeOf } from '../../../../src/lib/outputs/code/index.ts';
import { localized } from '../../../../src/lib/package/labels.ts';
import { chartSpecs, chartView } from '../../../../src/lib/server/charts.ts';
import { loadPackage, type LoadedPackage } from '../../../../src/lib/server/package.ts';

import { shapeFault } from './shape.ts';

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

	it('name addresses that exist, and are whole in R and Python', () => {
		for (const [at, view] of views.entries()) {
			const answer = answers[at] as CubeAnswer;
			const { r, python, duckdb } = codeFor(view, answer);
			for (const [language, program] of Object.entries({ r, python, duckdb })) {
				const addresses = [...program.matchAll(/https:[^"'\s]*/g)].map(([address]) => address);
				expect(addresses.length, `${view.spec.id} ${language}`).toBeGreaterThan(0);
				for (const address of addresses) {
					expect(address.startsWith(`${SITE}/`), address).toBe(true);
					expect(existsSync(address.replace(SITE, 'data')), address).toBe(true);
				}
				expect(program).toContain('A caveat');
				for (const { reason } of answer.nonAdditive)
					expect(program.replaceAll(/\s+/g, ' ')).toContain(localized(reason).replaceAll(/\s+/g, ' '));
			}
			expect(shapeFault(r, '#', `"\``), view.spec.id).toBe('');
			expect(shapeFault(python, '#', '"'), view.spec.id).toBe('');
		}
	});

	it('read markers as missing in R and Python before they make numbers', () => {
		const view = views.find(({ spec }) => spec.id === 'contact-rate-map') as ChartView;
		const { r, python } = codeFor(view, view.answer);
		for (const program of [r, python]) {
			expect(program).toContain('"[c]", "[x]", "[z]"');
			expect(program).toContain('estimate_july_1_vintage_2019');
			expect(program).toContain('100000');
		}
		expect(r).toMatch(/as\.numeric\(if_else\(value %in% markers, NA, value\)\)/);
		expect(python).toMatch(
			/pd\.to_numeric\(figures\["value"\]\.mask\(figures\["value"\]\.isin\(markers\)\)\)/
		);
	});
});
