import fs from 'node:fs';
import path from 'node:path';
import { findOrInstallBrowser } from './browser.mjs';
import { runChecks } from './checks.mjs';
import { makeEngine } from './engine.mjs';
import { ROOT, runNode } from './run.mjs';
import { isBuilt } from './stamp.mjs';
import { Stop } from './stop.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * What the reports say that is counted here.
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] }} UnitReport
 * @typedef {{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>, errors: unknown[] }} BrowserReport
 */

const REPORTS = path.join(ROOT, 'test-results');

/**
 * Runs checks, unit tests and tests in a browser, or one of the three.
 * @param {string | undefined} part `check`, `unit` or `e2e`; absent: all
 * @param {string[]} rest arguments for the runner of the part
 * @returns {Promise<Count>}
 */
export async function runTests(part, rest) {
	const parts = { check: runChecks, unit: () => runUnit(rest), e2e: () => runBrowser(rest) };
	if (part !== undefined && !(part in parts)) {
		throw new Stop(`"${part}" is no part of the tests: choose check, unit or e2e, or leave it out for all.`);
	}
	await makeEngine();
	fs.mkdirSync(REPORTS, { recursive: true });
	const count = { passed: 0, failed: 0 };
	for (const [name, runPart] of Object.entries(parts)) {
		if (part !== undefined && part !== name) continue;
		const { passed, failed } = await runPart().catch(asFailure);
		console.log(`${name}: ${passed} passed, ${failed} failed`);
		count.passed += passed;
		count.failed += failed;
	}
	return count;
}

/**
 * What could not be run at all counts as one failure, so that the last line is a count in any case.
 * @param {unknown} error
 * @returns {Count}
 */
export function asFailure(error) {
	console.error(error instanceof Stop ? error.message : error);
	return { passed: 0, failed: 1 };
}

/**
 * @param {string[]} rest
 * @returns {Promise<Count>}
 */
async function runUnit(rest) {
	const report = freshReport('unit.json');
	const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...rest];
	const code = await runNode('vitest/vitest.mjs', args);
	return countOf(code, report, (/** @type {UnitReport} */ json) => ({
		passed: json.numPassedTests,
		// What was left out did not pass, and a file that could not be loaded has no test that failed.
		failed:
			json.numFailedTests +
			json.numPendingTests +
			json.numTodoTests +
			json.testResults.filter(isBrokenFile).length
	}));
}

/**
 * @param {string[]} rest
 * @returns {Promise<Count>}
 */
async function runBrowser(rest) {
	const browser = await findOrInstallBrowser();
	if (!isBuilt() && (await runNode('scripts/build.mjs')) !== 0) {
		console.error('The site could not be built, so nothing was tried in a browser.');
		return { passed: 0, failed: 1 };
	}
	const report = freshReport('e2e.json');
	const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
	const code = await runNode('@playwright/test/cli.js', ['test', ...rest], { env });
	return countOf(code, report, (/** @type {BrowserReport} */ { stats, errors }) => ({
		passed: stats.expected,
		// The default package has something for every test; another may lack what a test is about.
		failed: stats.unexpected + stats.flaky + (process.env.HOTLINE_DATA ? 0 : stats.skipped) + errors.length
	}));
}

/**
 * The counts of a report. A runner that crashed, wrote no report, ran nothing or failed without a
 * failed test counts as one failure.
 * @template Report
 * @param {number} code
 * @param {string} report
 * @param {(json: Report) => Count} read
 * @returns {Count}
 */
function countOf(code, report, read) {
	try {
		const { passed, failed } = read(JSON.parse(fs.readFileSync(report, 'utf8')));
		const unexplained = passed + failed === 0 || (code !== 0 && failed === 0);
		return { passed, failed: unexplained ? failed + 1 : failed };
	} catch (error) {
		console.error(`The runner left no report that can be read (${error}).`);
		return { passed: 0, failed: 1 };
	}
}

/** @param {{ status: string, assertionResults: unknown[] }} file */
function isBrokenFile(file) {
	return file.status === 'failed' && file.assertionResults.length === 0;
}

/**
 * @param {string} name
 * @returns {string} the path of a report that is not there yet
 */
function freshReport(name) {
	const report = path.join(REPORTS, name);
	fs.rmSync(report, { force: true });
	return report;
}
