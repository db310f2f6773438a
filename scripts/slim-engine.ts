/**
 * Makes the DuckDB that the site ships: `npm run engine`. Once for each version of duckdb-wasm, kept in
 * `.cache/engine` with its Brotli and gzip copies; later runs see the stamp and stop at once.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { tryEngine } from './engine/trial.ts';
import { keepNamedExports } from './engine/wasm-exports.ts';

const require = createRequire(import.meta.url);
const SCRIPTS = path.dirname(fileURLToPath(import.meta.url));
const OUT = path.join(SCRIPTS, '../.cache/engine');
const DIST = path.dirname(require.resolve('@duckdb/duckdb-wasm'));
const STOCK = path.join(DIST, 'duckdb-eh.wasm');
const LOADERS = ['duckdb-browser-eh.worker.js', 'duckdb-node-blocking.cjs'];
const WASM = path.join(OUT, 'duckdb-eh.wasm');
const STAMP = path.join(OUT, 'engine.json');

/** What `.cache/engine/engine.json` says of the file beside it. */
interface EngineStamp {
	version: string;
	/** Hash of the scripts that made the file. */
	method: string;
	/** False where the module is the stock one, because slimming failed. */
	slim: boolean;
	rawBytes: number;
	brotliBytes: number;
	gzipBytes: number;
}

function wanted(): Pick<EngineStamp, 'version' | 'method'> {
	const hash = createHash('sha256');
	for (const file of ['slim-engine.ts', 'engine/wasm-exports.ts', 'engine/trial.ts']) {
		hash.update(readFileSync(path.join(SCRIPTS, file)));
	}
	const manifest = JSON.parse(readFileSync(path.join(DIST, '../package.json'), 'utf8')) as {
		version: string;
	};
	return { version: manifest.version, method: hash.digest('hex').slice(0, 16) };
}

function isDone(now: Pick<EngineStamp, 'version' | 'method'>): boolean {
	const files = [STAMP, WASM, `${WASM}.br`, `${WASM}.gz`];
	if (!files.every((file) => existsSync(file))) return false;
	const stamp = JSON.parse(readFileSync(STAMP, 'utf8')) as Partial<EngineStamp>;
	return stamp.version === now.version && stamp.method === now.method;
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Writes the module without what nothing refers to any more; binaryen's own tool, in a process of its own. */
async function removeUnused(from: string, to: string): Promise<void> {
	const tool = path.join(path.dirname(require.resolve('binaryen')), 'bin/wasm-opt');
	// All features at once would write imports that Chromium refuses.
	const features = [
		'bulk-memory',
		'exception-handling',
		'simd',
		'sign-ext',
		'mutable-globals',
		'nontrapping-float-to-int',
		'reference-types',
		'multivalue'
	].map((feature) => `--enable-${feature}`);
	const options = ['--mvp-features', ...features, '--remove-unused-module-elements'];
	await promisify(execFile)(process.execPath, [tool, from, '-o', to, ...options]);
}

async function slimmed(stock: Uint8Array): Promise<Uint8Array> {
	const loaders = LOADERS.map((file) => readFileSync(path.join(DIST, file), 'utf8'));
	const trimmed = keepNamedExports(stock, loaders);
	console.log(`Exports: ${trimmed.before} became ${trimmed.after}.`);
	const began = performance.now();
	const [input, output] = [path.join(OUT, 'trimmed.wasm'), path.join(OUT, 'trial.wasm')];
	try {
		writeFileSync(input, trimmed.module);
		await removeUnused(input, output);
		console.log(`What nothing refers to is gone after ${seconds(began)}.`);
		await tryEngine(output);
		return readFileSync(output);
	} finally {
		for (const file of [input, output]) rmSync(file, { force: true });
	}
}

/** The slim module once it has answered a question, or the stock one with the reason on the console. */
async function shippedModule(): Promise<{ module: Uint8Array; slim: boolean }> {
	const stock = readFileSync(STOCK);
	try {
		return { module: await slimmed(stock), slim: true };
	} catch (error) {
		console.warn(`Slimming DuckDB failed, so the stock build is shipped (${stock.length} bytes):`, error);
		return { module: stock, slim: false };
	}
}

async function main(): Promise<void> {
	const now = wanted();
	if (isDone(now)) return;
	const began = performance.now();
	console.log(`Making the DuckDB engine ${now.version} smaller, once for this version (about a minute).`);
	mkdirSync(OUT, { recursive: true });
	const { module, slim } = await shippedModule();
	const [brotli, gzipped] = await Promise.all([
		promisify(brotliCompress)(module, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: 9,
				[constants.BROTLI_PARAM_SIZE_HINT]: module.length
			}
		}),
		promisify(gzip)(module, { level: 9 })
	]);
	const keep = (file: string, bytes: Uint8Array | string) => {
		writeFileSync(`${file}.new`, bytes);
		renameSync(`${file}.new`, file);
	};
	keep(WASM, module);
	keep(`${WASM}.br`, brotli);
	keep(`${WASM}.gz`, gzipped);
	const stamp: EngineStamp = {
		...now,
		slim,
		rawBytes: module.length,
		brotliBytes: brotli.length,
		gzipBytes: gzipped.length
	};
	keep(STAMP, `${JSON.stringify(stamp, null, '\t')}\n`);
	const size = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
	console.log(
		`DuckDB: ${size(module.length)}, Brotli ${size(brotli.length)}, gzip ${size(gzipped.length)}, in ${seconds(began)}.`
	);
}

await main();
