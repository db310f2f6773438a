import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LOADER_VERSION } from '../../../src/lib/embed/loaderVersion.ts';

const FOLDER = path.resolve('src/lib/embed');

/** The hash of the sources that each version of the loader was made from. */
const HASHES: Record<string, string> = {
	'1': '1961c422c5374d30f55336766f65464dce1a5fa3c62fd817b21a895d388a1f6e'
};

/** A file and all that it imports, sorted by name. */
function sources(file: string, found = new Set<string>()): string[] {
	if (!found.has(file)) {
		found.add(file);
		const text = fs.readFileSync(path.join(FOLDER, file), 'utf8');
		for (const [, name = ''] of text.matchAll(/from '\.\/([\w./]+)'/g)) sources(name, found);
	}
	return [...found].sort();
}

test('the loader is made of these files alone', () => {
	expect(sources('loader.ts')).toEqual([
		'askMessage.ts',
		'heightMessage.ts',
		'loader.ts',
		'loaderAddress.ts'
	]);
});

test('a changed loader has a new version, since the address of a version may be kept for a year', () => {
	const hash = createHash('sha256');
	for (const file of sources('loader.ts')) hash.update(fs.readFileSync(path.join(FOLDER, file)));
	expect(
		hash.digest('hex'),
		'The source of the loader has changed: raise LOADER_VERSION, and add the hash of the new version here.'
	).toBe(HASHES[LOADER_VERSION]);
});
