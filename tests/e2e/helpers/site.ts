import fs from 'node:fs';
import path from 'node:path';
import { languagePaths } from '../../../scripts/lib/headers.mjs';
import { buildFolder } from '../../../scripts/lib/stamp.mjs';

function readFiles(folder: string): string[] {
	return fs
		.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(
			(entry) =>
				`/${path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`
		)
		.sort();
}

let filesUnderTest: string[] | undefined;

/** Files of a built site, as addresses from its root, in the order of their names. */
export function siteFiles(folder: string = buildFolder()): string[] {
	// Thousands of files, asked for by each test, and the site under test stays as it is.
	if (folder === buildFolder()) return (filesUnderTest ??= readFiles(folder));
	return readFiles(folder);
}

/** The paths of the languages besides the main one: `/es`. */
export function otherLanguages(folder: string = buildFolder()): string[] {
	return languagePaths(folder);
}

/** The address of every document of a built site in one language, `''` for the main one. */
function documents(folder: string, language = ''): string[] {
	const others = otherLanguages(folder).filter((path) => path !== language);
	return siteFiles(folder)
		.filter((file) => file.endsWith('.html') && file.startsWith(`${language}/`))
		.filter((file) => language || !others.some((path) => file.startsWith(`${path}/`)))
		.map((file) => file.replace(/\.html$/, '').replace(/\/index$/, '/'));
}

/** The file of a page below the folder of the site. */
export function fileOf(address: string): string {
	return address.endsWith('/') ? `${address.slice(1)}index.html` : `${address.slice(1)}.html`;
}

/** The address of every page of a built site in one language; not the page for missing ones, nor what stands in frames. */
export function everyPage(folder: string = buildFolder(), language = ''): string[] {
	return documents(folder, language).filter(
		(address) => address !== `${language}/404` && !address.startsWith(`${language}/embed/`)
	);
}

/** The pages of single places: their page of all has a list of them. */
export function placePages(folder: string = buildFolder(), language = ''): string[] {
	return documents(folder, language).filter((address) =>
		/^\/places\/(?!compare$)[^/]+$/.test(address.slice(language.length))
	);
}

/** Pages of places are made alike: that with the least and that with the most on it stand for all. */
function samplePlaces(folder: string, language: string): string[] {
	const size = (address: string) => fs.statSync(path.join(folder, `${address}.html`)).size;
	const places = placePages(folder, language).sort((a, b) => size(a) - size(b));
	return [...new Set([...places.slice(0, 1), ...places.slice(-1)])];
}

/** Topics of the learn pages that are text alone, all made alike: one test of their own looks at each. */
export function textPages(folder: string = buildFolder(), language = ''): string[] {
	return documents(folder, language).filter((address) =>
		/^\/learn\/(?!model$|check$|myths$|children$)[^/]+$/.test(address.slice(language.length))
	);
}

/** The address of every page of a built site in one language, of those of single places two, without texts alone. */
export function sitePages(folder: string = buildFolder(), language = ''): string[] {
	const left = new Set([...placePages(folder, language), ...textPages(folder, language)]);
	for (const address of samplePlaces(folder, language)) left.delete(address);
	return everyPage(folder, language).filter((address) => !left.has(address));
}

/** A page of a single chart, table or version of the data; they are made alike. */
const isOneOfMany = (address: string) => /^(\/[a-z]{2,3})?\/(charts|data)\/./.test(address);

export const isInOtherLanguage = (address: string) =>
	otherLanguages().some((path) => `${address}/`.startsWith(`${path}/`));

/** A page that is made like another one: one of many, or in another than the main language. */
export const isMadeAlike = (address: string) => isOneOfMany(address) || isInOtherLanguage(address);

/** Of the pages that are made alike one in so many is looked at with each change. */
const ONE_IN = 2;

/**
 * The pages of all languages that are looked at with each change: those of a kind of their own in every language, and
 * of those that are made alike every other one, in one language, in turn. The tests outside the usual ones look at all.
 */
export function pagesInTurn(): string[] {
	const languages = ['', ...otherLanguages()];
	return languages.flatMap((language, turn) =>
		sitePages(undefined, language).filter(
			(address, index) => !isOneOfMany(address) || index % (languages.length * ONE_IN) === turn * ONE_IN
		)
	);
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

/** The address of every live embed in one language. */
export function embedPages(language = ''): string[] {
	return documents(buildFolder(), language).filter((address) =>
		/^\/embed\/(?!404$)[^/]+$/.test(address.slice(language.length))
	);
}

/** The address of every frozen embed. */
export function frozenPages(): string[] {
	return documents(buildFolder()).filter((address) => /^\/embed\/v[^/]+\/[^/]+$/.test(address));
}

/** Pages that show one chart alone. */
export function chartPages(): string[] {
	return sitePages().filter((address) => address.startsWith('/charts/'));
}

/** Addresses in groups, so that one browser page looks at several of them. */
export function inGroups(addresses: string[], size: number): string[][] {
	const count = Math.ceil(addresses.length / size);
	return Array.from({ length: count }, (_, at) => addresses.slice(at * size, (at + 1) * size));
}
