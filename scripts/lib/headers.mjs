import fs from 'node:fs';
import path from 'node:path';
import { Stop } from './stop.mjs';

/**
 * @typedef {object} HeaderRule
 * @property {string} name
 * @property {string} match a regular expression, as JavaScript, PCRE and RE2 read it alike, of the path of a
 *   page or of its file, below the site's address and with nothing encoded in it; each language but the main one has a
 *   folder of two or three letters
 * @property {string[]} hosts the same as patterns of a `_headers` file
 * @property {Record<string, string>} headers
 */

/** A page has its policy in a meta tag; a worker only takes it from the header of its own script. */
export const SCRIPT_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** Everything that the site sends. */
export const COMMON = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
};

/** Whatever no rule opens: no other page may put it in a frame, where a reader could be led to click. */
export const CLOSED = {
	'Content-Security-Policy': "frame-ancestors 'none'",
	'X-Frame-Options': 'DENY',
	'Cross-Origin-Opener-Policy': 'same-origin'
};

/** Whatever no rule lets a browser keep: asked for again each time, answered with 304 where nothing changed. */
export const NO_CACHE = 'no-cache';

const ANY_ORIGIN = { 'Access-Control-Allow-Origin': '*' };
const YEAR = 'public, max-age=31536000, immutable';
const HOUR = 'public, max-age=3600';
const MINUTES = 'public, max-age=300';

/**
 * What is open to other sites, and how long it may be kept. No two rules set the same header for one path.
 *
 * Embeds carry no `frame-ancestors` at all: `frame-ancestors *` still shuts out a parent without a web
 * origin of its own, such as a preview in a sandboxed frame, an app's view or a file on a disk.
 * @type {HeaderRule[]}
 */
export const OPEN_RULES = [
	{
		name: 'hashed files',
		match: '^(/[a-z][a-z][a-z]?)?/_app/immutable/',
		hosts: ['/_app/immutable/*'],
		headers: { ...ANY_ORIGIN, 'Cache-Control': YEAR }
	},
	{
		name: 'embeds',
		match: '^(/[a-z][a-z][a-z]?)?/embed/[^/]+$',
		hosts: ['/embed/:chart'],
		headers: { ...ANY_ORIGIN, 'Cache-Control': MINUTES }
	},
	{
		// Their numbers stay, but a notice of newer data can join them, and one can be withdrawn.
		name: 'frozen embeds',
		match: '^(/[a-z][a-z][a-z]?)?/embed/v[^/]+/[^/]+$',
		hosts: ['/embed/:version/:chart'],
		headers: { ...ANY_ORIGIN, 'Cache-Control': HOUR }
	},
	{
		name: 'loader',
		match: '^(/[a-z][a-z][a-z]?)?/embed\\.js$',
		hosts: ['/embed.js'],
		headers: { ...ANY_ORIGIN, 'Cache-Control': HOUR }
	},
	{
		name: 'loader of one version',
		match: '^(/[a-z][a-z][a-z]?)?/embed-[^/]+\\.js$',
		hosts: ['/embed-*.js'],
		headers: { ...ANY_ORIGIN, 'Cache-Control': YEAR }
	},
	{
		name: 'files',
		match:
			'^(/[a-z][a-z][a-z]?)?/(charts|data|oembed)/([^/]+/)?[^/]+\\.(csv|json|parquet|png|svg|txt|xml|zip)$',
		hosts: [
			'/charts/*.csv',
			'/charts/*.json',
			'/charts/*.svg',
			'/charts/*.png',
			'/data/*.csv',
			'/data/*.json',
			'/data/*.parquet',
			'/data/*.txt',
			'/data/*.xml',
			'/data/*.zip',
			'/oembed/*.json'
		],
		headers: ANY_ORIGIN
	}
];

/** Scripts that may be workers, in the folders that SvelteKit and Vite write; besides what another rule says of them. */
export const SCRIPT_RULE = {
	name: 'scripts',
	match: '^(/[a-z][a-z][a-z]?)?/(_app|assets)/.+\\.js$',
	hosts: ['/_app/immutable/*.js'],
	headers: { 'Content-Security-Policy': SCRIPT_POLICY }
};

/**
 * The headers of a page or file.
 * @param {string} pathname below the site's address, `/` first; its file's name does as well
 * @returns {Record<string, string>}
 */
export function headersFor(pathname) {
	const open = OPEN_RULES.filter(({ match }) => new RegExp(match).test(pathname));
	const isScript = new RegExp(SCRIPT_RULE.match).test(pathname);
	return Object.assign(
		{ ...COMMON, 'Cache-Control': NO_CACHE },
		open.length ? {} : CLOSED,
		...open.map(({ headers }) => headers),
		isScript ? SCRIPT_RULE.headers : {}
	);
}

/** Cloudflare reads no more rules than these of a `_headers` file. */
const MOST_RULES = 100;

/**
 * The text of a `_headers` file, as Netlify and Cloudflare Pages read it. Both join the values that several
 * patterns give to one header, so no two patterns that meet set the same one: pages are listed, and of those
 * in folders a pattern takes a whole folder, with its files. Caching of pages is left to the host, which
 * asks again each time.
 * @param {string} folder with the built site
 * @param {string} base path below which the site is published, without a slash at its end
 * @throws {Stop} where there are more rules than Cloudflare reads
 */
export function headersFile(folder, base = '') {
	const blocks = [
		...[...OPEN_RULES, SCRIPT_RULE].flatMap(({ hosts, headers }) =>
			['', ...languagePaths(folder)].flatMap((path) => hosts.map((on) => ({ on: path + on, headers })))
		)
	];
	const rules = [true, false].map((withFiles) => [
		{ on: '/*', headers: COMMON },
		...blocks,
		...pagePatterns(folder, withFiles).map((on) => ({ on, headers: CLOSED }))
	]);
	const all = rules.find(({ length }) => length <= MOST_RULES);
	if (!all) throw new Stop(`_headers has ${rules.at(-1)?.length} rules; Cloudflare reads ${MOST_RULES}.`);
	return all
		.map(({ on, headers }) => {
			const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
			return `${base}${on}\n${lines.join('')}`;
		})
		.join('\n');
}

/**
 * The folders of the languages besides the main one, as paths below the site's address.
 * @param {string} folder with the built site
 */
export function languagePaths(folder) {
	return fs
		.readdirSync(folder)
		.filter((name) => /^[a-z]{2,3}$/.test(name) && fs.existsSync(path.join(folder, name, 'index.html')))
		.map((name) => `/${name}`);
}

/**
 * Patterns that take every page of a built site but its embeds: those of the main language are listed, of those in
 * folders a pattern takes a whole folder, with its files.
 * @param {string} folder
 * @param {boolean} withFiles whether a page is also named as its file, which hosts lead to the page or give out as it is
 * @returns {string[]}
 */
function pagePatterns(folder, withFiles) {
	const pages = fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => `/${file.split(path.sep).join('/')}`)
		.filter((file) => file.endsWith('.html') && !/^(\/[a-z]{2,3})?\/embed\//.test(file));
	const patterns = pages.flatMap((file) => {
		const within = path.posix.dirname(file);
		const isFirst = path.posix.basename(file) === 'index.html';
		if (within !== '/') return [...(isFirst ? [`${within}/`] : []), `${within}/:page`];
		const page = isFirst ? '/' : file.replace(/\.html$/, '');
		return withFiles ? [page, file] : [page];
	});
	return [...new Set(patterns)].sort();
}

/**
 * The text of a `_redirects` file: Netlify finds the page for missing embeds by it. Cloudflare finds that
 * page by its name, and leaves out a line with 404.
 * @param {string} base
 * @param {string[]} languages paths of the languages besides the main one
 */
export function redirectsFile(base = '', languages = []) {
	const embeds = ['', ...languages].map(
		(path) => `${base}${path}/embed/* ${base}${path}/embed/404.html 404\n`
	);
	return [...embeds, ...languages.map((path) => `${base}${path}/* ${base}${path}/404.html 404\n`)].join('');
}
