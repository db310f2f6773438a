import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DataPackage, EmbedSettings } from '../../../../src/lib/package/types.ts';
import { archivedVersions, differingFile, keepRelease } from '../../../../src/lib/server/releases/keep.ts';
import { inspectArchive } from '../../../../src/lib/server/releases/inspect.ts';
import { chartPageData } from '../../../../src/lib/server/pages.ts';
import { readFolder } from '../../../../src/lib/server/package.ts';
import { releaseOf } from '../../../../src/lib/server/releases/release.ts';
import { readReleases, type FrozenChart, type Releases } from '../../../../src/lib/server/releases/frozen.ts';
import { description, SOUND } from '../../package/sample.ts';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'releases-'));
});
afterEach(() => rm(folder, { recursive: true }));

const chart = (id: string, measure: string) => ({
	id,
	title: `The ${measure}`,
	pages: ['trends'],
	query: { table: 'national', dimensions: ['year', 'unit'], measure: [measure], unit: [measure] },
	mark: 'bar',
	x: 'unit'
});

/** Puts a version of the sample into the folder, with so many cases in 2016. */
async function put(version: string, cases: number, change: Partial<DataPackage> = {}): Promise<DataPackage> {
	const charts = [chart('cases', 'cases'), chart('calls', 'calls')];
	const pkg: DataPackage = { ...description(), version, charts, ...change };
	const files = {
		...SOUND,
		'forms.csv': String(SOUND['forms.csv']).replace('sex,70', `sex,${cases - 30}`),
		'national.csv': String(SOUND['national.csv']).replace('cases,cases,100', `cases,cases,${cases}`),
		'datapackage.json': JSON.stringify(pkg, null, '\t')
	};
	for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content);
	return pkg;
}

/** Publishes a version and keeps it. */
async function publish(version: string, cases: number, change: Partial<DataPackage> = {}): Promise<void> {
	expect(await keepRelease(folder, await put(version, cases, change))).toBe('kept');
}

async function read(): Promise<Releases> {
	const loaded = await readFolder(folder);
	return readReleases(folder, releaseOf(loaded, true, loaded.package.embeds?.withdrawn), loaded);
}

const kinds = (frozen: FrozenChart[]) => frozen.map(({ version, id, kind }) => `${version} ${id} ${kind}`);

const withdrawn = (version: string, ...charts: string[]): EmbedSettings => ({
	withdrawn: [
		{ version, ...(charts.length ? { charts } : {}), date: '2026-08-31', reason: 'A cell was wrong.' }
	]
});

describe('releases', () => {
	it('keep the numbers of each version', async () => {
		await publish('1.0.0', 100);
		await publish('1.1.0', 120, { asOf: '2025-12-31' });
		const { releases, frozen } = await read();
		const found = await Promise.all(
			releases.map(async (release) => {
				const [spec] = await release.specs();
				if (!spec) throw new Error('There is no chart.');
				const { answer, package: pkg, sources } = await release.view(spec);
				return [
					release.version,
					release.current,
					pkg.version,
					pkg.asOf,
					answer.rows[0]?.value,
					sources.length
				];
			})
		);
		expect(found).toEqual([
			['1.1.0', true, '1.1.0', '2025-12-31', 120, 1],
			['1.0.0', false, '1.0.0', '2024-12-31', 100, 1]
		]);
		expect(kinds(frozen)).toEqual([
			'1.1.0 cases chart',
			'1.1.0 calls chart',
			'1.0.0 cases chart',
			'1.0.0 calls chart'
		]);
	});

	it('give the rows of their own tables to filters', async () => {
		const filters = ['year'];
		await publish('1.0.0', 100, { charts: [{ ...chart('cases', 'cases'), filters }] });
		await put('1.1.0', 120);
		const [, earlier] = (await read()).releases;
		const views = await Promise.all((await earlier!.specs()).map((spec) => earlier!.view(spec)));
		const { tables } = await chartPageData(views, earlier);
		expect(JSON.stringify(tables)).toContain('100');
		expect(JSON.stringify(tables)).not.toContain('120');
	});

	it('stand in the order of their numbers, as many as are kept', async () => {
		for (const version of ['1.0.0', '1.9.0', '1.10.0']) await publish(version, 100);
		await put('2.0.0', 100);
		const versions = async () => (await read()).releases.map(({ version }) => version);
		expect(await versions()).toEqual(['2.0.0', '1.10.0', '1.9.0', '1.0.0']);
		await put('2.0.0', 100, { embeds: { keep: 1 } });
		expect(await versions()).toEqual(['2.0.0', '1.10.0']);
		expect(kinds((await read()).frozen)).toEqual(
			expect.arrayContaining(['1.10.0 cases chart', '1.9.0 cases dropped', '1.0.0 calls dropped'])
		);
		await put('2.0.0', 100, { embeds: { keep: 0 } });
		expect(await versions()).toEqual(['2.0.0']);
	});

	it('keep five where the package does not say', async () => {
		for (const patch of [0, 1, 2, 3, 4, 5, 6]) await publish(`1.0.${patch}`, 100);
		expect((await read()).releases.map(({ version }) => version).join(' ')).toBe(
			'1.0.6 1.0.5 1.0.4 1.0.3 1.0.2 1.0.1'
		);
	});

	it('answer for a withdrawn chart with its notice, and for the others with figures', async () => {
		await publish('1.0.0', 100);
		await put('1.1.0', 120, { embeds: withdrawn('1.0.0', 'cases') });
		const { releases, frozen } = await read();
		expect(kinds(frozen).slice(2)).toEqual(['1.0.0 cases withdrawn', '1.0.0 calls chart']);
		expect(frozen[2]).toMatchObject({ withdrawal: { date: '2026-08-31', reason: 'A cell was wrong.' } });
		expect(releases.map((release) => [release.withdrawn('cases')?.date, release.withdrawn('calls')])).toEqual(
			[
				[undefined, undefined],
				['2026-08-31', undefined]
			]
		);
	});

	it('withdraw a chart of the current version too', async () => {
		await put('1.1.0', 120, { embeds: withdrawn('1.1.0', 'cases') });
		expect(kinds((await read()).frozen)).toEqual(['1.1.0 cases withdrawn', '1.1.0 calls chart']);
	});

	it('need no table of a version that is withdrawn as a whole, and it takes no place among the kept', async () => {
		await publish('1.0.0', 100);
		await publish('1.1.0', 110, { charts: [chart('once', 'cases')] });
		await rm(join(folder, 'releases/v1.1.0/national.csv'));
		await put('1.2.0', 120, { embeds: { keep: 1, ...withdrawn('1.1.0') } });
		const { releases, frozen } = await read();
		expect(releases.map(({ version }) => version)).toEqual(['1.2.0', '1.0.0']);
		expect(kinds(frozen).slice(4)).toEqual(['1.1.0 once withdrawn']);
	});

	it.each([
		['gone', () => rm(join(folder, 'releases/v1.0.0'), { recursive: true })],
		['broken', () => writeFile(join(folder, 'releases/v1.0.0/datapackage.json'), '{')]
	])('answer for a withdrawn version whose folder is %s at the charts of the others', async (_, harm) => {
		await publish('1.0.0', 100);
		await put('1.1.0', 120, { embeds: withdrawn('1.0.0') });
		await harm();
		expect(kinds((await read()).frozen).slice(2)).toEqual(['1.0.0 cases withdrawn', '1.0.0 calls withdrawn']);
	});

	it('say whether the current one is kept', async () => {
		await publish('1.0.0', 100);
		expect((await read()).kept).toBe(true);
		await put('1.1.0', 120);
		expect((await read()).kept).toBe(false);
	});

	it('answer for withdrawn charts of a version whose folder is gone', async () => {
		await put('1.1.0', 120, { embeds: withdrawn('1.0.0', 'cases') });
		expect(kinds((await read()).frozen).slice(2)).toEqual(['1.0.0 cases withdrawn']);
	});

	it('stop at a withdrawal of a chart that there is not', async () => {
		await publish('1.0.0', 100);
		await put('1.1.0', 120, { embeds: withdrawn('1.0.0', 'case') });
		await expect(read()).rejects.toThrow(
			/^datapackage\.json:\d+:embeds\.withdrawn\[0\]\.charts\[0\]: case: version 1\.0\.0 has no such chart, did you mean cases\?$/m
		);
	});
});

describe('the archive', () => {
	it('stops where the current version was kept with other content, and names the file', async () => {
		await publish('1.0.0', 100);
		await put('1.0.0', 101);
		await expect(read()).rejects.toThrow(
			/^datapackage\.json:6:version: 1\.0\.0: .*differs from it in forms\.csv, raise version/m
		);
		await put('1.0.0', 100, { limits: 'Others.' });
		await expect(read()).rejects.toThrow('differs from it in datapackage.json');
		await put('1.0.0', 100, { embeds: withdrawn('1.0.0') });
		expect((await read()).releases).toHaveLength(1);
	});

	it('stops where a later version is kept', async () => {
		await publish('1.10.0', 100);
		await put('1.9.0', 100);
		await expect(read()).rejects.toThrow('the later version 1.10.0 is kept, raise version above 1.10.0');
	});

	it.each([
		[
			'a figure that cannot be read',
			() => writeFile(join(folder, 'releases/v1.0.0/sources.csv'), 'source_id,title\nA,\nB,Second\n'),
			/releases\/v1\.0\.0 has faults:\nsources\.csv:2:title: .*\nRestore releases\/v1\.0\.0 as it was published, or withdraw version 1\.0\.0\.$/
		],
		[
			'a missing table',
			() => rm(join(folder, 'releases/v1.0.0/forms.csv')),
			/releases\/v1\.0\.0 has faults:\nforms\.csv:-:-: -: the file is missing/
		],
		[
			'a broken descriptor',
			() => writeFile(join(folder, 'releases/v1.0.0/datapackage.json'), '{\n"name": }'),
			/^releases\/v1\.0\.0\/datapackage\.json:2:9: -: this is not JSON/m
		],
		[
			'a missing descriptor',
			() => rm(join(folder, 'releases/v1.0.0/datapackage.json')),
			/^releases\/v1\.0\.0\/datapackage\.json:.*restore releases\/v1\.0\.0/m
		],
		[
			'a release in the folder of another',
			() => cp(join(folder, 'releases/v1.0.0'), join(folder, 'releases/v1.0.1'), { recursive: true }),
			/^releases\/v1\.0\.1\/datapackage\.json:6:version: 1\.0\.0: this release stands in the folder of version 1\.0\.1/m
		],
		[
			'a folder without the v',
			() => mkdir(join(folder, 'releases/1.0.1')),
			/^releases\/1\.0\.1:-:-: -: this is no kept release/m
		],
		[
			'a folder of two numbers',
			() => mkdir(join(folder, 'releases/v1.0')),
			/^releases\/v1\.0:-:-: -: this is no kept release/m
		],
		[
			'a link in place of a folder',
			() => symlink('/etc', join(folder, 'releases/v1.0.1')),
			/^releases\/v1\.0\.1:-:-: -: this is no kept release/m
		]
	])('stops at %s', async (_, harm, message) => {
		await publish('1.0.0', 100);
		await put('1.1.0', 120);
		await harm();
		await expect(read()).rejects.toThrow(message);
	});

	it('knows the charts that stand beside a withdrawn one, only of versions that are kept', async () => {
		await publish('1.0.0', 100);
		const siblings = async (embeds: EmbedSettings) => {
			const pkg = await put('1.1.0', 120, { embeds });
			return (await inspectArchive(folder, pkg, new Map())).siblings.map(
				({ version, standing }) => `${version} ${standing}`
			);
		};
		expect(await siblings(withdrawn('1.0.0', 'cases'))).toEqual(['1.0.0 calls']);
		expect(await siblings(withdrawn('1.1.0', 'cases'))).toEqual(['1.1.0 calls']);
		expect(await siblings({ keep: 0, ...withdrawn('1.0.0', 'cases') })).toEqual([]);
		expect(await siblings(withdrawn('1.0.0', 'cases', 'calls'))).toEqual([]);
	});

	it('lets files beside the releases be', async () => {
		await publish('1.0.0', 100);
		await writeFile(join(folder, 'releases/README.md'), '');
		await mkdir(join(folder, 'releases/.v1.1.0-half'));
		expect(await archivedVersions(folder)).toEqual({ versions: ['1.0.0'], faults: [] });
	});
});

describe('keepRelease', () => {
	it('copies the tables byte for byte, and the descriptor with checksums, and nothing else', async () => {
		await writeFile(join(folder, 'notes.txt'), 'private');
		const pkg = await put('1.0.0', 100);
		pkg.resources[0]!.path = 'more/forms.csv';
		await mkdir(join(folder, 'more'));
		await cp(join(folder, 'forms.csv'), join(folder, 'more/forms.csv'));
		await writeFile(join(folder, 'datapackage.json'), JSON.stringify(pkg));
		expect(await keepRelease(folder, pkg)).toBe('kept');
		expect(await readdir(join(folder, 'releases'))).toEqual(['v1.0.0']);
		const kept = (await readdir(join(folder, 'releases/v1.0.0'), { recursive: true })).sort();
		expect(kept).toEqual(['datapackage.json', 'more', 'more/forms.csv', 'national.csv', 'sources.csv']);
		for (const file of kept.filter((name) => name.endsWith('.csv'))) {
			const copy = await readFile(join(folder, 'releases/v1.0.0', file));
			expect(copy.equals(await readFile(join(folder, file)))).toBe(true);
		}
	});

	it('leaves an equal copy as it is, and refuses another', async () => {
		await publish('1.0.0', 100);
		expect(await keepRelease(folder, await put('1.0.0', 100))).toBe('equal');
		const changed = await put('1.0.0', 101);
		expect(await differingFile(folder, changed)).toBe('forms.csv');
		await expect(keepRelease(folder, changed)).rejects.toThrow('differs from it in forms.csv');
	});

	it('lets numbers of help and the page to leave for change under a version', async () => {
		await writeFile(join(folder, 'help.csv'), 'country,kind,name,phone\nUS,other,A,1\n');
		const helpLines = { path: 'help.csv', country: 'US' };
		await publish('1.0.0', 100, { helpLines });
		expect(await readdir(join(folder, 'releases/v1.0.0'))).toContain('help.csv');
		await writeFile(join(folder, 'help.csv'), 'country,kind,name,phone\nUS,other,A,2\n');
		const exit = { url: 'https://example.org/', name: 'a page' };
		expect(await differingFile(folder, await put('1.0.0', 100, { helpLines, exit }))).toBeUndefined();
		expect(await differingFile(folder, await put('1.0.0', 100, { helpLines: [] }))).toBeUndefined();
	});

	it('leaves nothing behind where a file cannot be copied', async () => {
		const pkg = await put('1.0.0', 100);
		await rm(join(folder, 'sources.csv'));
		await expect(keepRelease(folder, pkg)).rejects.toThrow('ENOENT');
		expect(await readdir(join(folder, 'releases'))).toEqual([]);
	});
});
