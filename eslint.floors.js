import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.dirname(fileURLToPath(import.meta.url));

/** The floors from the ground up; a file may import from its own floor and from those below it. */
const FLOORS = [
	['words', 'package'],
	['stats'],
	['disclosure', 'cube'],
	['engine'],
	['charts'],
	['outputs'],
	['ui'],
	['embed'],
	['server'],
	['routes']
];

/** Floors that run in the build, the page, a worker and the command line alike. */
const PLAIN = new Set(['package', 'disclosure', 'cube', 'stats']);

/** The packages that plain floors may use: nothing of the page, of Svelte or of DuckDB. */
const PLAIN_PACKAGES = new Set(['papaparse', 'd3-array', 'highs']);

/** Reads a package from a disk, for the build and the command line; nothing else of its floor touches files. */
const READS_FILES = 'src/lib/package/folder.ts';

/**
 * @param {string} file relative to the root, with slashes
 * @returns {string | null} the floor it stands on
 */
function floorOf(file) {
	const [, lib, routes] = /^src\/(?:lib\/([^/]+)|(routes|params|hooks))/.exec(file) ?? [];
	return routes ? 'routes' : (lib ?? null);
}

/** @param {string} floor */
function heightOf(floor) {
	return FLOORS.findIndex((names) => names.includes(floor));
}

/**
 * What is wrong with an import, or null.
 * @param {string} file that imports, relative to the root
 * @param {string} specifier as written
 * @returns {string | null}
 */
function faultOf(file, specifier) {
	const floor = floorOf(file);
	if (!floor) return null;
	if (heightOf(floor) < 0) return `"src/lib/${floor}" is on no floor: add it to eslint.floors.js.`;
	const target = targetOf(file, specifier);
	return target === null ? packageFault(file, floor, specifier) : floorFault(floor, floorOf(target), target);
}

/**
 * @param {string} file
 * @param {string} specifier
 * @returns {string | null} a file of the project, relative to the root; null for a package
 */
function targetOf(file, specifier) {
	const bare = specifier.replace(/\?.*$/, '');
	if (bare.startsWith('.')) return path.posix.join(path.posix.dirname(file), bare);
	if (bare.startsWith('$lib/')) return `src/lib/${bare.slice(5)}`;
	if (bare.startsWith('/src/')) return bare.slice(1);
	return null;
}

/**
 * @param {string} floor
 * @param {string | null} other
 * @param {string} target
 */
function floorFault(floor, other, target) {
	if (other === null || heightOf(other) < 0)
		return `${floor} must not import ${target}, which is on no floor.`;
	if (other === floor || heightOf(other) < heightOf(floor)) return null;
	return `Imports go down only: ${floor} must not import ${other}.`;
}

/**
 * @param {string} file
 * @param {string} floor
 * @param {string} specifier
 */
function packageFault(file, floor, specifier) {
	const isDuckdb = /^(@duckdb\/|\$engine\/|apache-arrow)/.test(specifier);
	if (isDuckdb && floor !== 'engine') return `DuckDB is imported by the engine floor alone, not by ${floor}.`;
	const isSvelte = /^(svelte|@sveltejs)(\/|$)|^\$(app|env)\//.test(specifier);
	if (isSvelte && heightOf(floor) < heightOf('charts'))
		return `${floor} must not import Svelte (${specifier}).`;
	if (isSvelte && file.startsWith('src/lib/charts/layout/'))
		return 'The layout of charts is plain TypeScript.';
	if (!PLAIN.has(floor) || PLAIN_PACKAGES.has(specifier)) return null;
	if (specifier.startsWith('node:') && file === READS_FILES) return null;
	return `${floor} is plain TypeScript: it must not import ${specifier}.`;
}

/** @type {import('eslint').Rule.RuleModule} */
const importsGoDown = {
	meta: { type: 'problem', schema: [], messages: { fault: '{{fault}}' } },
	create(context) {
		const file = path.relative(ROOT, context.filename).split(path.sep).join('/');
		/** @param {{ source?: unknown }} node */
		const check = (node) => {
			const source = /** @type {{ value?: unknown } | null | undefined} */ (node.source);
			if (typeof source?.value !== 'string') return;
			const fault = faultOf(file, source.value);
			if (fault) context.report({ node: /** @type {never} */ (source), messageId: 'fault', data: { fault } });
		};
		return {
			ImportDeclaration: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check,
			ImportExpression: check,
			TSImportType: check
		};
	}
};

/** The rule that keeps the floors of src apart. */
export default { rules: { 'imports-go-down': importsGoDown } };
