import { expect, type Page } from '@playwright/test';

/** Writes a statement into the editor as a reader does, without what completion and brackets would add. */
export async function writeSql(page: Page, sql: string): Promise<void> {
	await page.getByRole('textbox', { name: 'Your SQL' }).click();
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.insertText(sql);
	await page.keyboard.press('Escape');
}

/** Writes a statement and runs it to its end. */
export async function runSql(page: Page, sql: string): Promise<void> {
	await writeSql(page, sql);
	await page.keyboard.press('ControlOrMeta+Enter');
	await expect(page.locator('[data-sql-run]')).toBeVisible();
}
