import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** Every page in every look and by keys: too long for each change, see docs/accessibility.md. */
export default defineConfig({
	...config,
	testDir: 'tests/access',
	outputDir: 'test-results/access',
	reporter: [['line'], ['json', { outputFile: 'test-results/access.json' }]]
});
