import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run, runNode } from './run.mjs';
import { Stop } from './stop.mjs';

const REMEDY =
	'No browser was found and none could be installed: install Chromium or Chrome, or set CHROMIUM_PATH to its program, and run the command again.';

/**
 * Finds an installed Chromium or Chrome that starts, Playwright's own included.
 * @returns {Promise<string | null>} its program
 * @throws {Stop} when CHROMIUM_PATH names a program that does not start
 */
export async function findBrowser() {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (await starts(named)) return named;
		throw new Stop(
			`CHROMIUM_PATH is ${named}, which does not start as a browser: set it to Chromium or Chrome, or leave it out.`
		);
	}
	for (const program of [...usualPlaces(), await playwrightsOwn()]) {
		if (await starts(program)) return program;
	}
	return null;
}

/**
 * Finds a browser or installs one: Playwright's own, else Debian's package.
 * @returns {Promise<string>} its program
 * @throws {Stop} with the remedy when there is none
 */
export async function findOrInstallBrowser() {
	const found = await findBrowser();
	if (found) return found;
	console.log('No Chromium or Chrome is installed: downloading the one of Playwright …');
	if ((await runNode('@playwright/test/cli.js', ['install', '--no-shell', 'chromium'])) === 0) {
		const own = await findBrowser();
		if (own) return own;
	}
	if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
		console.log('Installing the Chromium of Debian …');
		const env = { DEBIAN_FRONTEND: 'noninteractive' };
		await run('apt-get', ['update', '-q'], { env, quiet: true });
		await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
			env,
			quiet: true
		});
		const packaged = await findBrowser();
		if (packaged) return packaged;
	}
	throw new Stop(REMEDY);
}

/** @returns {string[]} */
function usualPlaces() {
	const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
	const folders = [
		...(process.env.PATH ?? '').split(path.delimiter),
		...['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/opt/chromium', '/snap/bin']
	];
	const apps = ['Google Chrome', 'Chromium'].flatMap((app) =>
		['/Applications', path.join(os.homedir(), 'Applications')].map(
			(folder) => `${folder}/${app}.app/Contents/MacOS/${app}`
		)
	);
	const windows = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
		.filter((folder) => folder !== undefined)
		.map((folder) => path.join(folder, 'Google/Chrome/Application/chrome.exe'));
	return [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), ...apps, ...windows];
}

/** The program that Playwright would install, whether it is there or not. */
async function playwrightsOwn() {
	const { chromium } = await import('@playwright/test');
	return chromium.executablePath();
}

/**
 * Asks a program for its version: a stub of a package that is not installed, or a browser without
 * its libraries, is no browser.
 * @param {string} program
 * @returns {Promise<boolean>}
 */
function starts(program) {
	if (!fs.existsSync(program)) return Promise.resolve(false);
	// Chrome on Windows opens a window instead of printing its version.
	if (process.platform === 'win32') return Promise.resolve(true);
	return new Promise((resolve) => {
		execFile(program, ['--version', '--no-sandbox'], { timeout: 20_000 }, (error, stdout) => {
			resolve(!error && /Chrom/.test(stdout));
		});
	});
}
