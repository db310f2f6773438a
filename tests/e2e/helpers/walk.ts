import type { Page } from '@playwright/test';
import { coveredFocus } from './access.ts';

/** More presses of Tab than any page has stops. */
const MOST_STOPS = 600;
const MOST_IN_FRAMES = 60;

/** Whether the element with the focus has a name for assistive software, and what it is. */
async function nameOfFocus(page: Page): Promise<string> {
	// Where a frame has the focus, what has it inside is asked by the frame's own tests.
	const frame = await page.evaluate(() =>
		document.activeElement instanceof HTMLIFrameElement ? document.activeElement.title : null
	);
	if (frame !== null) return frame ? '' : 'a frame without a title';
	// The last: where something inside a shadow root has the focus, its host matches too.
	const focused = page.locator(':focus').last();
	if ((await focused.count()) === 0) return 'nothing that can be found has the focus';
	let told = await focused.ariaSnapshot();
	// A plain box of text that is replaced by the editor while it is asked.
	if (!told) {
		await page.waitForTimeout(1000);
		told = await focused.ariaSnapshot();
	}
	// The first line is the element itself: its role, and in quotes or after a colon its name.
	return /^- \S+ ".+"|^- \S+.*: .+/.test(told) ? '' : `no name: ${told.split('\n')[0] ?? ''}`;
}

/** What is wrong with a chart that has the focus: it must be read by arrows, hold no further stop, and be left by Escape. */
async function chartFault(page: Page): Promise<string> {
	const plot = page.locator('.plot:focus');
	if ((await plot.count()) === 0) return '';
	if (await plot.locator('[tabindex], a, button').count()) return 'a chart with stops inside';
	await page.keyboard.press('End');
	await page.keyboard.press('ArrowLeft');
	const told = await plot.locator('[role="status"]').innerText();
	await page.keyboard.press('Escape');
	return /\d+ \S+ \d+/.test(told) ? '' : `arrows tell nothing: ${told}`;
}

/** What a walk with Tab through a page came to. */
export interface Walk {
	stops: number;
	/** Charts that were stopped at. */
	charts: number;
	/** One line a fault. */
	faults: string[];
}

/** Goes by Tab from the beginning of a page to its end. */
export async function walkByTab(page: Page): Promise<Walk> {
	const walk: Walk = { stops: 0, charts: 0, faults: [] };
	const seen = new Set<number>();
	let framed = 0;
	while (walk.stops < MOST_STOPS) {
		await page.keyboard.press('Tab');
		const stop = await coveredFocus(page);
		if (!stop) break;
		// What is written in keeps Tab for itself nowhere, so the same stop again is a trap.
		const isFrame = stop.name.startsWith('IFRAME');
		// A frame has the focus as often as it has stops, which its own document is tested for.
		if (isFrame && seen.has(stop.at)) {
			if ((framed += 1) > MOST_IN_FRAMES) break;
			continue;
		}
		if (seen.has(stop.at)) {
			walk.faults.push(`${stop.name}: the focus came back`);
			break;
		}
		seen.add(stop.at);
		walk.stops += 1;
		walk.charts += await page.locator('.plot:focus').count();
		for (const fault of [stop.fault, await nameOfFocus(page), await chartFault(page)]) {
			if (fault) walk.faults.push(`${stop.name}: ${fault}`);
		}
	}
	return walk;
}
