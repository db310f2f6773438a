import fs from 'node:fs';
import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { serve } from '../../../scripts/serve.mjs';
import { ALL_FILES, ALL_RESOURCES } from '../../unit/engine/allCases.ts';

const FOLDER = path.resolve('test-results/engine-page');

/** Builds a page that has nothing but the engine, with the fixture of the engines' tests, and serves it. */
export async function serveEnginePage(): Promise<{ url: string; close: () => Promise<void> }> {
	await build({
		configFile: false,
		logLevel: 'warn',
		root: path.resolve('tests/e2e/engine'),
		base: './',
		plugins: [svelte({ configFile: false })],
		resolve: { alias: { $engine: path.resolve('.cache/engine') } },
		build: {
			outDir: FOLDER,
			emptyOutDir: true,
			minify: false,
			chunkSizeWarningLimit: 2000,
			rolldownOptions: { checks: { pluginTimings: false } }
		}
	});
	fs.mkdirSync(path.join(FOLDER, 'data'));
	const resources = ALL_RESOURCES.map((each) => ({ ...each, bytes: ALL_FILES[each.name]?.byteLength }));
	fs.writeFileSync(path.join(FOLDER, 'data/datapackage.json'), JSON.stringify({ resources }));
	for (const [name, bytes] of Object.entries(ALL_FILES)) {
		fs.writeFileSync(path.join(FOLDER, `data/${name}.csv`), bytes);
	}
	return serve({ folder: FOLDER });
}
