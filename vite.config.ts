import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './src/lib/words/project.inlang',
			outdir: './src/lib/words/compiled',
			strategy: ['baseLocale'],
			outputStructure: 'message-modules'
		}),
		sveltekit()
	],
	build: { rolldownOptions: { checks: { pluginTimings: false } } },
	// A worker may import what it needs only now and then.
	worker: { format: 'es' },
	optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'] },
	test: {
		include: ['tests/unit/**/*.test.ts'],
		environment: 'node',
		css: true,
		testTimeout: 30_000,
		hookTimeout: 60_000
	}
});
