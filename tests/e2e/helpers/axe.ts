import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe needs of a page whose scripts are off: there timers and frames are never called. */
function callTimersAtOnce(): void {
	const soon = (call: (...values: unknown[]) => void, _?: number, ...values: unknown[]) => {
		void Promise.resolve().then(() => call(...values));
		return 0;
	};
	Object.assign(window, { setTimeout: soon, requestAnimationFrame: soon });
}

/**
 * Runs axe in a page, also where scripts are off; the policy of the page forbids a script element, so its source is evaluated. What stands
 * in frames is tested by itself.
 */
export async function axeFaults(
	page: Page,
	options: RunOptions = {},
	{ scripts = true } = {}
): Promise<string[]> {
	if (!scripts) await page.evaluate(callTimersAtOnce);
	await page.evaluate(AXE);
	const results = await page.evaluate(
		(runOptions) =>
			(window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(runOptions),
		{ resultTypes: ['violations'], iframes: false, ...options } as object
	);
	return results.violations.flatMap((violation) =>
		violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`)
	);
}
