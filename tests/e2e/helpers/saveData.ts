import type { Page } from '@playwright/test';

interface Marked {
	askedForConnection?: boolean;
}

/** Makes the reader one who saves data, so that DuckDB is not started; to be called before the page is opened. */
export async function saveData(page: Page, connection: object = { saveData: true }): Promise<void> {
	await page.addInitScript((value) => {
		const pretended = Object.assign(new EventTarget(), value);
		Object.defineProperty(navigator, 'connection', {
			get: () => {
				(window as Marked).askedForConnection = true;
				return pretended;
			}
		});
	}, connection);
}

/** Waits until the scripts of such a page have taken over, which look at the connection last, and are idle. */
export async function takenOver(page: Page): Promise<void> {
	await page.waitForFunction(() => (window as Marked).askedForConnection);
	await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}
