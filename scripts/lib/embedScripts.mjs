import fs from 'node:fs';
import path from 'node:path';
import { orStop, ROOT, runNode } from './run.mjs';
import { makeWords } from './words.mjs';

/** The scripts of embedded charts: each one classic file, for a sandboxed frame has no origin to load modules from. */
const ENTRIES = { frame: 'frame.ts', runtime: 'runtime.svelte.ts', loader: 'loader.ts' };

/**
 * Bundles the scripts of embedded charts into .cache/embed, each into one file.
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
	const { build } = await import('vite');
	const { svelte, vitePreprocess } = await import('@sveltejs/vite-plugin-svelte');
	for (const [name, file] of Object.entries(ENTRIES)) {
		await build({
			configFile: false,
			root: ROOT,
			publicDir: false,
			logLevel: 'error',
			plugins: [svelte({ configFile: false, preprocess: vitePreprocess() })],
			build: {
				outDir: path.join(ROOT, '.cache/embed'),
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
