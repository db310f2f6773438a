import { orStop, runNode } from './run.mjs';

/** How the message files become functions, for the command line and for Vite alike. */
export const WORDS_OPTIONS = {
	project: './src/lib/words/project.inlang',
	outdir: './src/lib/words/compiled',
	strategy: /** @type {['baseLocale']} */ (['baseLocale']),
	outputStructure: /** @type {const} */ ('message-modules'),
	// Else a second command finds no messages while this one writes them.
	cleanOutdir: false
};

/** Where a compiled message asks which language it is read in. */
const ASKS = /const locale = .*getLocale\(\)/;

/**
 * A build holds the words of one language: in it every message is read in that one, and the others fall out.
 * @param {string} language as the folders of the message files are called
 * @returns {import('vite').Plugin}
 * @throws where a compiled message does not ask as it is expected to, so that no build carries every language
 */
export function wordsOfOneLanguage(language) {
	return {
		name: 'words-of-one-language',
		transform(code, id) {
			if (!/words\/compiled\/messages\/[^_][^/]*\.js$/.test(id)) return null;
			if (!ASKS.test(code)) this.error(`${id} does not ask for the language as other messages do.`);
			return { code: code.replace(ASKS, `const locale = ${JSON.stringify(language)}`), map: null };
		}
	};
}

/** The program that turns the message files into functions. */
export const WORDS = { file: 'scripts/words.mjs', args: [] };

/** Compiles the message files. */
export async function makeWords() {
	await orStop(runNode(WORDS.file, WORDS.args), 'The message files could not be compiled.');
}
