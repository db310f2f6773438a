import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stop } from './stop.mjs';

/** The folder that holds package.json. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program from the project's root with its output on this terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, quiet?: boolean }} [options] `quiet` drops its standard output
 * @returns {Promise<number>} its exit code; 1 where it was killed or could not be started
 */
export function run(command, args, { env = {}, quiet = false } = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: ROOT,
			env: { ...process.env, ...env },
			stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit']
		});
		const stop = (/** @type {NodeJS.Signals} */ signal) => {
			child.kill(signal);
			process.exit(130);
		};
		const end = (/** @type {number} */ code) => {
			for (const signal of SIGNALS) process.off(signal, stop);
			resolve(code);
		};
		for (const signal of SIGNALS) process.on(signal, stop);
		child.on('error', (error) => {
			console.error(error.message);
			end(1);
		});
		child.on('exit', (code) => end(code ?? 1));
	});
}

/**
 * Runs a Node program of an installed package, such as `vite/bin/vite.js`.
 * @param {string} file below node_modules, or below the root when it starts with `scripts/`
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNode(file, args = [], options = {}) {
	const at = file.startsWith('scripts/') ? file : path.join('node_modules', file);
	return run(process.execPath, [path.join(ROOT, at), ...args], options);
}

/**
 * Runs npm, by the script that started us where there is one (on Windows npm is no program).
 * @param {string[]} args
 */
export function runNpm(args) {
	const npm = process.env.npm_execpath;
	return npm?.endsWith('.js') || npm?.endsWith('.cjs')
		? run(process.execPath, [npm, ...args])
		: run('npm', args);
}

/**
 * Fails the command with a sentence when a step failed.
 * @param {Promise<number>} step
 * @param {string} sentence
 */
export async function orStop(step, sentence) {
	if ((await step) !== 0) throw new Stop(sentence);
}
