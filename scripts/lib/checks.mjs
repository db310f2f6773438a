import { makeEngine } from './engine.mjs';
import { runNode } from './run.mjs';
import { WORDS } from './words.mjs';

/** The steps of `npm run check`, in order; each is one check. */
const CHECKS = /** @type {const} */ ([
	{ name: 'words', ...WORDS },
	{ name: 'routes', file: '@sveltejs/kit/svelte-kit.js', args: ['sync'] },
	{
		name: 'types',
		file: 'svelte-check/bin/svelte-check',
		args: ['--tsconfig', './tsconfig.json', '--output', 'human']
	},
	{ name: 'lint', file: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
	{ name: 'format', file: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] }
]);

/**
 * Runs every check, also after one that failed.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks() {
	await makeEngine();
	const [words, routes, types, lint, format] = CHECKS;
	// The others wait for what the first two write; the lint takes as long as types and format together.
	const before = await inTurn([words, routes]);
	const after = await Promise.all([inTurn([types, format]), inTurn([lint])]);
	const passed = [...before, ...after.flat()].filter(Boolean).length;
	return { passed, failed: CHECKS.length - passed };
}

/**
 * @param {typeof CHECKS[number]} step
 * @returns {Promise<boolean>} whether it passed
 */
async function check({ name, file, args }) {
	const passed = (await runNode(file, [...args])) === 0;
	console.log(`${passed ? 'ok' : 'FAILED'}  ${name}`);
	return passed;
}

/** @param {typeof CHECKS[number][]} steps */
async function inTurn(steps) {
	const passed = [];
	for (const step of steps) passed.push(await check(step));
	return passed;
}
