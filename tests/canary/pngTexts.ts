import zlib from 'node:zlib';

const SIGNATURE = 8;
/** Beside its data a chunk has its length, its type and a checksum, of four bytes each. */
const AROUND = 12;

/** The texts of an iTXt chunk end with the text itself, packed or not, behind four parts. */
function internationalText(data: Buffer): string {
	const keyword = data.indexOf(0);
	const isPacked = data[keyword + 1] === 1;
	const text = data.indexOf(0, data.indexOf(0, keyword + 3) + 1) + 1;
	const own = data.subarray(text);
	return `${data.toString('utf8', 0, text)} ${(isPacked ? zlib.inflateSync(own) : own).toString('utf8')}`;
}

/** The words of a PNG beside its dots: its chunks `tEXt`, `zTXt`, `iTXt` and `eXIf`. */
export function pngTexts(bytes: Uint8Array): string {
	const file = Buffer.from(bytes);
	const texts: string[] = [];
	for (let at = SIGNATURE; at + AROUND <= file.length;) {
		const length = file.readUInt32BE(at);
		const data = file.subarray(at + 8, at + 8 + length);
		switch (file.toString('latin1', at + 4, at + 8)) {
			case 'tEXt':
			case 'eXIf':
				texts.push(data.toString('latin1'));
				break;
			case 'zTXt': {
				const keyword = data.indexOf(0);
				texts.push(
					data.toString('latin1', 0, keyword),
					zlib.inflateSync(data.subarray(keyword + 2)).toString()
				);
				break;
			}
			case 'iTXt':
				texts.push(internationalText(data));
		}
		at += AROUND + length;
	}
	return texts.join('\n');
}
