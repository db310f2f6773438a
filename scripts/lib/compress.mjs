import crypto from 'node:crypto';
import fs from 'node:fs';
import fsp from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { ROOT } from './run.mjs';

const TEXT_LIKE = /\.(html|js|mjs|css|json|csv|svg|txt|md|xml|wasm|arrow|webmanifest)$/;
const SMALLEST = 1000;
const LARGE = 1_000_000;
const HEAVY = 300_000;
const AT_ONCE = 4;

/**
 * Puts `.br` and `.gz` beside every text-like file over 1 kB, so that no server has to compress.
 * @param {string} folder
 * @returns {Promise<{ files: number, bytes: number }>} what was compressed, and its size before
 */
export async function compress(folder) {
	const files = listFiles(folder).filter((file) => TEXT_LIKE.test(file) && fs.statSync(file).size > SMALLEST);
	const kept = keptEngine();
	// The largest first, so that no thread is left with one at the end.
	files.sort((a, b) => fs.statSync(b).size - fs.statSync(a).size);
	let bytes = 0;
	const queue = files.values();
	const worker = async () => {
		for (const file of queue) {
			const content = await fsp.readFile(file);
			bytes += content.length;
			if (kept && content.length === kept.size && hashOf(content) === kept.hash()) {
				await Promise.all(['.br', '.gz'].map((end) => fsp.copyFile(kept.file + end, file + end)));
			} else await compressOne(file, content);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	return { files: files.length, bytes };
}

/**
 * How hard Brotli tries. The code of the pages is what each reader loads, and gains most. Of a page the last step makes
 * a thirtieth and takes twice the time, so that only heavy ones get it; of figures and pictures the ninth makes less than
 * a hundredth and takes five to ten times the time.
 * @param {string} file
 * @param {number} bytes
 */
function effort(file, bytes) {
	if (bytes > LARGE) return 9;
	if (file.includes(`${path.sep}_app${path.sep}`)) return 11;
	if (!file.endsWith('.html')) return 8;
	return bytes > HEAVY ? 11 : 10;
}

/**
 * @param {string} file
 * @param {Buffer} content
 */
async function compressOne(file, content) {
	const params = {
		[zlib.constants.BROTLI_PARAM_QUALITY]: effort(file, content.length),
		[zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length
	};
	const [brotli, gzip] = await Promise.all([
		promisify(zlib.brotliCompress)(content, { params }),
		promisify(zlib.gzip)(content, { level: 9 })
	]);
	if (brotli.length < content.length) await fsp.writeFile(`${file}.br`, brotli);
	if (gzip.length < content.length) await fsp.writeFile(`${file}.gz`, gzip);
}

/** The engine that was compressed once for its version, where it stands with both copies. */
function keptEngine() {
	const file = path.join(ROOT, '.cache/engine/duckdb-eh.wasm');
	if (![file, `${file}.br`, `${file}.gz`].every((each) => fs.existsSync(each))) return null;
	return { file, size: fs.statSync(file).size, hash: () => hashOf(fs.readFileSync(file)) };
}

/** @param {Buffer} content */
function hashOf(content) {
	return crypto.createHash('sha256').update(content).digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]} absolute paths
 */
function listFiles(folder) {
	return fs
		.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name));
}
