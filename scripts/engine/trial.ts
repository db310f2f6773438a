import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Starts DuckDB from a WebAssembly file and asks it for a sum; throws where it does not answer rightly. */
export async function tryEngine(wasm: string): Promise<void> {
	const duckdb = require('@duckdb/duckdb-wasm/blocking') as typeof import('@duckdb/duckdb-wasm/blocking');
	const bundle = { mainModule: wasm, mainWorker: '' };
	const bindings = await duckdb.createDuckDB(
		{ mvp: bundle, eh: bundle },
		new duckdb.VoidLogger(),
		duckdb.NODE_RUNTIME
	);
	await bindings.instantiate();
	bindings.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
	const connection = bindings.connect();
	const answer: unknown = connection
		.query('SELECT sum(range)::DOUBLE AS total FROM range(1001)')
		.get(0)
		?.toJSON();
	connection.close();
	if (JSON.stringify(answer) !== '{"total":500500}') {
		throw new Error(`The engine answers ${JSON.stringify(answer)} to a sum of 500500.`);
	}
}
