#!/usr/bin/env node
// npm test: installs what it needs and runs everything. `unit`, `e2e` or `check` runs a part, and what
// follows goes to Vitest or Playwright: npm run test:e2e -- types.
import './lib/guard.mjs';
import { install } from './lib/install.mjs';
import { asFailure, runTests } from './lib/tests.mjs';

const [part, ...rest] = process.argv.slice(2);
const { passed, failed } = await install()
	.then(() => runTests(part, rest))
	.catch(asFailure);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
