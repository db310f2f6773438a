import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.mjs';

const SOURCES = [
	'src',
	'static',
	'scripts',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/** What the compiler of the words leaves between the sources. */
const MADE = new Set([
	'src/lib/words/compiled',
	'src/lib/words/project.inlang/cache',
	'src/lib/words/project.inlang/README.md'
]);

/** Folder of the data package that the site is built from. */
export function dataFolder() {
	return path.resolve(ROOT, process.env.HOTLINE_DATA || 'data');
}

/** Folder of the built site. */
export function buildFolder() {
	return path.resolve(ROOT, process.env.BUILD_DIR || 'build');
}

/** Whether the site in the build folder was made, whole, from the sources as they are now. */
export function isBuilt() {
	const stamp = stampFile();
	return (
		fs.existsSync(path.join(buildFolder(), 'index.html')) &&
		fs.existsSync(stamp) &&
		fs.readFileSync(stamp, 'utf8') === hashSources()
	);
}

/** To be called before a build begins, so that an interrupted one is not taken as done. */
export function clearStamp() {
	fs.rmSync(stampFile(), { force: true });
}

/**
 * To be called when a build is complete.
 * @param {string} hash of the sources when the build began
 */
export function writeStamp(hash) {
	fs.mkdirSync(path.dirname(stampFile()), { recursive: true });
	fs.writeFileSync(stampFile(), hash);
}

/** Hash of everything a build depends on: sources, data, configuration, locked versions. */
export function hashSources() {
	const hash = crypto.createHash('sha256');
	const { BASE_PATH: base = '', SITE_ADDRESS: address = '' } = process.env;
	hash.update(JSON.stringify([base, address, process.versions.node.split('.')[0]]));
	for (const name of SOURCES) addToHash(hash, path.join(ROOT, name), name);
	addToHash(hash, dataFolder(), 'data');
	return hash.digest('hex');
}

function stampFile() {
	const name = crypto.createHash('sha256').update(buildFolder()).digest('hex').slice(0, 12);
	return path.join(ROOT, '.cache/builds', name);
}

/**
 * @param {crypto.Hash} hash
 * @param {string} at absolute path of a file or folder, which may be absent
 * @param {string} name as it enters the hash
 */
function addToHash(hash, at, name) {
	const stats = fs.statSync(at, { throwIfNoEntry: false });
	if (!stats) return;
	if (!stats.isDirectory()) {
		hash.update(`${name}\0${stats.size}\0`).update(fs.readFileSync(at));
		return;
	}
	for (const child of fs.readdirSync(at).sort()) {
		const childName = `${name}/${child}`;
		if (!child.startsWith('.') && !MADE.has(childName)) addToHash(hash, path.join(at, child), childName);
	}
}
