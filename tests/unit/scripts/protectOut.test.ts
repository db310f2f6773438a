import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { protect } from '../../../scripts/data/protect.ts';

const APART = 'must not lie in one another: what is private stays apart from what is published.';
let root: string;
let own: string;

beforeEach(() => {
	root = fs.mkdtempSync(path.join(os.tmpdir(), 'protect-out-'));
	own = path.join(root, 'private');
	fs.cpSync('tests/fixtures/private-line', own, { recursive: true });
});

afterEach(() => {
	vi.restoreAllMocks();
	fs.rmSync(root, { recursive: true });
});

/** Every file and folder below the root. */
const standing = () => fs.readdirSync(root, { recursive: true }).map(String).sort();

it('the command names both folders, says why and how to mend it, and ends with 1', async () => {
	const before = standing();
	const out = path.join(own, 'public');
	const run = promisify(execFile)(process.execPath, [
		...['--import', 'tsx', 'scripts/data.ts'],
		...['protect', own, '--out', out]
	]);
	await expect(run).rejects.toMatchObject({ code: 1, stdout: '', stderr: `${out} and ${own} ${APART}\n` });
	expect(standing()).toEqual(before);
});

it('refuses a folder in or around the private one, by whatever path, and one with something in it', async () => {
	fs.symlinkSync(own, path.join(root, 'link'));
	fs.mkdirSync(path.join(root, 'full'));
	fs.writeFileSync(path.join(root, 'full/kept.csv'), 'a\n');
	const before = standing();
	const said = vi.spyOn(console, 'error').mockReturnValue(undefined);
	for (const [out, why] of [
		[own, APART],
		[path.join(own, 'a/b'), APART],
		[path.join(root, 'elsewhere/../private/a'), APART],
		[path.relative('', path.join(own, 'a')), APART],
		[path.join(root, 'link'), APART],
		[path.join(root, 'link/a'), APART],
		[root, APART],
		[path.join(root, 'full'), 'is not empty: name a new folder, so that nothing of before stays in it.']
	] as const) {
		expect([out, await protect(own, out), said.mock.lastCall?.[0]]).toEqual([
			out,
			1,
			expect.stringContaining(why)
		]);
	}
	expect(said).toHaveBeenCalledTimes(8);
	expect(standing()).toEqual(before);
});

it('takes a new folder beside it, whose name begins alike, and an empty one', async () => {
	vi.spyOn(console, 'log').mockReturnValue(undefined);
	const empty = path.join(root, 'empty');
	fs.mkdirSync(empty);
	for (const out of [path.join(root, 'private-public'), empty]) {
		expect(await protect(own, out)).toBe(0);
		expect(fs.readdirSync(out).sort()).toEqual([
			'datapackage.json',
			'disclosure-log.json',
			'districts.csv',
			'sources.csv'
		]);
	}
});

it('takes no private folder for what is public already: nobody has read its small counts', async () => {
	const last = path.join(root, 'last');
	fs.cpSync(own, last, { recursive: true });
	fs.writeFileSync(path.join(last, 'answers.json'), '{}');
	const before = standing();
	const said = vi.spyOn(console, 'error').mockReturnValue(undefined);
	expect(await protect(own, path.join(root, 'public'), last)).toBe(1);
	expect(said.mock.lastCall?.[0]).toContain('answers.json, so it is taken for a private folder');
	expect(standing()).toEqual(before);
});
