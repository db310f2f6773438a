import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { siteLanguage } from './scripts/lib/language.mjs';
import { WORDS_OPTIONS, wordsOfOneLanguage } from './scripts/lib/words.mjs';

const language = siteLanguage();
const isTest = Boolean(process.env.VITEST);

export default defineConfig({
	plugins: [
		paraglideVitePlugin(WORDS_OPTIONS),
		...(isTest ? [] : [wordsOfOneLanguage(language.words)]),
		sveltekit()
	],
	define: isTest
		? {}
		: { __SITE_LANGUAGE__: JSON.stringify(language.tag), __LANGUAGE_PATH__: JSON.stringify(language.path) },
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
	// A worker may import what it needs only now and then.
	worker: { format: 'es', plugins: () => (isTest ? [] : [wordsOfOneLanguage(language.words)]) },
	optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'] },
	test: {
		include: ['tests/unit/**/*.test.ts'],
		environment: 'node',
		// Plain modules are read once for all tests, not once a file.
		isolate: false,
		pool: 'threads',
		// Unless told, one core is left idle: half of a machine with two.
		maxWorkers: '100%',
		css: true,
		testTimeout: 30_000,
		hookTimeout: 60_000
	}
});
