#!/usr/bin/env node
// npm run build: the slimmed engine (once a version), the site, its compressed neighbours, and a stamp.
// `npm run build -- DIR --address URL`, or HOTLINE_DATA=DIR and SITE_ADDRESS=URL: another data package, and where the
// site will be published. BASE_PATH says only below which path, BUILD_DIR=DIR another place for the site.
import './lib/guard.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { compress } from './lib/compress.mjs';
import { makeEmbedScripts } from './lib/embedScripts.mjs';
import { makeEngine } from './lib/engine.mjs';
import { headersFile, languagePaths, redirectsFile } from './lib/headers.mjs';
import { joinLanguage, siteLanguages } from './lib/language.mjs';
import { keptLine } from './lib/keptLine.mjs';
import { messageFaults } from './lib/messages.mjs';
import { orStop, runNode } from './lib/run.mjs';
import { basePath } from './lib/site.mjs';
import { siteArguments } from './lib/siteArguments.mjs';
import { writeSitemap } from './lib/sitemap.mjs';
import { buildFolder, clearStamp, dataFolder, hashSources, writeStamp } from './lib/stamp.mjs';
import { runMain, Stop } from './lib/stop.mjs';

/**
 * Servers show this page at any address, so its own links cannot be relative as those of all others are.
 * @param {string} file
 * @param {string} base
 */
function makeMissingPageAbsolute(file, base) {
	const page = fs.readFileSync(file, 'utf8');
	const root = `${base}/`;
	fs.writeFileSync(file, page.replace(/\b(href|src)="\.\//g, `$1="${root}`));
}

/**
 * @param {import('./lib/language.mjs').SiteLanguage[]} languages
 * @throws {Stop} where one of them lacks a message
 */
function checkMessages(languages) {
	const faults = languages.flatMap(({ words }) => messageFaults(words));
	if (faults.length) throw new Stop(`The words of a language are not complete:\n${faults.join('\n')}`);
}

/**
 * Every page waits for this script, which stands apart from those that Vite makes small.
 * @param {string} file
 */
async function makeSmall(file) {
	const { minify } = await import('vite');
	const { code, errors } = await minify(file, fs.readFileSync(file, 'utf8'));
	if (errors.length) throw new Stop(errors.map(({ message }) => message).join('\n'));
	fs.writeFileSync(file, code);
}

/** @param {import('./lib/language.mjs').SiteLanguage} language */
function buildLanguage({ tag }) {
	return orStop(
		runNode('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { env: { SITE_LANGUAGE: tag } }),
		`Vite could not build the site (${tag}).`
	);
}

/** Whether the version that was built is kept; a copy that differs would have stopped the build. */
function releaseLine() {
	const file = path.join(dataFolder(), 'datapackage.json');
	const { version } = /** @type {{ version: string }} */ (JSON.parse(fs.readFileSync(file, 'utf8')));
	return keptLine(version, dataFolder(), fs.existsSync(path.join(dataFolder(), 'releases', `v${version}`)));
}

await runMain(async () => {
	Object.assign(process.env, siteArguments(process.argv.slice(2), process.env));
	if (!fs.existsSync(path.join(dataFolder(), 'datapackage.json'))) {
		throw new Stop(
			`There is no datapackage.json in ${dataFolder()}: name the folder of a data package, npm run build -- FOLDER.`
		);
	}
	const base = basePath();
	const languages = siteLanguages();
	checkMessages(languages);
	await orStop(runNode('tsx/dist/cli.mjs', ['scripts/refuse.ts', dataFolder()]), 'Nothing was built.');
	clearStamp();
	const hash = hashSources();
	await makeEngine();
	await makeEmbedScripts();
	// All of them to their end, so that none writes into a folder that the next try uses.
	const builds = await Promise.allSettled(languages.map(buildLanguage));
	for (const built of builds) if (built.status === 'rejected') throw built.reason;
	languages.forEach(joinLanguage);
	for (const { path: at } of languages) {
		makeMissingPageAbsolute(path.join(buildFolder(), at, '404.html'), base + at);
		await makeSmall(path.join(buildFolder(), at, 'exit.js'));
	}
	fs.writeFileSync(path.join(buildFolder(), '_headers'), headersFile(buildFolder(), base));
	fs.writeFileSync(path.join(buildFolder(), '_redirects'), redirectsFile(base, languagePaths(buildFolder())));
	// GitHub Pages leaves out folders such as _app/ where this file is missing.
	fs.writeFileSync(path.join(buildFolder(), '.nojekyll'), '');
	const mapped = writeSitemap(buildFolder(), languages);
	const started = performance.now();
	const { files, bytes } = await compress(buildFolder());
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	console.log(`Compressed ${files} files (${(bytes / 1e6).toFixed(1)} MB) in ${seconds} s.`);
	console.log(mapped);
	console.log(releaseLine());
	writeStamp(hash);
});
