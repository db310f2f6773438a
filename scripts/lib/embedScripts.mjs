import fs from 'node:fs';
import path from 'node:path';
import { orStop, ROOT, runNode } from './run.mjs';
import { siteLanguages } from './language.mjs';
import { makeWords, wordsOfOneLanguage } from './words.mjs';

/** The scripts of embedded charts: each one classic file, for a sandboxed frame has no origin to load modules from. */
const ENTRIES = { frame: 'frame.ts', runtime: 'runtime.svelte.ts', loader: 'loader.ts' };

/**
 * Bundles the scripts of embedded charts into .cache/embed, each into one file a language.
 * @throws where one of them cannot be built
 */
export async function makeEmbedScripts() {
	await makeWords();
	// tsconfig.json extends one that SvelteKit writes, and a fresh copy of the project has none yet.
	if (!fs.existsSync(path.join(ROOT, '.svelte-kit/tsconfig.json'))) {
		await orStop(
			runNode('@sveltejs/kit/svelte-kit.js', ['sync'], { env: { BUILD_DIR: '' } }),
			'SvelteKit could not prepare the project.'
		);
	}
	for (const language of siteLanguages()) await bundle(language);
}

/** @param {import('./language.mjs').SiteLanguage} language */
async function bundle({ tag, words, path: languagePath }) {
	const { build } = await import('vite');
	const { svelte, vitePreprocess } = await import('@sveltejs/vite-plugin-svelte');
	for (const [name, file] of Object.entries(ENTRIES)) {
		await build({
			configFile: false,
			root: ROOT,
			publicDir: false,
			logLevel: 'error',
			plugins: [svelte({ configFile: false, preprocess: vitePreprocess() }), wordsOfOneLanguage(words)],
			define: {
				__SITE_LANGUAGE__: JSON.stringify(tag),
				__LANGUAGE_PATH__: JSON.stringify(languagePath)
			},
			build: {
				outDir: path.join(ROOT, '.cache/embed', words),
				emptyOutDir: false,
				target: name === 'loader' ? 'es2019' : 'es2022',
				lib: {
					entry: path.join(ROOT, 'src/lib/embed', file),
					formats: ['iife'],
					name: `hotline_${name}`,
					fileName: () => `${name}.js`
				}
			}
		});
	}
}
