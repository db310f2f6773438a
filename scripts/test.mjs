#!/usr/bin/env node
// npm test: installs what it needs and runs everything. `unit`, `e2e` or `check` runs a part, and what
// follows goes to Vitest or Playwright: npm run test:e2e -- types.
import './lib/guard.mjs';
import { install } from './lib/install.mjs';
import { runMain } from './lib/stop.mjs';

await runMain(async () => {
	await install();
	const { runTests } = await import('./lib/tests.mjs');
	const [part, ...rest] = process.argv.slice(2);
	const { passed, failed } = await runTests(part, rest);
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed ? 1 : 0);
});
