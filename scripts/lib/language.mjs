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
 * @throws {Stop} where the site has no words in one of them, or where two are one but for their region
 */
export function siteLanguages() {
	const languages = languageTags().map((tag, index) => {
		const words = wordsFor(tag);
		return { tag, words, path: index === 0 ? '' : `/${words}` };
	});
	const twice = languages.find(
		({ words }, index) => languages.findIndex((each) => each.words === words) < index
	);
	if (!twice) return languages;
	throw new Stop(`datapackage.json names the language "${twice.words}" twice: keep one of its regions.`);
}

/** `languages` of the descriptor; English alone where it cannot be read, for the check of the package says why. */
function languageTags() {
	try {
		const text = fs.readFileSync(path.join(dataFolder(), 'datapackage.json'), 'utf8');
		const { languages } = /** @type {{ languages?: unknown }} */ (JSON.parse(text) ?? {});
		const tags = Array.isArray(languages) ? languages.filter((tag) => typeof tag === 'string') : [];
		return tags.length ? tags : ['en'];
	} catch {
		return ['en'];
	}
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
	const language = tag.split('-')[0] ?? tag;
	const there = fs.readdirSync(MESSAGES);
	if (there.includes(language)) return language;
	throw new Stop(
		`datapackage.json names the language "${tag}", but the site has words in ${there.join(', ')} only: ` +
			`add src/lib/words/messages/${language}, or take it out of "languages".`
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
