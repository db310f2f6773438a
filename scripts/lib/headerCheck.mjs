import { headersFor } from './headers.mjs';
import { loaderVersion } from './loaderVersion.mjs';
import { Stop } from './stop.mjs';

/** @typedef {{ path: string, status?: number, type?: RegExp }} Sample */
/** @typedef {{ path: string, faults: string[] }} Checked */

const HTML = /^text\/html/;
const SCRIPT = /^(text|application)\/javascript/;

/** How long a check waits for one answer, in ms. */
const PATIENCE = 20_000;

/**
 * Asks a published site for one address of each kind and holds its headers against the rules.
 * @param {string} site its address, with its path
 * @returns {Promise<Checked[]>} each address with its faults, a sentence each; none where all is well
 * @throws {Stop} when nothing answers there, or not as a site of this project
 */
export async function checkSite(site) {
	const root = site.replace(/\/+$/, '');
	const samples = await samplesOf(root);
	const checked = [];
	for (const sample of samples) checked.push(await checkOne(root, sample));
	return checked;
}

/**
 * One address of each kind, from what the site itself says of its charts and files.
 * @param {string} root
 * @returns {Promise<Sample[]>}
 */
async function samplesOf(root) {
	const home = await ask(`${root}/`);
	const html = await home.text();
	const descriptor = await (await ask(`${root}/data/datapackage.json`)).text();
	const chart = /data-chart="([^"]+)"/.exec(html)?.[1];
	const script = /_app\/immutable\/[^"']+\.js/.exec(html)?.[0];
	if (!chart || !script || !descriptor.startsWith('{')) {
		throw new Stop(
			`${root} does not look like a site that was built here: it shows no chart or has no /data/datapackage.json.`
		);
	}
	const { resources, version } = JSON.parse(descriptor);
	return [
		{ path: '/', type: HTML },
		{ path: `/charts/${chart}`, type: HTML },
		{ path: `/data/${resources[0].name}`, type: HTML },
		{ path: '/no-such-page', status: 404, type: HTML },
		{ path: '/no/such/page', status: 404, type: HTML },
		{ path: `/embed/${chart}`, type: HTML },
		{ path: `/embed/${chart}?theme=dark`, type: HTML },
		{ path: '/embed/no-such-chart', status: 404, type: HTML },
		{ path: `/embed/v${version}/no-such-chart`, status: 404, type: HTML },
		{ path: '/embed.js', type: SCRIPT },
		{ path: `/embed-${loaderVersion()}.js`, type: SCRIPT },
		{ path: `/charts/${chart}.csv`, type: /^text\/csv/ },
		{ path: `/charts/${chart}.json`, type: /^application\/json/ },
		{ path: `/charts/${chart}.svg`, type: /^image\/svg\+xml/ },
		{ path: `/charts/${chart}.png`, type: /^image\/png/ },
		{ path: `/data/${resources[0].name}.csv`, type: /^text\/csv/ },
		{ path: '/data/datapackage.json', type: /^application\/json/ },
		{ path: `/oembed/${chart}.json`, type: /^application\/json/ },
		{ path: `/${script}`, type: SCRIPT }
	];
}

/**
 * @param {string} root
 * @param {Sample} sample
 * @returns {Promise<Checked>}
 */
async function checkOne(root, { path, status = 200, type }) {
	const response = await ask(root + path);
	await response.arrayBuffer();
	const faults = [];
	if (response.status !== status) {
		const to = response.headers.get('location');
		faults.push(`answers ${response.status}${to ? ` and leads to ${to}` : ''}, not ${status}`);
	}
	const sent = response.headers.get('content-type') ?? '';
	if (type && !type.test(sent)) faults.push(`Content-Type is ${sent || 'missing'}`);
	faults.push(...headerFaults(path, response.headers, status));
	if (type === HTML && status === 200 && !response.headers.get('content-encoding')) {
		faults.push('is sent without compression');
	}
	return { path, faults };
}

/**
 * What is missing or wrong among the headers of an address.
 * @param {string} path below the site's address, with its query
 * @param {Headers} headers as they were sent
 * @param {number} [status] 404 where a page is missing, whose caching is left to the host
 * @returns {string[]}
 */
export function headerFaults(path, headers, status = 200) {
	const [pathname = '/'] = path.split('?');
	const wanted = headersFor(pathname);
	const isEmbed = pathname.startsWith('/embed/');
	const faults = Object.entries(wanted).flatMap(([name, value]) => {
		const sent = headers.get(name);
		if (name === 'Cache-Control') return status === 404 ? [] : cachingFaults(value, sent);
		if (sent === null) return [`${name} is missing: ${value}`];
		return tidy(sent) === tidy(value) ? [] : [`${name} is "${sent}", not "${value}"`];
	});
	if (!isEmbed) return faults;
	for (const name of ['X-Frame-Options', 'Content-Security-Policy']) {
		const sent = headers.get(name);
		const shuts = name === 'X-Frame-Options' || /frame-ancestors/i.test(sent ?? '');
		if (sent !== null && shuts)
			faults.push(`${name} is "${sent}": it keeps the embed out of pages, so leave it out`);
	}
	return faults;
}

/**
 * @param {string} wanted
 * @param {string | null} sent
 */
function cachingFaults(wanted, sent) {
	if (sent === null) return [`Cache-Control is missing: ${wanted}`];
	const [most, least] = [maxAge(wanted), maxAge(sent)];
	const asksAgain = /\bno-cache\b|\bno-store\b/i.test(sent) || least === 0;
	if (most === 0)
		return asksAgain ? [] : [`Cache-Control is "${sent}", not "${wanted}": what changed is seen late`];
	const isForGood = /\bimmutable\b/.test(wanted);
	if (isForGood && !(least >= 86_400))
		return [`Cache-Control is "${sent}", not "${wanted}": it is asked for too often`];
	if (!isForGood && !(least <= most) && !asksAgain)
		return [`Cache-Control is "${sent}", not "${wanted}": what changed is seen late`];
	return [];
}

/**
 * Seconds that an answer may be kept; NaN where several values were joined or none can be read.
 * @param {string} value
 */
function maxAge(value) {
	if (/\bno-cache\b|\bno-store\b/i.test(value)) return 0;
	const found = [...value.matchAll(/max-age=(\d+)/gi)];
	return found.length === 1 ? Number(found[0]?.[1]) : NaN;
}

/** @param {string} value */
function tidy(value) {
	return value.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** @param {string} address */
async function ask(address) {
	try {
		return await fetch(address, {
			redirect: 'manual',
			signal: AbortSignal.timeout(PATIENCE),
			headers: { 'accept-encoding': 'gzip, br', origin: 'https://newsroom.example' }
		});
	} catch (error) {
		const cause =
			error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
		throw new Stop(`${address} does not answer (${cause}).`);
	}
}
