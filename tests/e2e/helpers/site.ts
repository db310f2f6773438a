import fs from 'node:fs';
import path from 'node:path';
import { buildFolder } from '../../../scripts/lib/stamp.mjs';

/** Files of a built site, as addresses from its root, in the order of their names. */
export function siteFiles(folder: string = buildFolder()): string[] {
	return fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => fs.statSync(path.join(folder, file)).isFile())
		.map((file) => `/${file.split(path.sep).join('/')}`)
		.sort();
}

/** The address of every page of a built site, the page for missing ones left out. */
export function sitePages(folder: string = buildFolder()): string[] {
	return siteFiles(folder)
		.filter((file) => file.endsWith('.html') && file !== '/404.html')
		.map((file) => file.replace(/\.html$/, '').replace(/^\/index$/, '/'));
}

/** Pages that show one chart alone. */
export function chartPages(): string[] {
	return sitePages().filter((address) => address.startsWith('/charts/'));
}
