import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loaderVersion } from '../../../scripts/lib/loaderVersion.mjs';
import { LOADER_VERSION } from '../../../src/lib/embed/loaderVersion.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loader-'));

afterAll(() => fs.rmSync(folder, { recursive: true }));

function fileWith(text: string): string {
	const file = path.join(folder, 'version.ts');
	fs.writeFileSync(file, text);
	return file;
}

describe('the version of the loader, as scripts read it', () => {
	it('is the one that the site is built with', () => {
		expect(loaderVersion()).toBe(LOADER_VERSION);
		expect(loaderVersion(fileWith("/** Was '1'. */\nexport const LOADER_VERSION = '12';\n"))).toBe('12');
	});

	it('is asked for where it cannot be read', () => {
		expect(() => loaderVersion(fileWith('export const LOADER_VERSION = next();'))).toThrow(
			'does not say LOADER_VERSION'
		);
	});
});
