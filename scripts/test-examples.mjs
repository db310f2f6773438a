#!/usr/bin/env node
// npm run test:examples: builds each package below examples/ and runs all tests in a browser against it. A name
// chooses one, and what follows goes to Playwright: npm run test:examples -- uk types.
import './lib/guard.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { install } from './lib/install.mjs';
import { ROOT } from './lib/run.mjs';
import { asFailure, runTests } from './lib/tests.mjs';

const FOLDER = path.join(ROOT, 'examples');
const all = fs
	.readdirSync(FOLDER)
	.filter((name) => fs.existsSync(path.join(FOLDER, name, 'datapackage.json')));
const [first, ...others] = process.argv.slice(2);
const isName = first !== undefined && all.includes(first);
const rest = isName || first === undefined ? others : [first, ...others];

await install();
const count = { passed: 0, failed: 0 };
for (const name of isName ? [first] : all) {
	process.env.HOTLINE_DATA = path.join('examples', name);
	process.env.BUILD_DIR = path.join('.cache', `example-${name}`);
	console.log(`examples/${name}`);
	const { passed, failed } = await runTests('e2e', rest).catch(asFailure);
	count.passed += passed;
	count.failed += failed;
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed ? 1 : 0);
