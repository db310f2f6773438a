import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.mjs';
import { buildFolder, dataFolder } from './stamp.mjs';
import { Stop } from './stop.mjs';

const MESSAGES = path.join(ROOT, 'src/lib/words/messages');

/**
 * A language that the site is built in.
 * @typedef {object} SiteLanguage
 * @property {string} tag as the data package names it: `es-US`
 * @property {string} words folder of its message files: `es`
 * @property {string} path below which its pages stand, `''` for the main language
 */

/**
 * The languages that the data package is written in, the main one first.
 * @returns {SiteLanguage[]}
 * @throws {Stop} where the site has no words in one of them
 */
export function siteLanguages() {
	const file = path.join(dataFolder(), 'datapackage.json');
	const { languages = ['en'] } = /** @type {{ languages?: string[] }} */ (
		JSON.parse(fs.readFileSync(file, 'utf8'))
	);
	return languages.map((tag, index) => {
		const words = wordsFor(tag);
		return { tag, words, path: index === 0 ? '' : `/${words}` };
	});
}

/**
 * The language of this build: the one that `SITE_LANGUAGE` names, else the main one.
 * @throws {Stop} where the data package is not written in it
 */
export function siteLanguage() {
	const languages = siteLanguages();
	const { SITE_LANGUAGE: wanted } = process.env;
	const found = languages.find(({ tag, words }) => !wanted || tag === wanted || words === wanted);
	if (found) return found;
	throw new Stop(
		`SITE_LANGUAGE is "${wanted}", but the data are in ${languages.map(({ tag }) => tag).join(', ')}.`
	);
}

/** @param {string} tag */
function wordsFor(tag) {
	const there = fs.readdirSync(MESSAGES);
	const found = [tag, tag.split('-')[0] ?? tag].find((name) => there.includes(name));
	if (found) return found;
	throw new Stop(
		`datapackage.json names the language "${tag}", but the site has words in ${there.join(', ')} only: ` +
			`add src/lib/words/messages/${tag}, or take it out of "languages".`
	);
}

/**
 * Where Vite puts the pages of a language: the build folder for the main one. A build empties its folder, so that of
 * another language waits elsewhere until all are done.
 * @param {SiteLanguage} language
 */
export function builtFolder(language) {
	const waiting = `${path.basename(buildFolder())}${language.path.replace('/', '-')}`;
	return language.path ? path.join(ROOT, '.cache/sites', waiting) : buildFolder();
}

/**
 * Moves the pages of a language to their place in the site. The database stands in the main language alone: it is half
 * of all bytes, and has no words.
 * @param {SiteLanguage} language
 */
export function joinLanguage(language) {
	if (!language.path) return;
	const from = builtFolder(language);
	const assets = path.join(from, '_app/immutable/assets');
	for (const name of fs.readdirSync(assets).filter((each) => each.endsWith('.wasm'))) {
		if (!fs.existsSync(path.join(buildFolder(), '_app/immutable/assets', name))) {
			throw new Stop(`${name} of the language ${language.tag} is not that of the main one: build again.`);
		}
		fs.rmSync(path.join(assets, name));
	}
	fs.cpSync(from, path.join(buildFolder(), language.path), { recursive: true });
	fs.rmSync(from, { recursive: true });
}
