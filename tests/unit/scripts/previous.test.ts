import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadSolver, protectPackage } from '../../../src/lib/disclosure/index.ts';
import { folderFiles } from '../../../src/lib/package/folder.ts';
import { readPackage } from '../../../src/lib/package/index.ts';
import { commandHere } from './commandHere.ts';

const PRIVATE = 'tests/fixtures/private-line';
let folder: string;

/** What a command prints, in one text. */
async function data(...args: string[]): Promise<{ code: number; output: string }> {
	const { code, out, err } = await commandHere(...args);
	return { code, output: out + err };
}

/** Writes the private line as it is published, with some texts of its files replaced before. */
async function publish(
	to: string,
	changes: [file: string, before: string, after: string][] = []
): Promise<void> {
	const own = path.join(folder, 'private');
	fs.cpSync(PRIVATE, own, { recursive: true });
	for (const [file, before, after] of changes) {
		const text = fs.readFileSync(path.join(own, file), 'utf8');
		expect(text).toContain(before);
		fs.writeFileSync(path.join(own, file), text.replace(before, after));
	}
	const { package: pkg, tables, faults } = await readPackage(folderFiles(own));
	expect(faults).toEqual([]);
	if (!pkg) throw new Error('no package');
	const texts = new Map([['districts.csv', fs.readFileSync(path.join(own, 'districts.csv'), 'utf8')]]);
	const done = protectPackage(pkg, tables, texts, await loadSolver());
	expect(done.faults).toEqual([]);
	fs.cpSync(own, to, { recursive: true });
	for (const [file, text] of done.files) fs.writeFileSync(path.join(to, file), text);
}

beforeAll(() => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'previous-'));
});

afterAll(() => fs.rmSync(folder, { recursive: true }));

it(
	'two releases that together tell of two people are refused by check and by release, without a number',
	{ timeout: 60_000 },
	async () => {
		const now = path.join(folder, 'now');
		const kept = path.join(now, 'releases/v0.1.0');
		const file = path.join(now, 'datapackage.json');
		await publish(kept);
		await publish(now, [
			['districts.csv', 'north,home,12,2222', 'north,home,14,2500'],
			['districts.csv', 'north,all,54', 'north,all,56'],
			['districts.csv', 'all,home,52', 'all,home,54'],
			['districts.csv', 'all,all,217', 'all,all,219']
		]);
		const before = fs.readFileSync(file, 'utf8');
		const stamped = await data('release', now, '--stamp');
		expect([stamped.code, stamped.output]).toEqual([
			1,
			expect.stringContaining('Together with version 0.1.0')
		]);
		expect(fs.readFileSync(file, 'utf8')).toBe(before);
		fs.writeFileSync(file, before.replace('"version": "0.1.0"', '"version": "0.2.0"'));
		const [checked, released] = [await data('check', now, '--previous', kept), await data('release', now)];
		for (const { code, output } of [checked, released]) {
			expect(code).toBe(1);
			const faults = output.split('\n').filter((line) => line.includes('changed by fewer'));
			expect(faults).toHaveLength(1);
			const numbers = faults.flatMap((line) => line.replace(/^districts\.csv:\d+:/, '').match(/\d+/g) ?? []);
			expect(new Set(numbers)).toEqual(new Set(['2020', '11']));
		}
		expect(released.output).toContain('Together with version 0.1.0');
		expect(fs.readdirSync(path.join(now, 'releases'))).toEqual(['v0.1.0']);
		const descriptor = JSON.parse(fs.readFileSync(file, 'utf8')) as object;
		const withdrawn = [{ version: '0.1.0', date: '2024-01-01', reason: 'It told too much.' }];
		fs.writeFileSync(file, JSON.stringify({ ...descriptor, embeds: { withdrawn } }));
		const again = await data('release', now);
		expect([again.code, again.output]).toEqual([0, expect.stringContaining('Version 0.2.0 is now kept')]);
	}
);

it(
	'the next year: protect chooses with what is public, carries its releases on byte for byte, or writes nothing',
	{ timeout: 120_000 },
	async () => {
		const at = (name: string) => path.join(folder, name);
		const edit = (name: string, before: string, after: string) => {
			const text = fs.readFileSync(at(name), 'utf8');
			expect(text).toContain(before);
			fs.writeFileSync(at(name), text.replace(before, after));
		};
		fs.cpSync(PRIVATE, at('mine'), { recursive: true });
		expect((await data('protect', at('mine'), '--out', at('open'))).code).toBe(0);
		expect((await data('release', at('open'))).code).toBe(0);
		fs.writeFileSync(path.join(at('open'), 'private.txt'), 'no part of a release');

		edit('mine/datapackage.json', '"version": "0.1.0"', '"version": "0.1.1"');
		const next = await data('protect', at('mine'), '--previous', at('open'), '--out', at('open2'));
		expect(next).toMatchObject({ code: 0 });
		const kept = 'releases/v0.1.0';
		for (const file of [
			...fs.readdirSync(at(`open/${kept}`)).map((name) => `${kept}/${name}`),
			'releases/changelog.json'
		])
			expect(fs.readFileSync(at(`open2/${file}`)).equals(fs.readFileSync(at(`open/${file}`))), file).toBe(
				true
			);
		expect(fs.existsSync(at('open2/private.txt'))).toBe(false);
		expect((await data('check', at('open2'), '--previous', at('open'))).code).toBe(0);

		edit('mine/districts.csv', 'north,home,12,2222', 'north,home,14,2500');
		edit('mine/districts.csv', 'north,all,54', 'north,all,56');
		edit('mine/districts.csv', 'all,home,52', 'all,home,54');
		edit('mine/districts.csv', 'all,all,217', 'all,all,219');
		const refused = await data('protect', at('mine'), '--out', at('open3'), '--previous', at('open'));
		expect([refused.code, refused.output]).toEqual([
			1,
			expect.stringContaining('Together with version 0.1.0')
		]);
		expect(refused.output).toContain('changed by fewer than 11');
		expect(fs.existsSync(at('open3'))).toBe(false);
		const inside = await data('protect', at('mine'), '--out', at('open/new'), '--previous', at('open'));
		expect(inside.output).toContain('must not lie in one another');
	}
);
