import type { Page, Request } from '@playwright/test';
import { takenOver } from './saveData.ts';

/** What a page may load, compressed, before DuckDB starts, in bytes. */
export const WEIGHT_LIMIT = 150_000;

/** Path and compressed bytes of all that a page asks for when its reader saves data, the heaviest first. */
export async function openAndWeigh(page: Page, address: string): Promise<[path: string, bytes: number][]> {
	const requests: Request[] = [];
	const note = (request: Request) => requests.push(request);
	page.on('request', note);
	await page.goto(address);
	await takenOver(page);
	page.off('request', note);
	const weigh = async (request: Request): Promise<[string, number]> => {
		// Answers only once the request has ended.
		const { responseBodySize } = await request.sizes();
		return [new URL(request.url()).pathname, responseBodySize];
	};
	return (await Promise.all(requests.map(weigh))).sort((a, b) => b[1] - a[1]);
}

/** Bytes in all. */
export function sumOf(loaded: [path: string, bytes: number][]): number {
	return loaded.reduce((sum, [, bytes]) => sum + bytes, 0);
}
