import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.mjs';
import { Stop } from './stop.mjs';

const FILE = path.join(ROOT, 'src/lib/embed/loaderVersion.ts');

/**
 * The version of the embed loader, read from its source: scripts run without a compiler.
 * @param {string} [file] that says it
 * @returns {string}
 * @throws {Stop} where the file does not say it
 */
export function loaderVersion(file = FILE) {
	const version = /^export const LOADER_VERSION = '(\d+)';$/m.exec(fs.readFileSync(file, 'utf8'))?.[1];
	if (!version) throw new Stop(`${file} does not say LOADER_VERSION as a number in quotes.`);
	return version;
}
