import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseChangelog } from '../../../../src/lib/server/releases/log.ts';
import { proposeVersion, publishRelease, readSide } from '../../../../src/lib/server/releases/publish.ts';
import { description, SOUND } from '../../package/sample.ts';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'publish-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Puts a version of the sample into the folder, with so many cases in 2016. */
async function put(version: string, cases: number): Promise<void> {
	const files = {
		...SOUND,
		'forms.csv': String(SOUND['forms.csv']).replace('sex,70', `sex,${cases - 30}`),
		'national.csv': String(SOUND['national.csv']).replace('cases,cases,100', `cases,cases,${cases}`),
		'datapackage.json': JSON.stringify({ ...description(), version })
	};
	for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content);
}

const propose = async () => proposeVersion(folder, await readSide(folder));

async function publish(day: string) {
	const side = await readSide(folder);
	return publishRelease(folder, side, await proposeVersion(folder, side), day);
}

const kept = (file: string) => readFile(join(folder, 'releases', file), 'utf8');

describe('a release', () => {
	it('keeps checksums, logs what changed, and does nothing the second time', async () => {
		await put('1.0.0', 100);
		expect(await publish('2026-01-01')).toBe('kept');
		const descriptor = JSON.parse(await kept('v1.0.0/datapackage.json')) as {
			resources: { path: string; hash: string; bytes: number }[];
		};
		for (const { path, hash, bytes } of descriptor.resources) {
			const text = await readFile(join(folder, path));
			expect(hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
			expect(bytes).toBe(text.byteLength);
		}
		await put('1.0.1', 101);
		expect(await publish('2026-02-01')).toBe('kept');
		expect(await kept('v1.0.1/changes.csv')).toContain('forms,changed,year=2016 form=sex,value,70,71');
		const log = JSON.parse(await kept('changelog.json')) as object[];
		expect(log).toMatchObject([
			{
				version: '1.0.1',
				date: '2026-02-01',
				level: 'patch',
				tables: [
					{ name: 'forms', change: 'changed', changed: 1 },
					{ name: 'national', change: 'changed', changed: 1 }
				]
			},
			{ version: '1.0.0', date: '2026-01-01' }
		]);
		const before = await stat(join(folder, 'releases/changelog.json'));
		expect(await publish('2026-03-01')).toBe('equal');
		expect((await stat(join(folder, 'releases/changelog.json'))).mtimeMs).toBe(before.mtimeMs);
	});

	it('proposes the version that the change asks for, and never overwrites one', async () => {
		await put('1.0.0', 100);
		await publish('2026-01-01');
		await put('1.0.0', 101);
		expect(await propose()).toMatchObject({ previous: '1.0.0', version: '1.0.1', isTooSmall: true });
		await expect(publish('2026-02-01')).rejects.toThrow('is kept in releases/v1.0.0 and differs');
		await put('1.0.1', 101);
		expect((await propose()).isTooSmall).toBe(false);
		const more = `${String(SOUND['national.csv']).replace('cases,100', 'cases,101').trimEnd()}\n2019,cases,cases,7,,A\n`;
		await writeFile(join(folder, 'national.csv'), more);
		expect(await propose()).toMatchObject({ version: '1.1.0', isTooSmall: true });
	});

	it('comes after the newest one, whatever version a private folder names', async () => {
		for (const [version, cases] of [
			['1.0.0', 100],
			['1.0.1', 101]
		] as const) {
			await put(version, cases);
			await publish('2026-01-01');
		}
		await put('1.0.0', 102);
		const side = await readSide(folder);
		expect(await proposeVersion(folder, side, true)).toMatchObject({
			previous: '1.0.1',
			version: '1.0.2',
			isTooSmall: true
		});
		expect(await proposeVersion(folder, side)).toMatchObject({ previous: '1.0.0', version: '1.0.1' });
	});

	it('logs versions that were kept before there was a log, without a day', async () => {
		await put('1.0.0', 100);
		await publish('2026-01-01');
		await rm(join(folder, 'releases/changelog.json'));
		await put('1.0.1', 101);
		await publish('2026-02-01');
		const { entries } = parseChangelog(await kept('changelog.json'));
		expect(entries.map(({ version, date }) => [version, date])).toEqual([
			['1.0.1', '2026-02-01'],
			['1.0.0', undefined]
		]);
	});

	it('names faults of the log by line', () => {
		const { faults } = parseChangelog('[\n{ "version": "one",\n"asOf": "2026-01-01" }]');
		expect(faults).toMatchObject([{ file: 'releases/changelog.json', row: 2, value: 'one' }]);
	});
});
