import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { resourcesWithBreaks } from '../../../../src/lib/cube/index.ts';
import { connectNodeForSql, packageTables } from '../../../../src/lib/engine/duckdb/node.ts';
import { createSqlSession } from '../../../../src/lib/engine/sql/session.ts';
import type { SqlSession } from '../../../../src/lib/engine/sql/types.ts';
import { readPackage, type DataPackage } from '../../../../src/lib/package/index.ts';
import { examplesOf } from '../../../../src/lib/ui/sql/examples.ts';
import type { Example } from '../../../../src/lib/ui/sql/types.ts';

const read = async (file: string) => new Uint8Array(await readFile(path.resolve('data', file)));

let session: SqlSession;
let examples: Example[];
let pkg: DataPackage;

beforeAll(async () => {
	const loaded = await readPackage({ read });
	if (!loaded.package) throw new Error('The default package has faults.');
	pkg = loaded.package;
	const resources = resourcesWithBreaks(pkg);
	const files: Record<string, Uint8Array> = {};
	for (const each of resources) files[each.name] = await read(each.path);
	const { connection, driver } = await connectNodeForSql();
	session = createSqlSession(driver, resources, await packageTables(connection, resources, files));
	examples = examplesOf(pkg);
}, 60_000);

describe('the examples of SQL', () => {
	it('show eight things that the default data can be asked', () => {
		expect(examples.map(({ id }) => id)).toEqual([
			'rows',
			'change',
			'sum',
			'refused',
			'rate',
			'pivot',
			'markers',
			'sources'
		]);
	});

	it('run, give rows, and warn only where they are to show a warning', async () => {
		const { signal } = new AbortController();
		for (const { id, sql } of examples) {
			const { rows, warnings } = await session.run(sql, { limit: 10_000, signal });
			expect(rows.length, id).toBeGreaterThan(1);
			expect(warnings.length > 0, `${id}: ${JSON.stringify(warnings)}`).toBe(id === 'refused');
		}
	});

	it('compare a year with the one before, never with an earlier one', async () => {
		const { signal } = new AbortController();
		const sql = examples.find(({ id }) => id === 'change')?.sql ?? '';
		const { rows } = await session.run(sql, { limit: 100, signal });
		const years = rows.map(([year]) => Number(year));
		for (const [year, , change] of rows)
			expect(change !== null, String(year)).toBe(years.includes(Number(year) - 1));
		expect(years).toContain(2018);
		expect(years).not.toContain(2017);
	});

	it('leave out what a package has not', () => {
		const bare = { ...pkg, resources: pkg.resources.slice(-1), headline: [] };
		expect(examplesOf(bare)).toEqual([]);
	});
});
