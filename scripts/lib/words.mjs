import { orStop, runNode } from './run.mjs';

/** The program that turns the message files into functions, below node_modules, and its arguments. */
export const WORDS = {
	file: '@inlang/paraglide-js/bin/run.js',
	args: [
		...['compile', '--project', 'src/lib/words/project.inlang', '--outdir', 'src/lib/words/compiled'],
		...['--strategy', 'baseLocale', '--silent']
	]
};

/** Compiles the message files. */
export async function makeWords() {
	await orStop(runNode(WORDS.file, WORDS.args), 'The message files could not be compiled.');
}
