import os from 'node:os';
import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './scripts/lib/browser.mjs';

const isRoot = process.getuid?.() === 0;

/**
 * What Chromium starts with every window for its address bar costs as much as a page of the site. Naming features
 * replaces those that Playwright turns off, so the ones of them that change what a page does are named again.
 */
const FEATURES_OFF = [
	'WebUIOmniboxPopup',
	'WebUIOmniboxAimPopup',
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsFirstBalancedModeAutoEnable',
	'HttpsUpgrades',
	'MediaRouter',
	'NetworkTimeServiceQuerying',
	'OptimizationHints',
	'PaintHolding',
	'ThirdPartyStoragePartitioning'
];

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results/e2e',
	globalSetup: './tests/e2e/helpers/server.ts',
	// Two also on one core, for some tests wait; no more than six, for each has a browser of its own.
	workers: Math.min(6, Math.max(2, os.availableParallelism())),
	fullyParallel: true,
	retries: 0,
	forbidOnly: true,
	timeout: 60_000,
	expect: { timeout: 15_000 },
	reporter: [
		['line'],
		['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/e2e.json' }]
	],
	use: {
		baseURL: process.env.SITE_URL,
		locale: 'en-US',
		timezoneId: 'UTC',
		launchOptions: {
			executablePath: (await findBrowser()) ?? undefined,
			args: [
				'--disable-background-networking',
				`--disable-features=${FEATURES_OFF.join(',')}`,
				...(isRoot ? ['--no-sandbox'] : [])
			]
		}
	},
	projects: [
		{ name: 'chromium', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } } }
	]
});
