import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keptDescriptor, keptTable, keptTables, keptVersions } from '../../../src/lib/server/keptData.ts';

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
});
