import type { BrowserContext, Page } from '@playwright/test';

/** What a page did that it must not do. */
export interface Watch {
	/** One line a fault: requests to elsewhere, errors, violations of the policy. */
	faults: string[];
	/** Addresses of all requests, in order. */
	requests: string[];
}

/**
 * Watches a page from before its first request.
 * @param site an address of it
 * @param allowed faults that the test itself causes
 */
export function watch(page: Page, site: string, allowed: RegExp = /^$/): Watch {
	const origin = URL.canParse(site) ? new URL(site).origin : site;
	const seen: Watch = { faults: [], requests: [] };
	const fault = (text: string) => {
		if (!allowed.test(text)) seen.faults.push(text);
	};
	const note = (address: string) => {
		seen.requests.push(address);
		const { origin: asked, protocol } = new URL(address);
		if (asked !== origin && protocol !== 'data:' && !address.startsWith(`blob:${origin}`)) {
			fault(`request to ${address}`);
		}
	};
	page.on('request', (request) => note(request.url()));
	page.on('websocket', (socket) => fault(`socket to ${socket.url()}`));
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') fault(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => fault(`error: ${error.message}`));
	page.on('response', (response) => {
		if (response.status() >= 400) fault(`${response.status()} for ${response.url()}`);
	});
	return seen;
}

/** Names of everything that a page left in the browser. */
export async function traces(page: Page, context: BrowserContext): Promise<string[]> {
	const cookies = await context.cookies();
	const stored = await page.evaluate(async () => [
		...(await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`),
		...(await caches.keys()).map((key) => `cache ${key}`),
		...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `service worker ${scope}`)
	]);
	return [...cookies.map(({ name }) => `cookie ${name}`), ...stored, ...(await keptItems(page, context))];
}

/** Local and session storage as the browser itself knows them, whatever the page says of them. */
async function keptItems(page: Page, context: BrowserContext): Promise<string[]> {
	const session = await context.newCDPSession(page);
	const securityOrigin = new URL(page.url()).origin;
	const kept: string[] = [];
	for (const isLocalStorage of [true, false]) {
		const { entries } = await session.send('DOMStorage.getDOMStorageItems', {
			storageId: { securityOrigin, isLocalStorage }
		});
		kept.push(...entries.map(([key]) => `${isLocalStorage ? 'local' : 'session'} storage ${key}`));
	}
	await session.detach();
	return kept;
}

/** Waits until DuckDB answers on this page. */
export async function engineReady(page: Page): Promise<void> {
	await page.locator('html[data-engine="ready"]').waitFor({ state: 'attached', timeout: 45_000 });
}
