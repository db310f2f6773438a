import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { embedDocument } from '../../../src/lib/embed/document.ts';

const HOSTILE = '"><img src=x onerror=alert(1)>';

const page = embedDocument({
	title: HOSTILE,
	body: '<main>Chart</main>',
	frame: 'addEventListener("x", () => {});',
	id: HOSTILE,
	scripts: { data: './a.js', runtime: '../b.js' },
	lang: 'en'
});

describe('the document of an embed', () => {
	it('allows the script and the style that stand in it, and no other', () => {
		const plain = page.replaceAll('&#39;', "'");
		for (const [tag, directive] of [
			['script', 'script-src'],
			['style', 'style-src']
		] as const) {
			const text = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(page)?.[1] ?? '';
			expect(text.length).toBeGreaterThan(10);
			const hash = createHash('sha256').update(text).digest('base64');
			expect(plain).toMatch(new RegExp(`${directive}[^;]*'sha256-${hash.replace(/[+/]/g, '\\$&')}'`));
		}
		expect(plain).toContain("default-src 'none'");
		expect(plain).not.toContain('unsafe-inline');
	});

	it('keeps the text of strangers text', () => {
		expect(page).not.toContain('<img');
		expect(page).toContain('<title>&quot;&gt;&lt;img');
	});

	it('asks for nothing by itself: no style sheet, font or picture', () => {
		const text = page.replace(/data-\w+="[^"]*"/g, '');
		expect(text).not.toMatch(/<link|src="|url\((?!#)|@import/);
	});

	it('opens links in a tab of their own, and is not listed by itself', () => {
		expect(page).toContain('<base target="_blank">');
		expect(page).toContain('name="robots" content="noindex"');
	});

	it('says what the package says of all its figures, outside what a script draws again; else nothing', () => {
		const parts = { title: 'T', body: '<p>B</p>', frame: 'f', id: 'a', lang: 'en' };
		const said = '<aside class="newer" data-site-notice>Made up &lt;all&gt;.</aside>\n<div id="embed">';
		const without = embedDocument(parts);
		expect(without).not.toContain('data-site-notice');
		expect(embedDocument({ ...parts, notice: 'Made up <all>.' })).toBe(
			without.replace('<div id="embed">', said)
		);
	});
});
