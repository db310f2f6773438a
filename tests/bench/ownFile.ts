import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/lib/browser.mjs';
import { serve } from '../../scripts/serve.mjs';
import type { Measured } from './measure.ts';

const ROWS = 1_000_000;
const RUNS = 3;
const PAGE = '/explore/sql';
const LONGEST_WAIT_MS = 180_000;

/** A table of a million rows, about 40 MB, with leading zeros, days, markers and texts in quotes. */
function largeTable(): string {
	const lines = Array.from({ length: ROWS }, (_, row) => {
		const day = `${2010 + (row % 15)}-0${1 + (row % 9)}-1${row % 10}`;
		const calls = row % 97 === 0 ? '[c]' : String(20 + (row % 977));
		return `${day},0${row % 9},form_${row % 13},${calls},"row, ${row}"`;
	});
	return `day,fips,form,calls,text\n${lines.join('\n')}\n`;
}

/** Milliseconds until the file is reviewed and until it is a table, and the longest task of the page's own thread. */
async function load(page: Page, address: string, file: string): Promise<[number, number, number]> {
	await page.addInitScript(() => {
		const tasks: number[] = [];
		Object.assign(window, { longTasks: tasks });
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) tasks.push(duration);
		}).observe({ entryTypes: ['longtask'] });
	});
	await page.goto(address);
	await page.locator('html[data-engine="ready"]').waitFor({ state: 'attached', timeout: LONGEST_WAIT_MS });
	const input = page.locator('[data-own] input[type="file"]:enabled');
	await input.waitFor({ state: 'attached', timeout: LONGEST_WAIT_MS });
	await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));
	const began = performance.now();
	await input.setInputFiles(file);
	const use = page.locator('[data-own-use]:enabled');
	await use.waitFor({ timeout: LONGEST_WAIT_MS });
	const looked = performance.now() - began;
	await use.click();
	await page.locator('[data-own-table]').waitFor({ timeout: LONGEST_WAIT_MS });
	const loaded = performance.now() - began;
	const longest = await page.evaluate(() =>
		Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks)
	);
	return [looked, loaded, longest];
}

/**
 * Times a file of a million rows in a real browser on the built site.
 * @param folder with the built site
 * @param page whose address has the own files
 */
export async function ownFile(folder: string, page = PAGE): Promise<Measured[]> {
	if (!existsSync(path.join(folder, `${page}.html`))) {
		console.log(`${folder} has no ${page}, so own files are not timed: npm run build`);
		return [];
	}
	const place = await mkdtemp(path.join(os.tmpdir(), 'own-file-'));
	const file = path.join(place, 'large.csv');
	await writeFile(file, largeTable());
	const site = await serve({ folder });
	const browser = await chromium.launch({
		executablePath: (await findBrowser()) ?? undefined,
		args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
	});
	const times: [number, number, number][] = [];
	try {
		for (let run = 0; run < RUNS; run++) {
			const tab = await browser.newPage();
			times.push(await load(tab, `${site.url}${page}`, file));
			await tab.close();
		}
	} finally {
		await browser.close();
		await site.close();
		await rm(place, { recursive: true });
	}
	return [
		{ name: 'own file, 1,000,000 rows: looked through', times: times.map(([looked]) => looked) },
		{ name: 'own file, 1,000,000 rows: loaded', times: times.map(([, loaded]) => loaded) },
		{ name: 'own file: longest task of the page', times: times.map(([, , longest]) => longest) }
	];
}
