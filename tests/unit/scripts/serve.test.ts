import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compress } from '../../../scripts/lib/compress.mjs';
import { serve } from '../../../scripts/serve.mjs';

const PAGE = `<!doctype html><title>Page</title>${'<p>Text.</p>'.repeat(200)}`;

let folder: string;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'serve-'));
	const write = (file: string, text: string) => {
		fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
		fs.writeFileSync(path.join(folder, file), text);
	};
	write('index.html', PAGE);
	write('trends.html', PAGE);
	write('404.html', '<title>Not here</title>');
	write('data/a.csv', 'year,value\n2020,1\n'.repeat(100));
	write('data/a.json', '{}');
	write('_app/immutable/engine.wasm', 'wasm'.repeat(1000));
	write('_app/immutable/worker.js', 'self.x = 1;'.repeat(200));
	write('.secret', 'secret');
	await compress(folder);
	site = await serve({ folder, host: '127.0.0.1' });
});

afterAll(async () => {
	await site.close();
	fs.rmSync(folder, { recursive: true });
});

interface Answer {
	status: number;
	headers: http.IncomingHttpHeaders;
	body: Buffer;
}

/** A request as written: `fetch` would tidy the path and unpack the answer. */
function get(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const request = http.request(
			{ host: '127.0.0.1', port: site.port, path: address, headers, method },
			(response) => {
				const parts: Buffer[] = [];
				response.on('data', (part: Buffer) => parts.push(part));
				response.on('end', () =>
					resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) })
				);
			}
		);
		request.on('error', reject);
		request.end();
	});
}

describe('the server of the built site', () => {
	it('serves pages by their address, and each at one address', async () => {
		expect((await get('/')).body.toString()).toBe(PAGE);
		expect((await get('/trends?year=2016')).body.toString()).toBe(PAGE);
		const slash = await get('/trends/?year=2016');
		expect([slash.status, slash.headers.location]).toEqual([308, '/trends?year=2016']);
	});

	it('sends nobody to another site', async () => {
		expect((await get('//example.org/')).headers.location).toBe('/example.org');
	});

	it('sends what was compressed in the build', async () => {
		const brotli = await get('/trends', { 'accept-encoding': 'gzip, br' });
		expect(brotli.headers['content-encoding']).toBe('br');
		expect(brotli.headers['content-type']).toBe('text/html;charset=utf-8');
		expect(brotli.headers.vary).toBe('Accept-Encoding');
		expect(zlib.brotliDecompressSync(brotli.body).toString()).toBe(PAGE);
		const gzip = await get('/trends', { 'accept-encoding': 'gzip' });
		expect(zlib.gunzipSync(gzip.body).toString()).toBe(PAGE);
		expect(
			(await get('/data/a.json', { 'accept-encoding': 'br' })).headers['content-encoding']
		).toBeUndefined();
	});

	it.each([
		['/_app/immutable/engine.wasm', 'application/wasm'],
		['/_app/immutable/worker.js', 'text/javascript; charset=utf-8'],
		['/data/a.csv', 'text/csv; charset=utf-8'],
		['/data/a.json', 'application/json; charset=utf-8']
	])('names the type of %s', async (address, type) => {
		expect((await get(address, { 'accept-encoding': 'br' })).headers['content-type']).toBe(type);
	});

	it('answers what is not there with the page for it', async () => {
		const missing = await get('/nothing');
		expect([missing.status, missing.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
		expect(missing.body.toString()).toBe('<title>Not here</title>');
	});

	it.each(['/.secret', '/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/%', '/%00'])(
		'gives nothing for %s',
		async (address) => {
			expect((await get(address)).status).toBe(404);
		}
	);

	it('does not fall over an impossible range, and reads only', async () => {
		expect((await get('/data/a.csv', { range: 'bytes=5-2' })).status).toBe(200);
		expect((await get('/', {}, 'POST')).status).toBe(405);
	});

	it('lets a browser keep only what never changes', async () => {
		const kept = await get('/_app/immutable/worker.js');
		expect(kept.headers['cache-control']).toBe('public, max-age=31536000, immutable');
		const page = await get('/trends');
		expect(page.headers['cache-control']).toBe('no-cache');
		expect((await get('/trends', { 'if-none-match': page.headers.etag ?? '' })).status).toBe(304);
	});

	it('sends the headers that protect a reader', async () => {
		for (const address of ['/', '/nothing', '/data/a.csv']) {
			const { headers } = await get(address);
			expect(headers['x-content-type-options']).toBe('nosniff');
			expect(headers['referrer-policy']).toBe('no-referrer');
			expect(headers['permissions-policy']).toContain('geolocation=()');
			expect(headers['set-cookie']).toBeUndefined();
		}
		const worker = await get('/_app/immutable/worker.js');
		expect(worker.headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'");
	});

	it('says so when there is nothing to serve', async () => {
		await expect(serve({ folder: path.join(folder, 'data') })).rejects.toThrow('run npm run build first');
	});

	it('says so when the port is taken', async () => {
		await expect(serve({ folder, port: site.port, host: '127.0.0.1' })).rejects.toThrow(
			`Port ${site.port} is taken`
		);
	});
});
