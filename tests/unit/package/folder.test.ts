import { mkdir, mkdtemp, open, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderFiles } from '../../../src/lib/package/folder.ts';
import { readPackage } from '../../../src/lib/package/index.ts';
import { commandHere } from '../scripts/commandHere.ts';
import { description, SOUND, type Files } from './sample.ts';

let root: string;
let folder: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'package-'));
	folder = join(root, 'data');
	await write({ ...SOUND, 'datapackage.json': JSON.stringify(description(), null, '\t') });
});
afterEach(() => rm(root, { recursive: true }));

async function write(files: Files): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
}

const faultsOf = async () => (await readPackage(folderFiles(folder))).faults;

describe('folderFiles', () => {
	it('reads a sound folder', async () => {
		expect(await faultsOf()).toEqual([]);
	});

	it('reads a file in a folder within, and a link within', async () => {
		await mkdir(join(folder, 'more'));
		await symlink(join(folder, 'forms.csv'), join(folder, 'more', 'forms.csv'));
		const changed = description();
		changed.resources[0]!.path = 'more/forms.csv';
		await write({ 'datapackage.json': JSON.stringify(changed) });
		expect(await faultsOf()).toEqual([]);
	});

	it('refuses a link that leads outside', async () => {
		await writeFile(join(root, 'outside.csv'), SOUND['forms.csv'] ?? '');
		await rm(join(folder, 'forms.csv'));
		await symlink(join(root, 'outside.csv'), join(folder, 'forms.csv'));
		expect(await faultsOf()).toMatchObject([
			{ file: 'forms.csv', rule: expect.stringContaining('outside the folder') }
		]);
	});

	it('refuses a folder in place of a file', async () => {
		await rm(join(folder, 'forms.csv'));
		await mkdir(join(folder, 'forms.csv'));
		expect(await faultsOf()).toMatchObject([
			{ file: 'forms.csv', rule: expect.stringContaining('plain file') }
		]);
	});

	it('refuses a file of 200 MB unread', async () => {
		const file = await open(join(folder, 'forms.csv'), 'w');
		await file.truncate(200_000_000);
		await file.close();
		const before = process.memoryUsage().rss;
		const faults = await faultsOf();
		expect(faults).toMatchObject([{ file: 'forms.csv', value: '200 MB', rule: 'a file has 100 MB at most' }]);
		expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
	});
});

describe('data check', () => {
	it('prints a summary of a sound package, and which help lines ought to be checked', async () => {
		const helpLines = [{ name: 'A', phone: '1' }];
		await write({ 'datapackage.json': JSON.stringify({ ...description(), helpLines }) });
		const { code, out } = await commandHere('check', folder);
		expect(out).toContain(
			'Sound: 3 tables, 7 rows, years 2016 to 2016, 2 sources, charts that follow from its columns, 1 help line.'
		);
		expect(out).toContain('WARNING: help line A, 1: has no date in verified_on.');
		expect(code).toBe(0);
	});

	it('prints each fault on a line of its own', async () => {
		await write({ 'forms.csv': 'year,form,value,source_id,note\n20166,sex,70,A,\n2016,labour,"1,234",A,\n' });
		const { code, out } = await commandHere('check', folder);
		expect(out.split('\n').slice(1, -2)).toEqual([
			'forms.csv:2:year: 20166: a year has four digits, write it as 2016',
			'forms.csv:3:form: labour: this is not one of the categories of the column, did you mean labor?',
			'forms.csv:3:value: 1,234: a number is written without a thousands separator, write 1234',
			''
		]);
		expect(out).toContain('\n3 faults.');
		expect(code).toBe(1);
	});

	it('counts each rule where faults are many', async () => {
		const lines = Array.from({ length: 300 }, (_, index) => `${1800 + index},sex,*,A,`);
		await write({ 'forms.csv': ['year,form,value,source_id,note', ...lines].join('\n') });
		const { out } = await commandHere('check', folder);
		expect(out.match(/^forms\.csv:/gm)).toHaveLength(300);
		expect(out).toContain('\n300 x this is neither a number nor a marker of this column\n');
	});

	it('tells the line of a fault of a chart', async () => {
		const charts = [{ id: 'first' }, { id: 'second', query: { table: 'forms', dimensions: ['place'] } }];
		const text = JSON.stringify({ ...description(), charts }, null, '\t');
		await write({ 'datapackage.json': text });
		const { code, out } = await commandHere('check', folder);
		const lines = text.split('\n');
		const second = lines.findIndex((line) => line.includes('"second"'));
		expect(out).toContain(`datapackage.json:${second + 2}:charts.second.query: place`);
		const first = lines.findIndex((line) => line.includes('"first"'));
		expect(out).toMatch(new RegExp(`^datapackage.json:${first}:charts.first.title:`, 'm'));
		expect(out).not.toContain('datapackage.json:-:charts');
		expect(code).toBe(1);
	});

	it.each([
		['a folder that is missing', 'nowhere', 'the folder is missing'],
		['a folder without a descriptor', '.', 'datapackage.json:-:-: -: the file is missing']
	])('tells of %s', async (_, path, rule) => {
		const { code, out } = await commandHere('check', join(root, path));
		expect(out).toContain(rule);
		expect(code).toBe(1);
	});

	it('says which releases are kept and which answer with a notice, and does not read their tables', async () => {
		for (const version of ['1.0.0', '1.1.0', '1.2.0']) {
			const at = join(folder, 'releases', `v${version}`);
			await mkdir(at, { recursive: true });
			await writeFile(join(at, 'datapackage.json'), JSON.stringify({ ...description(), version }));
		}
		const now = { ...description(), version: '2.0.0', embeds: { keep: 2 } };
		await write({ 'datapackage.json': JSON.stringify(now) });
		const { code, out } = await commandHere('check', folder);
		expect(out).toContain(
			'keep their frozen embeds: 2 (1.2.0, 1.1.0); that answer with a notice: 1 (1.0.0).'
		);
		expect(code).toBe(0);
	});

	it.each([[[]], [['chek']], [['check', 'a', 'b']], [['toString']]])(
		'shows its usage for %j',
		async (args) => {
			const { code, err } = await commandHere(...args);
			expect(err).toContain('Usage: npm run data -- check [DIR]');
			expect(code).toBe(2);
		}
	);
});

describe('data release', () => {
	it('keeps a version once, and refuses other content under it', async () => {
		const first = await commandHere('release', folder);
		expect(first.out).toContain(`Version 1.0.0 is now kept in ${join(folder, 'releases/v1.0.0')}.`);
		expect(first.code).toBe(0);
		const second = await commandHere('release', folder);
		expect(second.out).toContain('Version 1.0.0 is kept already');
		expect(second.code).toBe(0);
		await write({ 'sources.csv': 'source_id,title\nA,First\nB,Another\n' });
		const third = await commandHere('release', folder);
		expect(third.out).toContain('datapackage.json says 1.0.0. Raise it');
		expect(third.code).toBe(1);
		await write({ 'datapackage.json': JSON.stringify({ ...description(), version: '1.0.1' }) });
		expect((await commandHere('release', folder)).out).toContain('keep their frozen embeds: 1 (1.0.0).');
		expect(await readdir(join(folder, 'releases'))).toEqual(['changelog.json', 'v1.0.0', 'v1.0.1']);
	});

	it('keeps nothing of a package with faults', async () => {
		await write({ 'datapackage.json': JSON.stringify({ ...description(), version: '../../1.0.0' }) });
		const { code, out } = await commandHere('release', folder);
		expect(out).toContain('../../1.0.0: a version is three numbers');
		expect(code).toBe(1);
		expect(await readdir(folder)).not.toContain('releases');
	});
});
