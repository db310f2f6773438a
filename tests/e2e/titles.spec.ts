import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from './helpers/test.ts';
import { charts } from './helpers/charts.ts';
import { TESTED } from './helpers/tested.ts';
import { buildFolder } from '../../scripts/lib/stamp.mjs';
import { siteFiles } from './helpers/site.ts';

/** Words of English and Spanish that must not stand in a tab or in the list of visited pages. */
const TELLING =
	/traffick|victim|víctima|exploit|explota|surviv|sobreviv|abuse|abuso|slave|esclav|sexual|\bsex\b|\btrata\b|recruit|recluta|perpetrat|violen|prostitut|hotline|help ?line|líneas? (de ayuda|contra)/i;

test('titles of pages are neutral', () => {
	const pages = siteFiles().filter((file) => file.endsWith('.html') && !/\/embed\//.test(file));
	expect(pages.length).toBeGreaterThan(40);
	const titles = pages.map((file) => {
		const html = fs.readFileSync(path.join(buildFolder(), file), 'utf8');
		return [file, /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''] as const;
	});
	expect(titles.filter(([, title]) => TELLING.test(title) || !title)).toEqual([]);
	// A title that is neutral as it stands is kept.
	const kept = charts.filter(({ title, address }) =>
		titles.find(([file]) => file === `${TESTED}${address}.html`)?.[1].includes(title)
	);
	expect(kept.length).toBeGreaterThan(2);
});

test('the icon is neutral, and nothing names the site elsewhere in the browser', () => {
	const icon = fs.readFileSync(path.join(buildFolder(), 'favicon.svg'), 'utf8');
	expect(icon.replace(/<\/?(svg|rect|path)\b[^>]*>/g, '').trim(), 'plain shapes only').toBe('');
	const home = fs.readFileSync(path.join(buildFolder(), 'index.html'), 'utf8');
	expect(home).not.toMatch(/rel="(manifest|apple-touch-icon)"|application-name/);
});
