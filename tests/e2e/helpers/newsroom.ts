import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import { dataFolder } from '../../../scripts/lib/stamp.mjs';
import { charts } from './charts.ts';

const ARTICLE = path.resolve('tests/fixtures/newsroom/article.html');

/** The version of the data, as the descriptor has it. */
export const VERSION = (
	JSON.parse(fs.readFileSync(path.join(dataFolder(), 'datapackage.json'), 'utf8')) as { version: string }
).version;

/** Charts of the article that must not be added up. */
const GROUPED = ['gender-of-victims', 'age-of-victims'];

/** The chart of the package under test that takes the place of one of the article; itself where there is one of that name. */
export function standIn(id: string): string {
	if (charts.some((chart) => chart.id === id)) return id;
	const grouped = charts.filter(({ nonCumulative }) => nonCumulative.length > 0);
	const fitting = GROUPED.includes(id) && grouped.length ? grouped : charts;
	const sum = [...id].reduce((total, letter) => total + letter.charCodeAt(0), 0);
	return fitting[sum % fitting.length]?.id ?? id;
}

/** The article with charts of the package under test. */
const withCharts = (html: string) =>
	html.replace(/(?<=(?:\{SITE\}\/(?:embed|charts)\/|-chart="|\bchart="))[a-z][a-z-]+(?=["?.])/g, standIn);

/** A web site of somebody else, whose pages hold charts of the site. */
export interface Newsroom {
	origin: string;
	/** Puts a page there and returns its address; `{SITE}` and `{VERSION}` stand for the site's. */
	page(html: string): string;
	/** The article with all kinds of embeds. */
	article: string;
	/** The same after an editing system has taken out its scripts. */
	stripped: string;
	close(): Promise<void>;
}

/**
 * Serves a newsroom's pages.
 * @param site address of the site that is tested, without a slash at its end
 */
export async function openNewsroom(site: string): Promise<Newsroom> {
	const pages = new Map<string, string>();
	const server = http.createServer((request, response) => {
		const html = pages.get(request.url ?? '');
		if (request.url === '/favicon.ico') response.writeHead(204).end();
		else response.writeHead(html ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	// By another name than the site's address, so that the two are strangers to the browser.
	const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
	const page = (html: string) => {
		const address = `/${pages.size}`;
		pages.set(address, html.replaceAll('{SITE}', site).replaceAll('{VERSION}', VERSION));
		return origin + address;
	};
	const article = withCharts(fs.readFileSync(ARTICLE, 'utf8'));
	return {
		origin,
		page,
		article: page(article),
		stripped: page(article.replace(/<script\b[^]*?<\/script>/g, '')),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

interface Listener {
	heights: { frame: HTMLIFrameElement; height: number }[];
	loads: number;
	lastWords: number;
}

/**
 * Has the host note what its frames do: heights that they tell, documents that they load, and last words;
 * to be called before the page is opened.
 */
export async function noteFrames(page: Page): Promise<void> {
	await page.addInitScript(() => {
		if (window !== window.top) return;
		const listener = window as unknown as Listener;
		Object.assign(listener, { heights: [], loads: 0, lastWords: 0 });
		addEventListener(
			'message',
			({ data, source }: MessageEvent<{ type?: string; height?: number } | string | null>) => {
				if (data === 'last word') listener.lastWords += 1;
				if (typeof data === 'string' || data?.type !== 'hotline-chart:height') return;
				const frame = [...document.querySelectorAll('iframe')].find((each) => each.contentWindow === source);
				if (frame) listener.heights.push({ frame, height: data.height ?? NaN });
			}
		);
		const onLoad = ({ target }: Event) => {
			if (target instanceof HTMLIFrameElement) listener.loads += 1;
		};
		document.addEventListener('load', onLoad, true);
	});
}

/** Waits until the host has been told of so many documents loaded in its frames. */
export async function framesLoaded(page: Page, count: number): Promise<void> {
	await expect.poll(() => page.evaluate(() => (window as unknown as Listener).loads)).toBe(count);
}

/** Waits until the host has heard all that a window, the host's own or a frame's, has said to it until now. */
export async function heardAll(page: Page, speaker: Page | Frame): Promise<void> {
	const lastWords = () => page.evaluate(() => (window as unknown as Listener).lastWords);
	const before = await lastWords();
	// Messages from one window to another come in their order.
	await speaker.evaluate(() => parent.postMessage('last word', '*'));
	await expect.poll(lastWords, { intervals: [10] }).toBe(before + 1);
}

/** The heights that an embed has told since the last call, in order. */
export function takeHeights(page: Page, embed: string): Promise<number[]> {
	return page.evaluate((name) => {
		const listener = window as unknown as Listener;
		const isIts = ({ frame }: { frame: Element }) => !!frame.closest(`[data-embed="${name}"]`);
		const told = listener.heights.filter(isIts).map(({ height }) => height);
		listener.heights = listener.heights.filter((each) => !isIts(each));
		return told;
	}, embed);
}

function elementOf(page: Page, embed: string): Locator {
	return page.locator(`iframe[data-embed="${embed}"], [data-embed="${embed}"] > iframe`);
}

/** The frame of an embed, by the name that the host's page gives it. */
export async function frameOf(page: Page, embed: string): Promise<Frame> {
	const element = elementOf(page, embed);
	await element.scrollIntoViewIfNeeded();
	const frame = await (await element.elementHandle())?.contentFrame();
	if (!frame) throw new Error(`The embed ${embed} has no frame.`);
	await frame.locator('figure[data-chart]').waitFor();
	return frame;
}

/** Waits until an embed's frame is as high as its content, and returns its height in px. */
export async function settledHeight(page: Page, embed: string): Promise<number> {
	const frame = await frameOf(page, embed);
	const element = elementOf(page, embed);
	let height = NaN;
	const lack = async () => {
		const outside = await element.evaluate((each) => [each.clientWidth, each.clientHeight]);
		const inside = await frame.evaluate(() => [innerWidth, document.body.getBoundingClientRect().height]);
		// A frame in a process of its own learns its new width later than the host.
		if (outside[0] !== inside[0]) return `${inside[0]} px wide in ${outside[0]} px`;
		height = outside[1] ?? NaN;
		const isHigh = Math.abs(height - Math.ceil(inside[1] ?? NaN)) < 1;
		return isHigh ? '' : `${inside[1]} px of content in ${height} px`;
	};
	await expect.poll(lack, { message: embed, intervals: [20, 50] }).toBe('');
	return height;
}

/**
 * Gives a loop between the heights of host and frame the time for some rounds, however slow the machine is:
 * in each the frame draws itself and the host hears what it tells.
 */
export async function someRounds(page: Page, frame: Frame): Promise<void> {
	for (let round = 0; round < 6; round += 1) {
		await frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
		await heardAll(page, frame);
	}
}
