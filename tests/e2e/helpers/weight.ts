import { readFileSync } from 'node:fs';
import type { Page, Request } from '@playwright/test';
import type { DataPackage } from '../../../src/lib/package/types.ts';
import { takenOver } from './saveData.ts';

/** What a page may load, compressed, before DuckDB starts, in bytes. */
const LIMIT = 170_000;

/** The same for pages whose charts can show every place: they carry its figures and residents, and the code of maps. */
const LIMIT_OF_PLACES = 205_000;

const DRAW_PLACES = ['tile-map', 'map', 'funnel'];

interface PlaceSpec {
	id: string;
	mark: string;
	facet?: string;
	pages: string[];
	query: { rate?: boolean };
}

/** What the page at an address may load, compressed, before DuckDB starts, in bytes. */
export function weightLimit(address: string): number {
	const { charts = [], places } = readDescriptor();
	const specs = charts as PlaceSpec[];
	const drawing = specs.filter(
		({ mark, facet, query }) => DRAW_PLACES.includes(mark) || facet === places?.field || query.rate
	);
	const heavy = new Set(
		drawing.flatMap(({ id, pages }) => [`/charts/${id}`, ...pages.map((page) => `/${page}`)])
	);
	return heavy.has(address) ? LIMIT_OF_PLACES : LIMIT;
}

function readDescriptor(): DataPackage {
	return JSON.parse(readFileSync('data/datapackage.json', 'utf8')) as DataPackage;
}

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
