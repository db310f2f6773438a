import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled } from '../../../scripts/lib/install.mjs';
import { nodeFault } from '../../../scripts/lib/node-version.mjs';
import { checkPort, wantedPort } from '../../../scripts/lib/port.mjs';
import { hashSources } from '../../../scripts/lib/stamp.mjs';

let folder: string;

beforeEach(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'commands-'));
});

afterEach(() => {
	fs.rmSync(folder, { recursive: true });
	delete process.env.PORT;
	delete process.env.HOTLINE_DATA;
});

describe('the version of Node', () => {
	it.each(['20.19.0', '20.20.2', '22.0.0', '100.1.0'])('takes %s', (version) => {
		expect(nodeFault(version)).toBeNull();
	});

	it.each(['20.18.9', '18.20.4', '9.99.0'])('refuses %s with the remedy', (version) => {
		expect(nodeFault(version)).toMatch(
			new RegExp(`^Node ${version} is too old: install Node 20\\.19 or newer from https://nodejs\\.org.*\\.$`)
		);
	});
});

describe('the port', () => {
	it('is 4173, or PORT', () => {
		expect(wantedPort()).toBe(4173);
		process.env.PORT = '5000';
		expect(wantedPort()).toBe(5000);
	});

	it.each(['abc', '70000', '-1', '1.5', ' '])('cannot be "%s"', (text) => {
		process.env.PORT = text;
		expect(() => wantedPort()).toThrow('is no port');
	});

	it.each(['127.0.0.1', '0.0.0.0'])('is refused where something listens on %s', async (host) => {
		const server = net.createServer();
		await new Promise<void>((resolve) => server.listen(0, host, resolve));
		const { port } = server.address() as net.AddressInfo;
		await expect(checkPort(port)).rejects.toThrow(`Port ${port} is taken: stop the program that uses it`);
		await new Promise((resolve) => server.close(resolve));
		await expect(checkPort(port)).resolves.toBeUndefined();
	});
});

describe('what is installed', () => {
	const entry = { version: '1.0.0', integrity: 'sha512-a' };

	function write(wanted: object, present: object | string | null): void {
		fs.mkdirSync(path.join(folder, 'node_modules/a'), { recursive: true });
		fs.writeFileSync(path.join(folder, 'node_modules/a/package.json'), '{}');
		fs.writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
		if (present === null) return;
		const record = typeof present === 'string' ? present : JSON.stringify({ packages: present });
		fs.writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), record);
	}

	it('is complete when the record of npm agrees with the lock', () => {
		write(
			{ '': {}, 'node_modules/a': entry, 'node_modules/o': { ...entry, optional: true } },
			{ 'node_modules/a': entry }
		);
		expect(isInstalled(folder)).toBe(true);
	});

	it('is not, when there is no node_modules', () => {
		expect(isInstalled(folder)).toBe(false);
	});

	it.each([
		['an install was interrupted', { 'node_modules/a': entry }, null],
		['the record is cut off', { 'node_modules/a': entry }, '{"packages": {'],
		[
			'a package is missing',
			{ 'node_modules/a': entry, 'node_modules/b': entry },
			{ 'node_modules/a': entry }
		],
		['a version differs', { 'node_modules/a': { ...entry, version: '1.0.1' } }, { 'node_modules/a': entry }],
		['the content differs', { 'node_modules/a': { ...entry, integrity: 'x' } }, { 'node_modules/a': entry }],
		[
			'a package is left over',
			{ 'node_modules/a': entry },
			{ 'node_modules/a': entry, 'node_modules/b': entry }
		]
	])('is not, when %s', (_, wanted, present) => {
		write(wanted, present);
		expect(isInstalled(folder)).toBe(false);
	});

	it('is not, when a folder is gone although the record names it', () => {
		write({ 'node_modules/a': entry }, { 'node_modules/a': entry });
		fs.rmSync(path.join(folder, 'node_modules/a'), { recursive: true });
		expect(isInstalled(folder)).toBe(false);
	});
});

describe('what a build depends on', () => {
	it('changes with the data and not with the time', () => {
		process.env.HOTLINE_DATA = folder;
		const file = path.join(folder, 'a.csv');
		fs.writeFileSync(file, 'year,value\n2020,1\n');
		const before = hashSources();
		fs.utimesSync(file, 1, 1);
		expect(hashSources()).toBe(before);
		fs.writeFileSync(file, 'year,value\n2020,2\n');
		expect(hashSources()).not.toBe(before);
		fs.renameSync(file, path.join(folder, 'b.csv'));
		fs.writeFileSync(path.join(folder, 'b.csv'), 'year,value\n2020,1\n');
		expect(hashSources()).not.toBe(before);
	});

	it('changes with a release that is kept', () => {
		process.env.HOTLINE_DATA = folder;
		const at = path.join(folder, 'releases/v1.0.0');
		fs.mkdirSync(at, { recursive: true });
		fs.writeFileSync(path.join(at, 'a.csv'), 'year,value\n2020,1\n');
		const before = hashSources();
		fs.writeFileSync(path.join(at, 'a.csv'), 'year,value\n2020,2\n');
		expect(hashSources()).not.toBe(before);
	});
});
