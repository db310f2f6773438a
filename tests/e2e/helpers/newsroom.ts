import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Frame, Locator, Page } from '@playwright/test';
import { dataFolder } from '../../../scripts/lib/stamp.mjs';

const ARTICLE = path.resolve('tests/fixtures/newsroom/article.html');

/** The version of the data, as the descriptor has it. */
export const VERSION = (
	JSON.parse(fs.readFileSync(path.join(dataFolder(), 'datapackage.json'), 'utf8')) as { version: string }
).version;

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
	const article = fs.readFileSync(ARTICLE, 'utf8');
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
}

/** Has the host note every height that a frame tells; to be called before the page is opened. */
export async function noteHeights(page: Page): Promise<void> {
	await page.addInitScript(() => {
		if (window !== window.top) return;
		const listener = window as unknown as Listener;
		listener.heights = [];
		addEventListener(
			'message',
			({ data, source }: MessageEvent<{ type?: string; height?: number } | null>) => {
				if (data?.type !== 'hotline-chart:height') return;
				const frame = [...document.querySelectorAll('iframe')].find((each) => each.contentWindow === source);
				if (frame) listener.heights.push({ frame, height: data.height ?? NaN });
			}
		);
	});
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
	await page.waitForTimeout(150);
	const element = elementOf(page, embed);
	const deadline = Date.now() + 5000;
	for (;;) {
		const outside = await element.evaluate((each) => each.clientHeight);
		const inside = await frame.evaluate(() => document.body.getBoundingClientRect().height);
		if (Math.abs(outside - Math.ceil(inside)) < 1) return outside;
		if (Date.now() > deadline) throw new Error(`${embed}: ${inside} px of content in ${outside} px.`);
		await page.waitForTimeout(50);
	}
}
