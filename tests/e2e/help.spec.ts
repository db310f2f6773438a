import { expect, test } from '@playwright/test';

test.use({ javaScriptEnabled: false });

test('help lines stand by country, emergency numbers first, with how far they can be trusted', async ({
	page
}) => {
	await page.goto('/help');
	const main = page.locator('main');
	await expect(main).toContainText('Nobody here can see you, hear you or answer you');
	for (const name of ['United States', 'Canada', 'Mexico', 'United Kingdom']) {
		await main.getByRole('link', { name, exact: true }).click();
		const country = main.getByRole('region', { name });
		await expect(country.getByRole('heading', { level: 2 })).toBeInViewport();
		await expect(country.locator('[data-kind]').first()).toHaveAttribute('data-kind', 'emergency');
	}
	const line = main
		.getByRole('listitem')
		.filter({ has: page.getByRole('heading', { name: /^National Human/ }) });
	await expect(line.getByRole('link', { name: 'Call 1-888-373-7888' })).toHaveAttribute(
		'href',
		'tel:18883737888'
	);
	await expect(line.getByRole('link', { name: 'Text HELP to 233733' })).toHaveAttribute('href', 'sms:233733');
	await expect(line).toContainText('711');
	await expect(line).toContainText('Not checked by us');
	await expect(main).toContainText('The number is as its source gave it on January 13, 2026.');
});

test('the same lines stand on every page, with a way to all, and in its header a number', async ({
	page
}) => {
	for (const address of ['/', '/charts/cases-by-form', '/404']) {
		await page.goto(address);
		const footer = page.locator('footer');
		await expect(footer.getByRole('link', { name: /^Call / }).first()).toHaveText('Call 911');
		await expect(footer.getByRole('link', { name: 'Call 1-888-373-7888' })).toBeVisible();
		await expect(footer.getByRole('link', { name: 'All help lines, by country' })).toBeVisible();
		const header = page.locator('header');
		await expect(header.getByRole('link', { name: 'Help: 1-888-373-7888' })).toBeVisible();
		await expect(header.getByRole('link', { name: 'Safety' })).toHaveAttribute('href', /\/safety$/);
	}
});

test('the help lines print on one sheet', async ({ page }) => {
	await page.goto('/help');
	const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' };
	const pdf = await page.pdf({ format: 'A4', margin });
	expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
