import { unzipSync, zipSync, type Zippable } from 'fflate';
import { DESCRIPTOR } from '../../package/index.ts';

/** Bytes that an archive may have unpacked. */
const MOST_UNPACKED = 200_000_000;

/** Times in an archive, so that the same files give the same bytes. */
const FIXED = new Date(1980, 0, 1);

/** A folder of files as a ZIP archive. */
export function packed(files: ReadonlyMap<string, Uint8Array>, folder: string): Uint8Array<ArrayBuffer> {
	const entries: Zippable = {};
	for (const [path, bytes] of files) entries[`${folder}/${path}`] = [bytes, { mtime: FIXED }];
	return new Uint8Array(zipSync(entries, { level: 6 }));
}

/**
 * The files of the package in an archive by their path from its descriptor; nothing where it has none.
 * @throws where the archive is damaged or unpacks too large
 */
export function unpacked(bytes: Uint8Array): Map<string, Uint8Array> | undefined {
	let size = 0;
	const entries = unzipSync(bytes, {
		filter: ({ originalSize }) => {
			size += originalSize;
			if (size > MOST_UNPACKED) throw new Error(`the archive holds more than ${MOST_UNPACKED / 1e6} MB.`);
			return true;
		}
	});
	const names = Object.keys(entries).filter((name) => !name.endsWith('/'));
	// The one that is nearest to the top: kept releases have descriptors of their own.
	const [descriptor] = names
		.filter((name) => name === DESCRIPTOR || name.endsWith(`/${DESCRIPTOR}`))
		.sort((one, two) => one.length - two.length);
	if (descriptor === undefined) return undefined;
	const folder = descriptor.slice(0, -DESCRIPTOR.length);
	const inside = names.filter((name) => name.startsWith(folder));
	return new Map(inside.map((name) => [name.slice(folder.length), entries[name] ?? new Uint8Array()]));
}
