import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compress } from '../../../scripts/lib/compress.mjs';
import { checkSite, headerFaults } from '../../../scripts/lib/headerCheck.mjs';
import {
	CLOSED,
	COMMON,
	headersFile,
	headersFor,
	OPEN_RULES,
	redirectsFile,
	SCRIPT_RULE
} from '../../../scripts/lib/headers.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { LOADER_VERSION } from '../../../src/lib/embed/loaderVersion.ts';

const LOADER = `/embed-${LOADER_VERSION}.js`;

// A page may name other loaders, as in a code to paste; they are not what is checked.
const PAGE = `<code>embed-99.js</code><figure data-chart="calls"></figure><link href="./_app/immutable/start.js">${'<p>Text.</p>'.repeat(200)}`;

const FILES: Record<string, string> = {
	'index.html': PAGE,
	'trends.html': PAGE,
	'404.html': PAGE,
	'data.html': PAGE,
	'charts/calls.html': PAGE,
	'charts/calls.csv': 'year,value\n',
	'charts/calls.json': '{}',
	'charts/calls.svg': '<svg/>',
	'charts/calls.png': 'PNG',
	'data/figures.html': PAGE,
	'data/figures.csv': 'year,value\n',
	'data/v1.0.0/figures.csv': 'year,value\n',
	'data/v1.0.0/datapackage.json': '{}',
	'data/datapackage.json': '{"version":"1.0.0","resources":[{"name":"figures"}]}',
	'oembed/calls.json': '{}',
	'embed/404.html': '<title>No such chart</title>',
	'embed/calls.html': PAGE,
	'embed/calls.js': '{}',
	'embed/v1.0.0/calls.html': PAGE,
	'embed.js': '{}',
	[`embed-${LOADER_VERSION}.js`]: '{}',
	'_app/immutable/start.js': '{}',
	'es/index.html': PAGE,
	'es/trends.html': PAGE,
	'es/404.html': '<title>No hay tal página</title>',
	'es/charts/calls.csv': 'year,value\n',
	'es/embed/404.html': '<title>No hay tal gráfico</title>',
	'es/embed/calls.html': PAGE,
	'es/embed.js': '{}',
	'es/_app/immutable/font.woff2': 'font',
	'_app/immutable/font.woff2': 'font'
};

/** Addresses that a browser asks for, and some that are not there. */
const ADDRESSES = [
	...Object.keys(FILES).map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`),
	'/embed/no-such-chart',
	'/embed/v9.9.9/calls'
];

let folder: string;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headers-'));
	for (const [file, text] of Object.entries(FILES)) {
		fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
		fs.writeFileSync(path.join(folder, file), text);
	}
	await compress(folder);
	site = await serve({ folder, host: '127.0.0.1' });
});

afterAll(async () => {
	await site.close();
	fs.rmSync(folder, { recursive: true });
});

describe('the header rules', () => {
	it.each(['/', '/trends', '/charts/calls', '/data/figures', '/charts', '/embed', '/embedded', '/a/embed/b'])(
		'close %s to frames',
		(address) => {
			expect(headersFor(address)).toMatchObject({ ...COMMON, ...CLOSED, 'Cache-Control': 'no-cache' });
		}
	);

	it.each([
		'/embed/calls',
		'/embed/calls.js',
		'/embed/404.html',
		'/embed/v1.2.3/calls',
		'/embed/v1.2.3/calls.svg'
	])('open %s to every frame, also one without an origin', (address) => {
		const headers = headersFor(address);
		expect(headers).toMatchObject({ ...COMMON, 'Access-Control-Allow-Origin': '*' });
		expect(headers['X-Frame-Options']).toBeUndefined();
		expect(headers['Content-Security-Policy'] ?? '').not.toContain('frame-ancestors');
		expect(headers['Cache-Control']).not.toContain('immutable');
	});

	it.each([
		'/data/figures.csv',
		'/data/v1.2.3/figures.csv',
		'/data/v1.2.3/datapackage.json',
		'/charts/calls.json',
		'/charts/calls-square.png',
		'/charts/calls.svg',
		'/oembed/calls.json'
	])('let every site read %s', (address) =>
		expect(headersFor(address)['Access-Control-Allow-Origin']).toBe('*')
	);

	it('let only hashed files and the loader by its version be kept for a year', () => {
		const kept = ADDRESSES.filter((address) => headersFor(address)['Cache-Control']?.includes('immutable'));
		expect(kept.sort()).toEqual([
			'/_app/immutable/font.woff2',
			'/_app/immutable/start.js',
			LOADER,
			'/es/_app/immutable/font.woff2'
		]);
		expect(headersFor('/embed.js')['Cache-Control']).toBe('public, max-age=3600');
	});

	it('never give one path the same header twice', () => {
		for (const address of ADDRESSES) {
			const rules = [...OPEN_RULES, SCRIPT_RULE].filter(({ match }) => new RegExp(match).test(address));
			const names = rules.flatMap(({ headers }) => Object.keys(headers));
			expect(names, address).toEqual([...new Set(names)]);
		}
	});
});

describe('the server of the built site', () => {
	it('passes the check of a published site', async () => {
		const checked = await checkSite(site.url);
		expect(checked.length).toBeGreaterThan(15);
		expect(checked.map((each) => each.path)).toContain(LOADER);
		expect(checked.filter(({ faults }) => faults.length)).toEqual([]);
	});

	it('shows a notice in a frame whose chart is not there', async () => {
		for (const address of [
			'/embed/nothing',
			'/embed/v9/calls',
			'/embed/a/b/c',
			'/embed/%3Cb%3E',
			'/embed/..%2ftrends'
		]) {
			const response = await fetch(site.url + address);
			expect([response.status, await response.text()], address).toEqual([404, FILES['embed/404.html']]);
			expect(headerFaults('/embed/calls', response.headers, 404), address).toEqual([]);
		}
	});
});

describe('the server of a site in two languages', () => {
	it('shows the first page of a language below its own slash, and what is missing in its words', async () => {
		const bare = await fetch(`${site.url}/es?x=1`, { redirect: 'manual' });
		expect([bare.status, bare.headers.get('location')]).toEqual([308, '/es/?x=1']);
		expect((await fetch(`${site.url}/es/`)).status).toBe(200);
		for (const [address, file] of [
			['/es/nothing', 'es/404.html'],
			['/es/embed/nothing', 'es/embed/404.html'],
			['/nothing', '404.html']
		]) {
			const response = await fetch(`${site.url}${address}`);
			expect([response.status, await response.text()], address).toEqual([404, FILES[file ?? '']]);
		}
	});
});

describe('the check of a published site', () => {
	it('names what a host without headers leaves out', async () => {
		const bare = http.createServer((request, response) => {
			const name = (request.url ?? '').slice(1) || 'index.html';
			const text = FILES[name] ?? FILES[`${name}.html`];
			response.writeHead(text === undefined ? 404 : 200, { 'Cache-Control': 'max-age=600' }).end(text);
		});
		await new Promise((resolve) => bare.listen(0, '127.0.0.1', () => resolve(undefined)));
		const address = bare.address();
		const port = typeof address === 'object' ? address?.port : 0;
		const checked = await checkSite(`http://127.0.0.1:${port}/`);
		bare.close();
		const of = (wanted: string) => checked.find((each) => each.path === wanted)?.faults.join('\n') ?? '';
		expect(checked.every(({ faults }) => faults.some((fault) => fault.includes('nosniff')))).toBe(true);
		expect(of('/')).toMatch(
			/is seen late[^]*Content-Security-Policy is missing[^]*X-Frame-Options is missing/
		);
		expect(of('/')).toContain('without compression');
		expect(of('/data/figures.csv')).toMatch(
			/Content-Type is missing[^]*Access-Control-Allow-Origin is missing/
		);
		expect(of('/_app/immutable/start.js')).toContain('asked for too often');
	});

	const sent = (address: string, more: Record<string, string>) =>
		headerFaults(address, new Headers({ ...headersFor(address), ...more }));

	it('names what keeps an embed out of pages', () => {
		expect(sent('/embed/calls', {})).toEqual([]);
		expect(sent('/embed/calls', { 'X-Frame-Options': 'DENY' }).join()).toContain('leave it out');
		expect(sent('/embed/calls', { 'Content-Security-Policy': "frame-ancestors 'none'" }).join()).toContain(
			'leave it out'
		);
	});

	it('names joined values, and takes other words for the same caching', () => {
		expect(sent('/embed.js', { 'Cache-Control': 'public, max-age=3600, public, max-age=300' })).toHaveLength(
			1
		);
		expect(
			sent('/', { 'Content-Security-Policy': "frame-ancestors 'none', frame-ancestors *" })
		).toHaveLength(1);
		expect(sent('/', { 'Cache-Control': 'public, max-age=0, must-revalidate' })).toEqual([]);
		expect(sent('/', { 'Cache-Control': 'public, max-age=60' })).toHaveLength(1);
		expect(sent('/embed/v1.0.0/calls', { 'Cache-Control': 'max-age=31536000, immutable' })).toHaveLength(1);
	});

	it('says so when nothing answers, or another site does', async () => {
		await expect(checkSite('http://127.0.0.1:9')).rejects.toThrow('does not answer');
		await expect(checkSite(`${site.url}/embed`)).rejects.toThrow('does not look like');
	});
});

interface Block {
	on: string;
	headers: [string, string][];
}

/** Reads a `_headers` file as the hosts do. */
function readBlocks(text: string): Block[] {
	return text
		.trim()
		.split('\n\n')
		.map((block) => {
			const [on = '', ...lines] = block.split('\n');
			return {
				on,
				headers: lines.map((line): [string, string] => {
					const [, name = '', value = ''] = /^ {2}([A-Za-z-]+): (.+)$/.exec(line) ?? [];
					return [name, value];
				})
			};
		});
}

const quoted = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

/** How each host reads a pattern; Netlify takes a slash at the end and letters of either case as well. */
const HOSTS: Record<string, (on: string) => RegExp> = {
	Cloudflare: (on) => new RegExp(`^${quoted(on).replace('*', '.*').replace(/:\w+/g, '[^/]+')}$`),
	Netlify: (on) => {
		const parts = on.split('/').filter(Boolean);
		const read = (part: string) =>
			part.startsWith(':') ? '[^/]+' : part === '*' ? '?.*' : quoted(part).replaceAll('*', '.*');
		return new RegExp(`^/${parts.map(read).join('/')}/?$`, 'i');
	}
};

/** What a host sends: values of several patterns joined. */
function sentBy(host: string, blocks: Block[], address: string): Record<string, string> {
	const sent = new Map<string, string>();
	for (const { on, headers } of blocks) {
		if (!HOSTS[host]?.(on).test(address)) continue;
		for (const [name, value] of headers) {
			const known = sent.get(name);
			sent.set(name, known === undefined ? value : `${known}, ${value}`);
		}
	}
	return Object.fromEntries(sent);
}

describe.each(Object.keys(HOSTS))('the _headers file as %s reads it', (host) => {
	it.each(ADDRESSES)('gives %s its headers', (address) => {
		const sent = sentBy(host, readBlocks(headersFile(folder)), address);
		const { 'Cache-Control': caching, ...wanted } = headersFor(address);
		expect(sent).toMatchObject(wanted);
		// The hosts themselves let nothing be kept that no rule names.
		if (caching !== 'no-cache') expect(sent['Cache-Control']).toBe(caching);
		const isFile = /^\/((es\/)?(charts|data)\/.*\.|es\/embed\.js$)/.test(address);
		const others = Object.keys(sent).filter((name) => !(name in headersFor(address)));
		// A pattern cannot tell a page from a file beside it; in an `img` these do no harm.
		expect(others.filter((name) => !(isFile && name in CLOSED))).toEqual([]);
	});

	it('stands below a path as well', () => {
		const blocks = readBlocks(headersFile(folder, '/stats'));
		expect(sentBy(host, blocks, '/stats/trends')).toMatchObject(CLOSED);
		expect(sentBy(host, blocks, '/stats/embed/calls')).toEqual(
			expect.not.objectContaining({ 'X-Frame-Options': 'DENY' })
		);
		expect(sentBy(host, blocks, '/trends')).toEqual({});
	});
});

describe('the _headers file', () => {
	it('keeps to the limits of Cloudflare', () => {
		const text = headersFile(folder);
		const blocks = readBlocks(text);
		expect(blocks.length).toBeLessThanOrEqual(100);
		expect(blocks.every(({ on, headers }) => /^[^*]*\*?[^*]*$/.test(on) && headers.length > 0)).toBe(true);
		expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(2000);
	});

	it('fails the build where a host would leave rules out', () => {
		const many = fs.mkdtempSync(path.join(os.tmpdir(), 'many-'));
		for (let at = 0; at < 60; at += 1) {
			fs.mkdirSync(path.join(many, `folder-${at}`));
			fs.writeFileSync(path.join(many, `folder-${at}/index.html`), '');
		}
		expect(() => headersFile(many)).toThrow('Cloudflare reads 100');
		fs.rmSync(many, { recursive: true });
	});

	it('comes with a page for missing embeds, which only Netlify needs', () => {
		expect(redirectsFile('/stats')).toBe('/stats/embed/* /stats/embed/404.html 404\n');
		expect(redirectsFile('', ['/es'])).toBe(
			'/embed/* /embed/404.html 404\n/es/embed/* /es/embed/404.html 404\n/es/* /es/404.html 404\n'
		);
	});
});

describe.each(['nginx.conf', 'Caddyfile'])('the example %s', (name) => {
	const text = fs.readFileSync(path.join('docs/hosting', name), 'utf8');

	it.each([...OPEN_RULES, SCRIPT_RULE])('has the rule for $name', ({ match, headers }) => {
		expect(text).toContain(match);
		for (const value of Object.values(headers)) expect(text).toContain(`"${value}"`);
	});

	it.each(Object.entries({ ...COMMON, ...CLOSED }))('has %s', (header, value) => {
		expect(text).toContain(header);
		expect(text).toContain(`"${value}"`);
	});
});
