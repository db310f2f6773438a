import zlib from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { contentsOf } from '../../canary/contents.ts';
import { patternOf } from '../../canary/search.ts';

const LEAK = 534_519;
const SHARE = LEAK / 64_000_000;
const pattern = patternOf({ numbers: [LEAK], shares: [SHARE], words: ['CANARY'] });

async function found(name: string, bytes: Uint8Array): Promise<string[]> {
	const contents = await contentsOf(name, bytes);
	return contents.flatMap(({ path, text }) => (text.match(pattern) ?? []).map((each) => `${path}: ${each}`));
}

/** A PNG of one chunk without dots; checksums are not looked at. */
function png(type: string, ...parts: (string | Uint8Array)[]): Uint8Array {
	const data = Buffer.concat(parts.map((each) => Buffer.from(each)));
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	return Buffer.concat([Buffer.alloc(8), length, Buffer.from(type), data, Buffer.alloc(4)]);
}

function parquet(
	name: string,
	data: (string | number | bigint)[],
	kvMetadata?: { key: string; value: string }[]
) {
	const written = parquetWriteBuffer({ columnData: [{ name, data }], ...(kvMetadata ? { kvMetadata } : {}) });
	return new Uint8Array(written);
}

describe('a withheld number is found', () => {
	const page = `<td>534,519</td>`;
	const csv = `year,value\n2020,${LEAK}\n`;
	it.each<[what: string, name: string, bytes: string | Uint8Array, at?: string]>([
		['in a page', 'a.html', page],
		['in a page, with a point', 'a.html', '<td>534.519</td>'],
		['in a page, with a space that does not break', 'a.html', '<td>534\u202f519</td>'],
		['in a page, with an entity', 'a.html', '<td>534&nbsp;519</td>'],
		['in a script', '_app/a.js', 'const a={value:534519,b:1}'],
		['in a script, with an escape', '_app/a.js', String.raw`a="534\u00a0519"`],
		['in JSON', 'a.json', '{"value":534519}'],
		['in JSON, as a percentage', 'a.json', `{"share":${100 * SHARE}}`],
		['in JSON, as a part', 'a.json', `{"share":${SHARE}}`],
		['in CSV beside a year', 'a.csv', csv],
		['in CSVW metadata', 'a.csv-metadata.json', '{"dc:description":"534519"}'],
		['in the alt text of an SVG', 'a.svg', '<svg aria-label="Chat: 534,519"/>'],
		['in a feed', 'a.xml', '<summary>534 519</summary>'],
		['in a citation', 'CITATION.cff', 'abstract: 534519'],
		['in a file without an end', '_headers', '# 534519'],
		['in a text of a PNG', 'a.png', png('tEXt', 'Description\0', String(LEAK))],
		['in a packed text of a PNG', 'a.png', png('zTXt', 'Alt\0\0', zlib.deflateSync(String(LEAK)))],
		['in a text of a PNG by language', 'a.png', png('iTXt', 'Alt\0\0\0es\0Texto\0', '534.519')],
		['in a packed one', 'a.png', png('iTXt', 'Alt\0\u0001\0\0\0', zlib.deflateSync('534,519'))],
		['in a table of Parquet', 'a.parquet', parquet('value', [12, LEAK])],
		['in a large one', 'a.parquet', parquet('value', [12n, BigInt(LEAK)])],
		['in a text of Parquet', 'a.parquet', parquet('value', [12], [{ key: 'about', value: `${LEAK}` }])],
		['in an archive', 'a.zip', zipSync({ 'data/a.csv': strToU8(csv) }), 'a.zip/data/a.csv'],
		[
			'in Parquet in an archive',
			'a.zip',
			zipSync({ 'a.parquet': parquet('value', [LEAK, 1]) }),
			'a.zip/a.parquet'
		],
		['in a page packed with Brotli', 'a.html.br', zlib.brotliCompressSync(page)],
		['in a table packed with gzip', 'a.csv.gz', zlib.gzipSync(csv)],
		['as a word', 'a.html', '<p>A CANARY sings</p>']
	])('%s', async (_, name, bytes, at = name) => {
		const all = await found(name, typeof bytes === 'string' ? strToU8(bytes) : bytes);
		expect(all.length).toBeGreaterThan(0);
		expect(all[0]?.startsWith(`${at}: `)).toBe(true);
	});
});

it('what only holds its digits is not taken for it, and programs of others are not read', async () => {
	const others = [
		'1534519',
		'5345190',
		'0.1534519',
		'12.534519',
		'534-519',
		'534;519',
		'53.4519',
		'0.0083518'
	];
	expect(await found('a.html', strToU8(others.join(' | ')))).toEqual([]);
	expect(await contentsOf('engine.wasm', strToU8(String(LEAK)))).toEqual([]);
	expect(await contentsOf('engine.wasm.br', zlib.brotliCompressSync(String(LEAK)))).toEqual([]);
});
