import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlConnection } from '../../../src/lib/engine/duckdb/connection.ts';
import { loadPackageTables } from './loaded.ts';
import { connectNode } from '../../../src/lib/engine/duckdb/node.ts';
import { FILES, RESOURCES } from './fixture.ts';

const OWN = new TextEncoder().encode('a\n1\n2\n');

describe('a database with the tables of a package', () => {
	let connection: SqlConnection;

	beforeAll(async () => {
		connection = await connectNode();
		await loadPackageTables(connection, RESOURCES, FILES);
		await connection.addFile('upload/own.csv', OWN);
		await connection.addFile('elsewhere/own.csv', OWN);
	}, 60_000);

	afterAll(() => connection.close());

	const setting = async (name: string) => {
		const [row] = await connection.run(`SELECT current_setting('${name}')::VARCHAR AS value`);
		return row?.['value'];
	};

	it('is locked', async () => {
		expect(await setting('enable_external_access')).toBe('false');
		expect(await setting('lock_configuration')).toBe('true');
		expect(await setting('autoload_known_extensions')).toBe('false');
	});

	it.each([
		'SET threads=1',
		"SET allowed_directories=['/']",
		'SET lock_configuration=false',
		'RESET threads'
	])('refuses %s', async (sql) => {
		await expect(connection.run(sql)).rejects.toThrow(/configuration has been locked/);
	});

	it.each(['elsewhere/own.csv', 'upload/../elsewhere/own.csv', 'https://example.org/own.csv', '/etc/passwd'])(
		'reads nothing from %s',
		async (file) => {
			const read = connection.run(`SELECT * FROM read_csv('${file}')`);
			await expect(read).rejects.toThrow(/Permission Error.*disabled/s);
		}
	);

	it('reads what a reader hands over', async () => {
		expect(await connection.run(`SELECT sum(a) AS total FROM read_csv('upload/own.csv')`)).toEqual([
			{ total: 3 }
		]);
	});
});
