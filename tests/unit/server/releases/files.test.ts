import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../../src/lib/server/releases/checksums.ts';
import { releaseFeed } from '../../../../src/lib/server/releases/feed.ts';
import { dataVersions } from '../../../../src/lib/server/releases/versions.ts';
import {
	filesOfVersion,
	keptDescriptor,
	keptFiles,
	keptTable,
	keptTables,
	keptVersions
} from '../../../../src/lib/server/releases/files.ts';

const VERSION = 'v1.0.0';

describe('the data of kept versions', () => {
	it('stand at addresses of their own, newest first', async () => {
		const versions = await keptVersions();
		expect(versions).toContain(VERSION);
		expect(versions).toEqual(versions.toSorted().reverse());
		const tables = await keptTables();
		expect(tables).toContainEqual({ version: VERSION, table: 'national_by_year' });
		expect(new Set(tables.map(({ version }) => version))).toEqual(new Set(versions));
	});

	it('are given byte for byte', async () => {
		const folder = `data/releases/${VERSION}`;
		const table = await keptTable({ version: VERSION, table: 'national_by_year' });
		expect(Buffer.from(table ?? [])).toEqual(readFileSync(`${folder}/national_by_year.csv`));
		const descriptor = await keptDescriptor(VERSION);
		expect(Buffer.from(descriptor ?? [])).toEqual(readFileSync(`${folder}/datapackage.json`));
	});

	it('are not there for a version or a table that is not kept', async () => {
		expect(await keptTable({ version: 'v0.0.1', table: 'national_by_year' })).toBeUndefined();
		expect(await keptTable({ version: VERSION, table: '../../package' })).toBeUndefined();
		expect(await keptDescriptor('v0.0.1')).toBeUndefined();
		expect(await keptDescriptor('v1.0.0/..')).toBeUndefined();
	});

	it('have checksums of all that is given, and shapes where they had some', async () => {
		expect(await keptFiles()).toContainEqual({ version: VERSION, file: 'SHA256SUMS.txt' });
		const files = await filesOfVersion('v1.1.0');
		const lines = new TextDecoder().decode(files?.get('SHA256SUMS.txt')).trimEnd().split('\n');
		expect(lines).toHaveLength((files?.size ?? 0) - 1);
		for (const line of lines) {
			const [sum, name = ''] = line.split('  ');
			expect(sum).toBe(sha256(files?.get(name) ?? ''));
		}
		expect([...(files?.keys() ?? [])]).toEqual(expect.arrayContaining(['places.json', 'datapackage.json']));
		expect(await filesOfVersion('v0.0.1')).toBeUndefined();
	});

	it('are listed with what they changed, and told in the feed', async () => {
		const versions = await dataVersions();
		expect(versions.map(({ version }) => version)).toEqual(
			expect.arrayContaining(['1.2.0', '1.1.0', '1.0.0'])
		);
		expect(versions.at(-1)).toMatchObject({
			version: '1.0.0',
			standing: 'kept',
			changes: ['The first version.']
		});
		expect(versions.find(({ version }) => version === '1.1.0')?.changes.join()).toContain('rows added: 1');
		const feed = await releaseFeed();
		const entries = feed.match(/<entry>/g) ?? [];
		expect(entries).toHaveLength(versions.filter(({ date }) => date).length);
		expect(feed).toContain('/data/v1.1.0</id>');
	});
});
