import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({
	overrideConfigFile: true,
	overrideConfig: [
		{
			files: ['**/*.ts'],
			languageOptions: { parser: (await import('typescript-eslint')).parser },
			plugins: { floors: (await import('../../eslint.floors.js')).default },
			rules: { 'floors/imports-go-down': 'error' }
		}
	]
});

async function faults(filePath: string, code: string): Promise<string[]> {
	const [result] = await eslint.lintText(code, { filePath });
	return (result?.messages ?? []).map((message) => message.message);
}

const REFUSED: [file: string, code: string][] = [
	['src/lib/cube/plan.ts', `import { x } from '../engine/types.ts'`],
	['src/lib/cube/plan.ts', `import type { X } from '$lib/engine/types.ts'`],
	['src/lib/cube/plan.ts', `export * from '../charts/index.ts'`],
	['src/lib/cube/plan.ts', `export { x } from '../ui/link.ts'`],
	['src/lib/cube/plan.ts', `const x = import('../../routes/+page.server.ts')`],
	['src/lib/cube/plan.ts', `let x: import('../charts/types.ts').ChartSpec`],
	['src/lib/stats/rates.ts', `import { x } from '../cube/plan.ts'`],
	['src/lib/package/table/cell.ts', `import { x } from '../../words/index.ts'`],
	['src/lib/package/table.ts', `import fs from 'node:fs'`],
	['src/lib/disclosure/audit.ts', `import { tick } from 'svelte'`],
	['src/lib/stats/rates.ts', `import { browser } from '$app/environment'`],
	['src/lib/stats/rates.ts', `import * as d3 from 'd3'`],
	['src/lib/cube/sql.ts', `import { x } from '@duckdb/duckdb-wasm'`],
	['src/lib/engine/types.ts', `import { tick } from 'svelte'`],
	['src/lib/engine/types.ts', `import { x } from '../charts/types.ts'`],
	['src/lib/charts/layout/line.ts', `import { tick } from 'svelte'`],
	['src/lib/charts/layout/line.ts', `import { x } from '../../ui/link.ts'`],
	['src/lib/outputs/csv.ts', `import { x } from '../ui/link.ts'`],
	['src/lib/ui/link.ts', `const x = await import('@duckdb/duckdb-wasm')`],
	['src/lib/ui/link.ts', `import url from '$engine/duckdb-eh.wasm?url'`],
	['src/lib/ui/link.ts', `import { x } from '$lib/server/package.ts'`],
	['src/lib/elsewhere/a.ts', `import { x } from '../cube/types.ts'`],
	['src/lib/cube/plan.ts', `import { x } from '../elsewhere/a.ts'`],
	['src/lib/cube/plan.ts', `import { x } from '../../../scripts/data.ts'`]
];

const ALLOWED: [file: string, code: string][] = [
	[
		'src/lib/cube/plan.ts',
		`import { m } from '../words/index.ts'; import type { Row } from '../package/types.ts'`
	],
	['src/lib/cube/plan.ts', `import { x } from './sql.ts'`],
	['src/lib/package/folder.ts', `import fs from 'node:fs/promises'`],
	['src/lib/package/table.ts', `import Papa from 'papaparse'`],
	['src/lib/cube/plan.ts', `import { x } from '../stats/rate.ts'`],
	['src/lib/stats/overdispersion.ts', `import { median } from 'd3-array'`],
	[
		'src/lib/engine/duckdb.ts',
		`const x = await import('@duckdb/duckdb-wasm'); import('$engine/duckdb-eh.wasm?url')`
	],
	['src/lib/charts/Chart.ts', `import { tick } from 'svelte'; import { scaleLinear } from 'd3'`],
	['src/routes/+page.ts', `import { x } from '$lib/ui/link.ts'; import { base } from '$app/paths'`],
	['scripts/data.ts', `import { x } from '../src/lib/package/index.ts'`]
];

describe('imports between the floors', () => {
	it.each(REFUSED)('%s must not: %s', async (file, code) => {
		expect(await faults(file, code)).toHaveLength(1);
	});

	it.each(ALLOWED)('%s may: %s', async (file, code) => {
		expect(await faults(file, code)).toEqual([]);
	});

	it('is an error for every file of src in the checks', async () => {
		const checks = new ESLint();
		for (const file of ['src/lib/cube/plan.ts', 'src/lib/ui/ChartCard.svelte', 'src/routes/+layout.ts']) {
			const config: unknown = await checks.calculateConfigForFile(file);
			expect(config).toHaveProperty(['rules', 'floors/imports-go-down', 0], 2);
		}
	});

	it('says which way is wrong', async () => {
		expect(await faults('src/lib/cube/plan.ts', `import { x } from '../engine/types.ts'`)).toEqual([
			'Imports go down only: cube must not import engine.'
		]);
	});
});
