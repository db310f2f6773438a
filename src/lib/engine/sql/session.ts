import { quoted } from '../../cube/index.ts';
import type { Cell, Resource } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import { cellOf, selectList } from './cells.ts';
import { Stuck, type SqlDriver } from './driver.ts';
import { SqlError, sqlErrorOf } from './failure.ts';
import { Guard } from './guard/index.ts';
import { addOwnTable } from './ownTable.ts';
import { readStatement, type Statement } from './statement.ts';
import type { SqlColumn, SqlResult, SqlSession, SqlTable } from './types.ts';

const EXPLAIN = 'EXPLAIN (FORMAT json)\n';
const DESCRIBE = 'DESCRIBE FROM (\n';
/** Rows after which a breath is taken, so that the page stays quick. */
const BREATH = 2000;

type RunOptions = Parameters<SqlSession['run']>[1];

const breath = () => new Promise((resolve) => setTimeout(resolve));

/** A reader's SQL on a database with the tables of a package; it reads, and nothing that it does stays. */
export function createSqlSession(driver: SqlDriver, resources: Resource[]): SqlSession {
	const guard = new Guard(resources, (sql) => driver.run(sql));
	let last: Promise<unknown> = Promise.resolve();
	/** Statements stand in line, because a transaction belongs to the whole connection. */
	const inLine = <T>(work: () => Promise<T>): Promise<T> => {
		const next = last.then(work, work);
		last = next.catch(() => {});
		return next;
	};
	const told = async <T>(work: Promise<T>, sql: string, before?: string): Promise<T> => {
		try {
			return await work;
		} catch (error) {
			throw error instanceof Stuck ? error : sqlErrorOf(error, sql, before);
		}
	};

	const columnsOf = async (sql: string): Promise<SqlColumn[]> => {
		const rows = await told(driver.run(`${DESCRIBE}${sql}\n)`), sql, DESCRIBE);
		return rows.map((row) => ({ name: String(row['column_name']), type: String(row['column_type']) }));
	};

	const rowsOf = async (sql: string, columns: SqlColumn[], { limit, signal }: RunOptions) => {
		const before = `SELECT ${selectList(columns)} FROM (\n`;
		const names = columns.map((_, index) => `c${index}`).join(', ');
		const wrapped = `${before}${sql}\n) AS result(${names}) LIMIT ${limit + 1}`;
		const rows: Cell[][] = [];
		try {
			for await (const slice of driver.slices(wrapped, signal)) {
				for (const row of slice) {
					rows.push(columns.map(({ type }, index) => cellOf(row[index], type)));
					if (rows.length % BREATH === 0) await breath();
				}
				signal.throwIfAborted();
			}
		} catch (error) {
			if (error instanceof Stuck) throw error;
			signal.throwIfAborted();
			throw sqlErrorOf(error, sql, before);
		}
		const cut = rows.length > limit;
		return { rows: cut ? rows.slice(0, limit) : rows, cut };
	};

	/** Runs work in a transaction that cannot write and is ended whatever happens. */
	const reading = async <T>(work: () => Promise<T>): Promise<T> => {
		await driver.run('BEGIN TRANSACTION READ ONLY');
		let isStuck = false;
		try {
			return await work();
		} catch (error) {
			isStuck = error instanceof Stuck;
			throw error;
		} finally {
			if (!isStuck) await driver.run('ROLLBACK');
		}
	};

	const read = async ({ sql, kind }: Statement, options: RunOptions, started: number) => {
		const found = await reading(async () => {
			const [explained] = await told(driver.run(EXPLAIN + sql), sql, EXPLAIN);
			options.signal.throwIfAborted();
			const columns = await columnsOf(sql);
			options.signal.throwIfAborted();
			const asked = performance.now();
			const rows = await rowsOf(sql, columns, options);
			const now = performance.now();
			return { columns, ...rows, plan: String(explained?.['explain_value']), ran: now - asked, now };
		});
		const { columns, rows, cut, plan, ran, now } = found;
		const look = { sql, plan, columns: columns.length, elapsed: ran, signal: options.signal };
		const warnings = kind === 'reads' ? await guard.warningsOf(look) : [];
		return { columns, rows, cut, elapsed: now - started, warnings };
	};

	const explain = async ({ sql }: Statement, started: number) => {
		const rows = await reading(() => told(driver.run(sql), sql));
		const names = ['explain_key', 'explain_value'];
		return {
			columns: names.map((name) => ({ name, type: 'VARCHAR' })),
			rows: rows.map((row) => names.map((name) => cellOf(row[name], 'VARCHAR'))),
			cut: false,
			elapsed: performance.now() - started,
			warnings: []
		};
	};

	const name = async ({ sql, name: called = '' }: Statement, started: number) => {
		const [same] = await driver.run(
			`SELECT count(*) AS n FROM duckdb_functions() WHERE internal AND lower(function_name) = '${called.replaceAll("'", "''")}'`
		);
		if (Number(same?.['n']) > 0) throw new SqlError(m.sql_error_function({ name: called }), 'refused');
		await told(driver.run(sql), sql);
		return { columns: [], rows: [], cut: false, elapsed: performance.now() - started, warnings: [] };
	};

	return {
		tables: () =>
			inLine(async () => {
				const rows = await driver.run(
					`SELECT table_name, column_name, data_type FROM duckdb_columns()
WHERE NOT internal AND schema_name = 'main' AND database_name = current_database() ORDER BY table_oid, column_index`
				);
				const tables = new Map<string, SqlTable>();
				for (const row of rows) {
					const called = String(row['table_name']);
					const isOwn = !resources.some((resource) => resource.name === called);
					const table = tables.get(called) ?? { name: called, columns: [], isOwn };
					table.columns.push({ name: String(row['column_name']), type: String(row['data_type']) });
					tables.set(called, table);
				}
				return [...tables.values()];
			}),
		run: (text, options) =>
			inLine(async (): Promise<SqlResult> => {
				options.signal.throwIfAborted();
				const statement = readStatement(text, await driver.tokens(text));
				const started = performance.now();
				if (statement.kind === 'names') return { sql: text, ...(await name(statement, started)) };
				if (statement.kind === 'explains') return { sql: text, ...(await explain(statement, started)) };
				return { sql: text, ...(await read(statement, options, started)) };
			}),
		addTable: (table) =>
			inLine(async () => {
				if (resources.some((resource) => resource.name === table.name)) {
					throw new SqlError(m.sql_error_name_taken({ name: table.name }), 'refused');
				}
				await addOwnTable(driver, table);
			}),
		dropTable: (called) =>
			inLine(async () => {
				if (resources.some((resource) => resource.name === called)) return;
				await driver.run(`DROP TABLE IF EXISTS main.${quoted(called)}`);
			})
	};
}
