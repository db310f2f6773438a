import { test as base, type Page } from '@playwright/test';
import { TESTED } from './tested.ts';

export { expect, type BrowserContext, type Frame, type Locator, type Page } from '@playwright/test';

/** An address as tests write it, on the English site; one that names another language stays. */
export function tested(address: string): string {
	const isInside = address.startsWith('/') && !`${address}/`.startsWith(`${TESTED}/`);
	return TESTED && isInside ? TESTED + address : address;
}

/** Opens addresses of the English site, which is not the main one of every package. */
export function inEnglish(page: Page): Page {
	if (!TESTED) return page;
	const goto = page.goto.bind(page);
	page.goto = (address, options) => goto(tested(address), options);
	return page;
}

/** `test` of Playwright, for the English site of the package under test. */
export const test = base.extend({
	context: async ({ context }, use) => {
		const newPage = context.newPage.bind(context);
		if (TESTED) context.newPage = async () => inEnglish(await newPage());
		await use(context);
	},
	page: async ({ page }, use) => use(inEnglish(page)),
	request: async ({ request }, use) => {
		const get = request.get.bind(request);
		if (TESTED) request.get = (address, options) => get(tested(address), options);
		await use(request);
	}
});
