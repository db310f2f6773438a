import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { pngTexts } from './pngTexts.ts';

/** A text that a file holds; a file within an archive has the archive's path before its own. */
export interface Content {
	path: string;
	/** `html`, `parquet`: the end of the name of the file as it is published, so `br` for a packed page. */
	kind: string;
	text: string;
}

/** Programs and typefaces of others, which are the same bytes in every site. */
const OF_OTHERS = new Set(['wasm', 'woff2']);

const kindOf = (name: string) => path.extname(name).slice(1) || path.basename(name);

/** The cells, the statistics beside them, and the texts of a Parquet file. */
async function parquetText(bytes: Uint8Array): Promise<string> {
	// A copy: a small Buffer is a slice of memory that it shares with others.
	const file = new Uint8Array(bytes).buffer;
	const rows = await parquetReadObjects({ file, compressors });
	return JSON.stringify({ rows, about: parquetMetadata(file) }, (_, value: unknown) =>
		typeof value === 'bigint' ? String(value) : value
	);
}

/**
 * Every text in a file, whatever it is packed in. The dots of a picture are not read: they are drawn from the marks and
 * texts of the SVG beside it.
 */
export async function contentsOf(name: string, bytes: Uint8Array): Promise<Content[]> {
	const kind = kindOf(name);
	if (OF_OTHERS.has(kind)) return [];
	const within = async (inner: string, unpacked: Uint8Array, at: string) =>
		(await contentsOf(inner, unpacked)).map((each): Content => ({ ...each, path: at, kind }));
	if (kind === 'br' || kind === 'gz') {
		const unpack = kind === 'br' ? zlib.brotliDecompressSync : zlib.gunzipSync;
		return within(name.slice(0, -kind.length - 1), unpack(bytes), name);
	}
	const raw: Content = { path: name, kind, text: Buffer.from(bytes).toString('utf8') };
	if (kind === 'zip') {
		const entries = Object.entries(unzipSync(bytes));
		const inner = await Promise.all(entries.map(([entry, data]) => within(entry, data, `${name}/${entry}`)));
		return [raw, ...inner.flat()];
	}
	if (kind === 'parquet') return [raw, { ...raw, text: await parquetText(bytes) }];
	if (kind === 'png') return [raw, { ...raw, text: pngTexts(bytes) }];
	return [raw];
}

/** Every file below a folder, with its path from there. */
export function* filesBelow(folder: string): Generator<[name: string, bytes: Buffer]> {
	for (const each of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		if (!each.isFile()) continue;
		const file = path.join(each.parentPath, each.name);
		yield [path.relative(folder, file), readFileSync(file)];
	}
}
