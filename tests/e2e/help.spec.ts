import { expect, test } from './helpers/test.ts';
import { FULL } from './helpers/charts.ts';
import { COUNTRIES, HOME, LINES } from './helpers/lines.ts';

test.use({ javaScriptEnabled: false });

const digits = (number: string) => number.replace(/[^\d+]/g, '');

test('help lines stand by country, emergency numbers first, with how far they can be trusted', async ({
	page
}) => {
	await page.goto('/help');
	const main = page.locator('main');
	const own = HOME.find(({ phone, kind }) => phone && kind === 'emergency')?.phone;
	if (own) {
		const now = main.getByText('In danger now?').getByRole('link');
		await expect(now).toHaveAttribute('href', `tel:${digits(own)}`);
		await expect(now).toBeInViewport();
	}
	await expect(main).toContainText('Nobody here can see you, hear you or answer you');
	for (const name of COUNTRIES) {
		const country = main.getByRole('region', { name });
		if (COUNTRIES.length > 1) await main.getByRole('link', { name, exact: true }).click();
		await expect(country.getByRole('heading', { level: 2 })).toBeInViewport();
		await expect(country.locator('[data-kind]').first()).toHaveAttribute('data-kind', 'emergency');
	}
	for (const { name, phone, text, word, tty, verified } of LINES) {
		const line = main.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
		if (phone) await expect(line.locator(`a[href="tel:${digits(phone)}"]`).first()).toContainText(phone);
		if (text) await expect(line.locator(`a[href="sms:${digits(text)}"]`).first()).toContainText(word || text);
		if (tty) await expect(line.filter({ hasText: tty }).first()).toBeVisible();
		if (!verified)
			await expect(
				line.filter({ hasText: /Its source has no date|No source is named/ }).first()
			).toBeVisible();
	}
});

test('the same lines stand on every page, with a way to all, and in its header a number', async ({
	page
}) => {
	for (const address of ['/', FULL.address, '/404']) {
		await page.goto(address);
		const footer = page.locator('footer');
		const numbers = HOME.flatMap(({ phone }) => phone || []);
		await expect(footer.getByRole('link', { name: /^Call / }).first()).toHaveText(`Call ${numbers[0]}`);
		await expect(footer.getByRole('link', { name: `Call ${numbers.at(-1)}` })).toBeVisible();
		await expect(footer.getByRole('link', { name: 'All help lines, by country' })).toBeVisible();
		const header = page.locator('header');
		const first = HOME.find(({ phone, kind }) => phone && kind !== 'emergency')?.phone;
		await expect(header.getByRole('link', { name: `Help: ${first}` })).toBeVisible();
		const emergency = HOME.find(({ phone, kind }) => phone && kind === 'emergency')?.phone;
		if (emergency) await expect(header.locator('.help a').first()).toHaveText(`Emergency: ${emergency}`);
		await expect(header.getByRole('link', { name: 'Safety' })).toHaveAttribute('href', /\/safety$/);
	}
});

test('the help lines print on one sheet', async ({ page }) => {
	await page.goto('/help');
	const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' };
	const pdf = await page.pdf({ format: 'A4', margin });
	expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
