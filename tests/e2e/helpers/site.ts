import fs from 'node:fs';
import path from 'node:path';
import { buildFolder } from '../../../scripts/lib/stamp.mjs';

/** Files of a built site, as addresses from its root, in the order of their names. */
export function siteFiles(folder: string = buildFolder()): string[] {
	return fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => fs.statSync(path.join(folder, file)).isFile())
		.map((file) => `/${file.split(path.sep).join('/')}`)
		.sort();
}

/** The address of every document of a built site. */
function documents(folder: string): string[] {
	return siteFiles(folder)
		.filter((file) => file.endsWith('.html'))
		.map((file) => file.replace(/\.html$/, '').replace(/^\/index$/, '/'));
}

/** The address of every page of a built site; not the page for missing ones, nor what stands in frames. */
export function everyPage(folder: string = buildFolder()): string[] {
	return documents(folder).filter((address) => address !== '/404' && !address.startsWith('/embed/'));
}

/** The pages of single places: their page of all has a list of them. */
export function placePages(folder: string = buildFolder()): string[] {
	return documents(folder).filter((address) => /^\/places\/(?!compare$)[^/]+$/.test(address));
}

/** Pages of places are made alike: that with the least and that with the most on it stand for all. */
function samplePlaces(folder: string): string[] {
	const size = (address: string) => fs.statSync(path.join(folder, `${address}.html`)).size;
	const places = placePages(folder).sort((a, b) => size(a) - size(b));
	return [...new Set([...places.slice(0, 1), ...places.slice(-1)])];
}

/** The address of every page of a built site, of those of single places two. */
export function sitePages(folder: string = buildFolder()): string[] {
	const left = new Set(placePages(folder));
	for (const address of samplePlaces(folder)) left.delete(address);
	return everyPage(folder).filter((address) => !left.has(address));
}

/** Every page of a kind of its own, and the first chart's and the first table's for all of theirs. */
export function oneOfEachKind(): string[] {
	const kindOf = (address: string) => address.replace(/^(\/\w+\/).+$/, '$1');
	const kinds = new Map(
		sitePages()
			.reverse()
			.map((address) => [kindOf(address), address])
	);
	return [...kinds.values()];
}

/** The address of every live embed. */
export function embedPages(): string[] {
	return documents(buildFolder()).filter((address) => /^\/embed\/(?!404$)[^/]+$/.test(address));
}

/** The address of every frozen embed. */
export function frozenPages(): string[] {
	return documents(buildFolder()).filter((address) => /^\/embed\/v[^/]+\/[^/]+$/.test(address));
}

/** Pages that show one chart alone. */
export function chartPages(): string[] {
	return sitePages().filter((address) => address.startsWith('/charts/'));
}
