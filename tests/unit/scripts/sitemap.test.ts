import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { robots, sitemap, sitePages, writeSitemap } from '../../../scripts/lib/sitemap.mjs';

let folder: string;

const LANGUAGES = [
	{ tag: 'en', words: 'en', path: '' },
	{ tag: 'es-US', words: 'es', path: '/es' }
];

beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sitemap-'));
	const pages = [
		'index',
		'404',
		'data',
		'data/v1.0.0',
		'embed/cases',
		'es/index',
		'es/404',
		'es/data',
		'es/embed/cases'
	];
	for (const page of pages) {
		fs.mkdirSync(path.dirname(path.join(folder, page)), { recursive: true });
		fs.writeFileSync(path.join(folder, `${page}.html`), '');
	}
});

afterEach(() => {
	fs.rmSync(folder, { recursive: true });
	delete process.env.SITE_ADDRESS;
});

describe('the map of the site', () => {
	it('has every page but embeds and missing ones, each with its languages', () => {
		expect(Object.fromEntries(sitePages(folder))).toEqual({
			'/': ['', '/es'],
			'/data': ['', '/es'],
			'/data/v1.0.0': ['']
		});
		const xml = sitemap(sitePages(folder), 'https://example.org/a&b', LANGUAGES);
		expect(xml.match(/<url>/g)).toHaveLength(5);
		expect(xml).toContain(
			'<url><loc>https://example.org/a&#38;b/es/data</loc>' +
				'<xhtml:link rel="alternate" hreflang="en" href="https://example.org/a&#38;b/data"/>' +
				'<xhtml:link rel="alternate" hreflang="es" href="https://example.org/a&#38;b/es/data"/></url>'
		);
		expect(xml).toContain('<url><loc>https://example.org/a&#38;b/data/v1.0.0</loc></url>');
	});

	it('is left out where nobody has said the address, which is said', () => {
		expect(writeSitemap(folder, LANGUAGES)).toContain('sitemap.xml is left out');
		expect(fs.existsSync(path.join(folder, 'sitemap.xml'))).toBe(false);
		expect(fs.readFileSync(path.join(folder, 'robots.txt'), 'utf8')).toBe(robots(undefined));
		process.env.SITE_ADDRESS = 'https://example.org/';
		writeSitemap(folder, LANGUAGES);
		expect(fs.readFileSync(path.join(folder, 'sitemap.xml'), 'utf8')).toContain(
			'<loc>https://example.org/es/</loc>'
		);
		expect(fs.readFileSync(path.join(folder, 'robots.txt'), 'utf8')).toContain(
			'Sitemap: https://example.org/sitemap.xml'
		);
	});
});
