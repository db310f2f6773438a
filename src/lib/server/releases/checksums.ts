import { createHash } from 'node:crypto';

/** The SHA-256 checksum of a file in hexadecimal digits. */
export function sha256(bytes: Uint8Array | string): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Checksums of files as `sha256sum --check` reads them: a line a file, by name.
 * @param files bytes by name
 */
export function checksumFile(files: Iterable<readonly [string, Uint8Array]>): string {
	const lines = [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
	return lines.sort((one, two) => (one.slice(66) < two.slice(66) ? -1 : 1)).join('');
}
