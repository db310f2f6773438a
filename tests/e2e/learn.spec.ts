import { answerOf, NONE, OPTIONS } from '../../src/lib/ui/learn/model.ts';
import { expect, test, type Page } from './helpers/test.ts';
import { LINE, charts } from './helpers/charts.ts';
import { descriptor } from './helpers/data.ts';

/** A chart of which what is counted is explained. */
const TERM = [LINE, ...charts].find(({ html }) =>
	/class="[^"]*\bdeck\b[^>]*>(?:(?!<\/p>)[^])*class="[^"]*\bterm\b/.test(html)
);
import { axeFaults } from './helpers/axe.ts';
import { sidewaysScroll } from './helpers/measures.ts';
import { saveData, takenOver } from './helpers/saveData.ts';
import { otherLanguages, textPages } from './helpers/site.ts';

const ALL = /they are what the United Nations protocol calls trafficking/;
const CHILD = /no means is needed: this is trafficking/;
const LACKS = /a part is missing/;

async function choose(page: Page, values: Record<string, string>) {
	for (const [group, value] of Object.entries(values)) {
		await page.locator(`[data-model] [name=${group}][value=${value}]`).check();
	}
}

test('the model is worked through with the keyboard, and the answer is announced', async ({ page }) => {
	await saveData(page);
	await page.goto('/learn/model');
	const status = page.locator('[data-model] [role=status]');
	await expect(status).toContainText('Choose one from each group');
	await page.locator('[data-model] [name=person]:checked').focus();
	for (const down of [1, 0, 1]) {
		await page.keyboard.press('Tab');
		await page.keyboard.press('Space');
		for (let presses = 0; presses < down; presses++) await page.keyboard.press('ArrowDown');
	}
	await expect(status).toHaveAttribute('data-answer', 'all');
	await expect(status).toHaveText(ALL);
	await choose(page, { means: 'none', purpose: 'sex' });
	await expect(status).toHaveText(LACKS);
	await expect(status).toContainText('No means');
	await choose(page, { person: 'minor' });
	await expect(status).toHaveText(CHILD);
	await choose(page, { purpose: 'labor' });
	await expect(status).toHaveAttribute('data-answer', 'depends');
	await page.getByRole('button', { name: 'Start again' }).click();
	await expect(status).toContainText('Choose one from each group');
});

test('the self-check says right or not, and why', async ({ page }) => {
	await saveData(page);
	await page.goto('/learn/check');
	const first = page.locator('[data-check]').first();
	const verdict = first.getByRole('status');
	await expect(verdict).toHaveText('');
	await first.locator('input:not([data-right])').first().check();
	await expect(verdict).toContainText('Not quite. The answer is: In many laws yes');
	await first.locator('[data-right]').check();
	await expect(verdict).toContainText('Right.');
	await expect(verdict).toContainText('A child cannot agree');
	await expect(page.locator('[data-check]').nth(1).getByRole('status')).toHaveText('');
});

test('what is counted leads to the glossary, and a tip says it at once', async ({ page }) => {
	await saveData(page);
	test.skip(!TERM, 'No definition of the package explains what a chart counts.');
	await page.goto(TERM?.address ?? LINE.address);
	const link = page.locator('.deck a.term').first();
	const tip = page.getByRole('tooltip');
	const [, anchor = '?'] = /#(.+)$/.exec((await link.getAttribute('href')) ?? '') ?? [];
	await takenOver(page);
	await link.hover();
	const words = await tip.innerText();
	expect(words.length).toBeGreaterThan(20);
	await tip.hover();
	await page.waitForTimeout(400);
	await expect(tip).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(tip).toHaveCount(0);
	await link.focus();
	await expect(tip).toBeVisible();
	await expect(link).toHaveAccessibleDescription(words.trim());
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`/glossary#${anchor}$`));
	await expect(tip).toHaveCount(0);
	await expect(page.locator(`#${anchor}`)).toBeInViewport();
	await expect(page.locator(`#${anchor} + dd`)).toContainText(words.trim().slice(0, 20));
});

for (const language of ['', ...otherLanguages()]) {
	test(`every text has an end, and no fault of access: ${language || 'main language'}`, async ({ page }) => {
		await saveData(page);
		await page.setViewportSize({ width: 320, height: 800 });
		const texts = textPages(undefined, language);
		expect(texts.length).toBeGreaterThan(7);
		for (const address of texts) {
			await page.goto(address);
			expect.soft(await axeFaults(page), address).toEqual([]);
			expect.soft(await sidewaysScroll(page), address).toBe(0);
			await expect.soft(page.locator('.around a'), address).not.toHaveCount(0);
			await expect.soft(page.locator('#note-1'), address).toBeVisible();
		}
	});
}

test.describe('Learn without scripts', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });

	test('the model answers and the self-check explains', async ({ page }) => {
		await page.goto('/learn/model');
		const shown = page.locator('[data-model] .styled p:visible');
		await expect(shown).toHaveText([/Choose one from each group/]);
		await choose(page, { action: 'recruit', means: 'force', purpose: 'labor' });
		await expect(shown).toHaveText([ALL]);
		await choose(page, { means: 'none' });
		await expect(shown).toHaveText([LACKS, /^No means: the person is an adult/]);
		await choose(page, { person: 'minor' });
		await expect(shown).toHaveText([/Some national laws ask/]);
		await choose(page, { purpose: 'sex' });
		await expect(shown).toHaveText([CHILD]);
		await choose(page, { action: 'none' });
		await expect(shown).toHaveText([LACKS, /^No action/, /^No means\. For somebody under 18/]);
		await choose(page, { action: 'paid' });
		await expect(shown).toHaveText([/Some national laws do\./]);
		await choose(page, { person: 'adult' });
		await expect(shown).toHaveText([LACKS, /^No means: the person is an adult/]);
		await choose(page, { means: 'force', purpose: 'labor' });
		await expect(shown).toHaveText([LACKS, /^No action/]);
		expect(await sidewaysScroll(page)).toBe(0);

		await page.goto('/learn/check');
		const first = page.locator('[data-check]').first();
		await first.locator('summary').click();
		await expect(first.locator('details')).toContainText('The answer is: In many laws yes');
		await first.locator('[data-right]').check();
		await expect(first.locator('.verdict.right')).toBeVisible();
		await expect(first.locator('.verdict.wrong')).toBeHidden();
	});

	test('the model says of every choice what it says with scripts', async ({ page }) => {
		await page.goto('/learn/model');
		const persons = ['adult', 'minor'] as const;
		const choices = persons.flatMap((person) =>
			[...OPTIONS.action, NONE].flatMap((action) =>
				[...OPTIONS.means, NONE].flatMap((means) =>
					[...OPTIONS.purpose, NONE].map((purpose) => ({ person, action, means, purpose }))
				)
			)
		);
		const said = await page.locator('[data-model]').evaluate(
			(form, all) =>
				all.map((choice) => {
					for (const [name, value] of Object.entries(choice)) {
						const option = form.querySelector<HTMLInputElement>(`[name="${name}"][value="${value}"]`);
						if (!option) throw new Error(`${name} has no ${value}.`);
						option.checked = true;
					}
					const shown = [...form.querySelectorAll('.styled > *, .styled .lacks > p + p')];
					return shown.flatMap((each) => (each.checkVisibility() && each.className.split(' ')[0]) || []);
				}),
			choices
		);
		expect(choices.map((choice, at) => ({ ...choice, said: said[at] }))).toEqual(
			choices.map((choice) => {
				const { kind, missing } = answerOf(choice);
				const lacks = kind === 'lacks' ? missing.map((group) => `no-${group}`) : [];
				return { ...choice, said: [kind, ...lacks] };
			})
		);
	});

	test('myths stand beside what the charts say, notes lead to sources, terms to the glossary', async ({
		page
	}) => {
		await page.goto('/learn/myths');
		test.skip(!Object.keys(descriptor.learn?.figures ?? {}).length, 'No myth of the package has a chart.');
		const figure = page.locator('[data-figure]').first();
		const chart = await figure.getByRole('link').getAttribute('href');
		const headline = (await figure.locator('.headline').textContent()) ?? '';
		expect(headline).toMatch(/\d/);
		await page.locator('sup.note a').first().click();
		await expect(page).toHaveURL(/#note-1$/);
		await expect(page.locator('#note-1')).toBeInViewport();
		await page.goto(new URL(chart ?? '', page.url()).pathname);
		await expect(page.locator('figure h2, figure h3').first()).toHaveText(headline);

		for (const language of [...otherLanguages(), '']) {
			await page.goto(`${language}/learn/borders`);
			expect(await sidewaysScroll(page), language).toBe(0);
		}
		await expect(page.getByRole('rowheader', { name: 'Consent' })).toBeVisible();
		await page.locator('a.term').first().click();
		await expect(page).toHaveURL(/\/glossary#smuggling$/);
		await expect(page.locator('#smuggling')).toBeInViewport();
	});
});
