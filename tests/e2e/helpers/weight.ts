import type { Page } from '@playwright/test';

/** What a page may load, compressed, before DuckDB starts, in bytes. */
export const WEIGHT_LIMIT = 150_000;

interface Marked {
	engineStartedAt?: number;
}

/** Notes when DuckDB starts; to be called before the page is opened. */
export async function noteEngineStart(page: Page): Promise<void> {
	await page.addInitScript(() => {
		new MutationObserver(() => {
			const marked = window as Marked;
			if (document.documentElement.dataset.engine === 'loading') marked.engineStartedAt ??= performance.now();
		}).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-engine'] });
	});
}

/** Compressed bytes of all that the page asked for before DuckDB started, and of the files that only pages need. */
export function weightBeforeEngine(page: Page): Promise<number> {
	return page.evaluate(() => {
		const start = (window as Marked).engineStartedAt ?? Infinity;
		const own = /\.(html|css|woff2|svg|png)$|__data\.json/;
		const entries = performance.getEntries().filter((entry) => entry instanceof PerformanceResourceTiming);
		return entries
			.filter((entry) => entry.startTime < start || own.test(entry.name))
			.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
	});
}
