import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { composeImage } from '../../../src/lib/outputs/image/index.ts';
import { toIndexed } from '../../../src/lib/server/picture/indexed.ts';
import { renderPng } from '../../../src/lib/server/picture/render.ts';
import { contextOf } from '../charts/fixture.ts';

/** The chunks of a PNG by their types. */
function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
	const chunks = [];
	for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
		const type = png.toString('latin1', at + 4, at + 8);
		chunks.push({ type, data: png.subarray(at + 8, at + 8 + png.readUInt32BE(at)) });
	}
	return chunks;
}

describe('a PNG of a chart', () => {
	const context = contextOf({
		figures: [
			[2018, 'all', 1234],
			[2019, 'all', 2345]
		]
	});
	let png: Buffer;
	let pixels: Buffer;
	let palette: Buffer;

	beforeAll(async () => {
		const svg = composeImage(context, { form: 'wide', address: 'https://example.org/charts/test' });
		png = await renderPng(svg, { Title: 'Cases – by year', Description: 'Line chart.' });
		const data = (type: string) => chunksOf(png).find((chunk) => chunk.type === type)?.data;
		pixels = inflateSync(data('IDAT') ?? Buffer.alloc(0));
		palette = data('PLTE') ?? Buffer.alloc(0);
	});

	it('is a PNG with twice the pixels of the picture, and small', () => {
		expect(png.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
		const header = chunksOf(png)[0];
		expect(header?.type).toBe('IHDR');
		expect([header?.data.readUInt32BE(0), header?.data.readUInt32BE(4)]).toEqual([2400, 1350]);
		expect(pixels).toHaveLength(1350 * 2401);
		expect(png.length).toBeLessThan(250_000);
	});

	it('has the ground at its corners, and ink where the headline stands', () => {
		const colourAt = (x: number, y: number) => {
			const index = pixels[y * 2401 + 1 + x] ?? 0;
			return palette.toString('hex', index * 3, index * 3 + 3);
		};
		expect([colourAt(0, 0), colourAt(2399, 1349)]).toEqual(['fdfbf6', 'fdfbf6']);
		const head = Array.from({ length: 400 * 60 }, (_, at) =>
			colourAt(80 + (at % 400), 80 + Math.floor(at / 400))
		);
		expect(head.filter((colour) => colour === '1a1a18').length).toBeGreaterThan(500);
	});

	it('carries its title and alt text', () => {
		const texts = chunksOf(png).filter(({ type }) => type === 'iTXt');
		expect(texts.map(({ data }) => data.toString('utf8'))).toEqual([
			'Title\0\0\0\0\0Cases – by year',
			'Description\0\0\0\0\0Line chart.'
		]);
	});

	it('is refused where there is no SVG', async () => {
		await expect(renderPng('no picture')).rejects.toThrow();
	});
});

describe('reducing colours', () => {
	it('keeps areas exact and has 256 colours at most', () => {
		const pixels = new Uint8Array(4 * 5000);
		for (let at = 0; at < 5000; at++) {
			const shade = at < 2000 ? [18, 67, 109] : [at % 256, (at * 7) % 256, (at * 13) % 256];
			pixels.set([...shade, 255], at * 4);
		}
		const { indices, colours } = toIndexed(pixels);
		expect(colours.length).toBe(256);
		expect(colours[indices[0] ?? 255]).toEqual([18, 67, 109]);
		expect(indices).toHaveLength(5000);
	});
});
