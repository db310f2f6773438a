/**
 * `npm run bench`: medians of what a reader waits for, and their ratios. It measures and never fails a
 * number; the machine's other work shows in the spread.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { resourcesWithBreaks } from '../../src/lib/cube/index.ts';
import type { CubeQuery } from '../../src/lib/cube/types.ts';
import {
	connectNode,
	engineFile,
	openDuckDBNode,
	stockEngineFile
} from '../../src/lib/engine/duckdb/node.ts';
import { loadPackageTables } from '../unit/engine/loaded.ts';
import { createMemoryEngine } from '../../src/lib/engine/memory.ts';
import { readPackage } from '../../src/lib/package/index.ts';
import { measure, table, type Measured } from './measure.ts';
import { ownFile } from './ownFile.ts';
import { protection } from './protect.ts';

const FOLDER = process.env['HOTLINE_DATA'] ?? 'data';
const STARTS = 5;
const QUERIES = 100;

const read = async (file: string) => new Uint8Array(await readFile(path.join(FOLDER, file)));

async function loadFiles() {
	const { package: pkg, tables } = await readPackage({ read });
	if (!pkg) throw new Error(`The package in ${FOLDER} has faults: npm run data -- check ${FOLDER}`);
	const files: Record<string, Uint8Array> = {};
	for (const each of pkg.resources) files[each.name] = await read(each.path);
	return { resources: resourcesWithBreaks(pkg), tables, files };
}

/** All rows of the largest table of figures that have the first value of its first listed field. */
function filterQuery(
	resources: Awaited<ReturnType<typeof loadFiles>>['resources'],
	files: Record<string, Uint8Array>
) {
	const queries = resources
		.toSorted((a, b) => (files[b.name]?.byteLength ?? 0) - (files[a.name]?.byteLength ?? 0))
		.flatMap(({ name, schema }): CubeQuery[] => {
			const roles = ['time', 'place', 'category', 'measure', 'unit', 'basis'];
			const fields = schema.fields.filter((field) => roles.includes(field.role ?? ''));
			const chosen = fields.find((field) => field.categories && field.categories.length > 1);
			const value = chosen?.categories?.[0]?.value;
			if (!chosen || value === undefined || !schema.fields.some((field) => field.role === 'value')) return [];
			return [
				{ table: name, dimensions: fields.map((field) => field.name), filters: { [chosen.name]: [value] } }
			];
		});
	const [query] = queries;
	if (!query) throw new Error('No table of the package can be filtered.');
	return query;
}

async function queries(loaded: Awaited<ReturnType<typeof loadFiles>>): Promise<Measured[]> {
	const memory = createMemoryEngine(loaded.resources, loaded.tables);
	const duckdb = await openDuckDBNode(loaded.resources, loaded.files);
	const query = filterQuery(loaded.resources, loaded.files);
	console.log(`Filter query: ${JSON.stringify(query)}`);
	const measured = [
		await measure('filter query, memory', QUERIES, () => memory.answer(query)),
		await measure('filter query, DuckDB', QUERIES, () => duckdb.answer(query))
	];
	await duckdb.close();
	return measured;
}

async function starts(loaded: Awaited<ReturnType<typeof loadFiles>>): Promise<Measured[]> {
	const start = (name: string, wasm: string) =>
		measure(name, STARTS, async () => (await connectNode(wasm)).close());
	const loads: number[] = [];
	for (let run = 0; run < STARTS; run++) {
		const connection = await connectNode();
		const began = performance.now();
		await loadPackageTables(connection, loaded.resources, loaded.files);
		loads.push(performance.now() - began);
		await connection.close();
	}
	return [
		await start('start, slim engine', engineFile()),
		await start('start, stock engine', stockEngineFile()),
		{ name: `load all ${loaded.resources.length} tables, DuckDB`, times: loads },
		await measure(`read and check all tables, package`, STARTS, () => readPackage({ read }))
	];
}

async function main(): Promise<void> {
	const loaded = await loadFiles();
	console.log(table([...(await queries(loaded)), ...(await starts(loaded))]));
	console.log(table(await protection()));
	console.log(table(await ownFile(process.env['BUILD_DIR'] ?? 'build')));
}

await main();
