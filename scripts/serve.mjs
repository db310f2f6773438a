#!/usr/bin/env node
// Serves the built site: npm run serve. `serve` is used by npm start and by the tests as well.
import './lib/guard.mjs';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { headersFor, NO_CACHE } from './lib/headers.mjs';
import { checkPort, portStop, wantedPort } from './lib/port.mjs';
import { buildFolder } from './lib/stamp.mjs';
import { runMain, Stop } from './lib/stop.mjs';

const TYPES = {
	'.wasm': 'application/wasm',
	'.csv': 'text/csv; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.xml': 'application/xml; charset=utf-8',
	'.cff': 'application/yaml; charset=utf-8',
	'.parquet': 'application/vnd.apache.parquet'
};

/**
 * Serves a folder of static files with their precompressed neighbours.
 * @param {{ folder?: string, port?: number, host?: string }} [options] port 0 takes a free one; without
 *   a host it listens on every address
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 * @throws {Stop} when there is no site in the folder or the port cannot be used
 */
export async function serve({ folder = buildFolder(), port = 0, host } = {}) {
	const { default: sirv } = await import('sirv');
	if (!fs.existsSync(path.join(folder, 'index.html'))) {
		throw new Stop(`There is no built site in ${folder}: run npm run build first.`);
	}
	const files = sirv(folder, {
		etag: true,
		brotli: true,
		gzip: true,
		single: false,
		setHeaders: (response, pathname) => {
			const type = TYPES[/** @type {keyof typeof TYPES} */ (path.extname(pathname))];
			if (type) response.setHeader('Content-Type', type);
			for (const [name, value] of Object.entries(headersFor(pathname))) response.setHeader(name, value);
		}
	});

	const server = http.createServer((request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { ...headersFor('/'), Allow: 'GET, HEAD' }).end();
			return;
		}
		const [pathname = '/', query] = (request.url ?? '/').split('?');
		// Addresses inside a page are relative, so each page has one address, without a slash at its end; only the first
		// page of a language has one, as folders have it.
		const isLanguage =
			/^\/[a-z]{2,3}$/.test(pathname) && fs.existsSync(path.join(folder, pathname, 'index.html'));
		if (isLanguage) {
			const target = `${pathname}/${query ? `?${query}` : ''}`;
			response.writeHead(308, { ...headersFor('/'), Location: target }).end();
			return;
		}
		if (pathname.length > 1 && pathname.endsWith('/') && !/^\/[a-z]{2,3}\/$/.test(pathname)) {
			const target = `/${pathname.replace(/^\/+|\/+$/g, '')}${query ? `?${query}` : ''}`;
			response.writeHead(308, { ...headersFor('/'), Location: target }).end();
			return;
		}
		// sirv throws on a reversed range, and nothing here reads by range.
		delete request.headers.range;
		files(request, response, () => {
			const language = /^\/([a-z]{2,3}\/)?/.exec(pathname)?.[1] ?? '';
			const isEmbed = pathname.startsWith(`/${language}embed/`);
			response.writeHead(404, {
				...headersFor(isEmbed ? '/embed/404' : '/404'),
				'Content-Type': 'text/html; charset=utf-8',
				'Cache-Control': NO_CACHE
			});
			const names = [language, ''].map((path) => `${path}${isEmbed ? 'embed/' : ''}404.html`);
			response.end(request.method === 'HEAD' ? undefined : missingPage(folder, [...names, '404.html']));
		});
	});

	await new Promise((resolve, reject) => {
		server.on('error', (/** @type {NodeJS.ErrnoException} */ error) =>
			reject(portStop(error.code ?? error.message, port))
		);
		server.listen(port, host, () => resolve(undefined));
	});
	const address = server.address();
	const open = typeof address === 'object' && address ? address.port : port;
	return {
		url: `http://localhost:${open}`,
		port: open,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

/**
 * The page for addresses that lead nowhere: the first that is there.
 * @param {string} folder
 * @param {string[]} names
 */
function missingPage(folder, names) {
	const found = names.map((name) => path.join(folder, name)).find((file) => fs.existsSync(file));
	return found ? fs.readFileSync(found) : Buffer.from('Not found');
}

/** Serves the built site until Ctrl-C, and prints its address. */
export async function serveUntilStopped() {
	const site = await serve({ port: wantedPort(), host: process.env.HOST });
	console.log(site.url);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => void site.close().then(() => process.exit(0)));
	}
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	await runMain(async () => {
		await checkPort(wantedPort());
		await serveUntilStopped();
	});
}
