import path from 'node:path';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { builtFolder, siteLanguage } from './scripts/lib/language.mjs';
import { basePath } from './scripts/lib/site.mjs';

// Another place for the site, whose build must not disturb this one's.
const root = process.env.BUILD_DIR || 'build';
// Each language is a build of its own, below the main one.
const language = siteLanguage();
const folder = builtFolder(language);
const outDir =
	root === 'build' && !language.path
		? '.svelte-kit'
		: `.cache/kit-${path.basename(root)}${language.path.replace('/', '-')}`;

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		outDir,
		adapter: adapter({ pages: folder, assets: folder, strict: false }),
		alias: { $engine: '.cache/engine', $embed: `.cache/embed/${language.words}` },
		paths: { base: basePath() + language.path, relative: true },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', 'wasm-unsafe-eval'],
				'worker-src': ['self'],
				'connect-src': ['self'],
				'style-src': ['self'],
				// The route announcer of SvelteKit carries a style attribute.
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'form-action': ['none'],
				'base-uri': ['none'],
				'object-src': ['none']
			}
		},
		output: { preloadStrategy: 'modulepreload' },
		prerender: { handleMissingId: 'fail', handleHttpError: 'fail', handleUnseenRoutes: 'ignore' },
		typescript: {
			config: (config) => ({
				...config,
				include: [...config.include, '../scripts/**/*.ts', '../tests/**/*.ts', '../*.config.ts']
			})
		}
	}
};
