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
	let passed = 0;
	for (const { name, file, args } of CHECKS) {
		const failed = (await runNode(file, [...args])) !== 0;
		if (!failed) passed += 1;
		console.log(`${failed ? 'FAILED' : 'ok'}  ${name}`);
	}
	return { passed, failed: CHECKS.length - passed };
}
