import { crc32, deflateSync } from 'node:zlib';
import type { Indexed } from './indexed.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Texts that travel in a PNG, by the keywords of its standard. */
export type PngTexts = Partial<Record<'Title' | 'Description' | 'Source' | 'Copyright', string>>;

/** The bytes of a PNG with a palette, and with texts in UTF-8. */
export function encodePng(width: number, { indices, colours }: Indexed, texts: PngTexts): Buffer {
	const height = indices.length / width;
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	// Eight bits a pixel, each an index into the palette.
	header.set([8, 3], 8);
	const rows = Buffer.alloc(height * (width + 1));
	for (let row = 0; row < height; row++) {
		rows.set(indices.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
	}
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		...Object.entries(texts).map(([keyword, text]) => chunk('iTXt', textOf(keyword, text))),
		chunk('PLTE', Buffer.from(colours.flat())),
		chunk('IDAT', deflateSync(rows, { level: 7 })),
		chunk('IEND', Buffer.alloc(0))
	]);
}

/** Keyword, no compression, no language, the text; a text must not hold the byte that ends the others. */
function textOf(keyword: string, text: string): Buffer {
	return Buffer.from(`${keyword}\0\0\0\0\0${text.replaceAll('\0', '')}`, 'utf8');
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}
