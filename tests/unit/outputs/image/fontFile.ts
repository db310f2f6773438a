import { readFileSync } from 'node:fs';

/** Advance widths of a TrueType font in thousandths of an em, read from its tables. */
export function advancesOf(file: string): (code: number) => number | undefined {
	const font = readFileSync(file);
	const table = (tag: string) => {
		for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16) {
			if (font.toString('latin1', at, at + 4) === tag) return font.subarray(font.readUInt32BE(at + 8));
		}
		throw new Error(`no ${tag} in ${file}`);
	};
	const unitsPerEm = table('head').readUInt16BE(18);
	const metrics = table('hhea').readUInt16BE(34);
	const hmtx = table('hmtx');
	const glyphOf = charactersOf(table('cmap'));
	return (code) => {
		const glyph = glyphOf(code);
		if (!glyph) return undefined;
		return Math.round((hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4) * 1000) / unitsPerEm);
	};
}

/** The glyph of a character, by the segments (format 4) of a character map; 0 for none. */
function charactersOf(cmap: Buffer): (code: number) => number {
	for (let index = 0; index < cmap.readUInt16BE(2); index++) {
		const map = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4));
		if (map.readUInt16BE(0) !== 4) continue;
		const count = map.readUInt16BE(6) / 2;
		const [ends, starts, deltas, ranges] = [14, 16 + count * 2, 16 + count * 4, 16 + count * 6];
		return (code) => {
			for (let at = 0; at < count; at++) {
				const start = map.readUInt16BE(starts + at * 2);
				if (code > map.readUInt16BE(ends + at * 2) || code < start) continue;
				const delta = map.readUInt16BE(deltas + at * 2);
				const range = map.readUInt16BE(ranges + at * 2);
				if (!range) return (code + delta) & 0xffff;
				const glyph = map.readUInt16BE(ranges + at * 2 + range + (code - start) * 2);
				return glyph ? (glyph + delta) & 0xffff : 0;
			}
			return 0;
		};
	}
	throw new Error('no character map of format 4');
}
