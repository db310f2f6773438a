import fs from 'node:fs';
import path from 'node:path';
import { orStop, ROOT, runNpm } from './run.mjs';

/**
 * Whether node_modules holds what package-lock.json names. npm writes its own record,
 * node_modules/.package-lock.json, as the last step of an install, so an interrupted one has none.
 * @param {string} [root]
 * @returns {boolean}
 */
export function isInstalled(root = ROOT) {
	const record = path.join(root, 'node_modules/.package-lock.json');
	if (!fs.existsSync(record)) return false;
	const wanted = readPackages(path.join(root, 'package-lock.json'));
	const present = readPackages(record);
	for (const [at, entry] of Object.entries(wanted)) {
		if (at === '' || (entry.optional && !present[at])) continue;
		const here = present[at];
		if (!here || here.version !== entry.version || here.integrity !== entry.integrity) return false;
		if (!fs.existsSync(path.join(root, at, 'package.json'))) return false;
	}
	return Object.keys(present).every((at) => at in wanted);
}

/**
 * Installs the locked dependencies where they are not there yet.
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function install() {
	if (isInstalled()) return false;
	console.log('Installing dependencies …');
	const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--prefer-offline'];
	await orStop(
		runNpm(args),
		'npm could not install the dependencies: see its message above, check the network and run the command again.'
	);
	return true;
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
function readPackages(file) {
	try {
		return JSON.parse(fs.readFileSync(file, 'utf8')).packages ?? {};
	} catch {
		// A record that was cut off while it was written counts as none.
		return {};
	}
}
