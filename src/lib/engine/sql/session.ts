import { quoted } from '../../cube/index.ts';
import type { Cell, Resource } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import { untilAborted } from '../untilAborted.ts';
import { cellOf, Scale, selectList } from './cells.ts';
import { Stuck, type SqlDriver } from './driver.ts';
import { SqlError, sqlErrorOf } from './failure.ts';
import { Guard } from './guard/index.ts';
import { broughtTables, describedTables } from './listed.ts';
import { MadeNames, namedIn } from './made.ts';
import { missedBy, neededBy } from './needed.ts';
import { addOwnTable } from './ownTable.ts';
import { readStatement, type Statement } from './statement.ts';
import { Trials } from './trials.ts';
import type { PublishedTables, SqlColumn, SqlResult, SqlSession } from './types.ts';

const EXPLAIN = 'EXPLAIN (FORMAT json)\n';
const DESCRIBE = 'DESCRIBE FROM (\n';
const COUNT = 'SELECT count(*) AS n FROM (\n';
/** What is said of a result of which nothing was left out. */
const WHOLE = { cut: false, isHeavy: false, shortened: 0, warnings: [] };
/** Rows after which a breath is taken, so that the page stays quick. */
const BREATH = 2000;

type RunOptions = Parameters<SqlSession['run']>[1];

const breath = () => new Promise((resolve) => setTimeout(resolve));

/**
 * A reader's SQL on a database with the tables of a package; it reads, and nothing that it does stays.
 * @param published loads the tables that a statement may read before it runs
 */
export function createSqlSession(
	driver: SqlDriver,
	resources: Resource[],
	published: PublishedTables
): SqlSession {
	let last: Promise<unknown> = Promise.resolve();
	/** Statements stand in line, because a transaction belongs to the whole connection. */
	const inLine = <T>(work: () => Promise<T>): Promise<T> => {
		const next = last.then(work, work);
		last = next.catch(() => {});
		return next;
	};
	/** Runs the reader's text, which can be stopped. */
	const ask = async (sql: string, { signal }: { signal: AbortSignal }, before = '', after = '') => {
		try {
			const rows = await driver.run(`${before}${sql}${after}`, signal);
			signal.throwIfAborted();
			return rows;
		} catch (error) {
			if (error instanceof Stuck) throw error;
			signal.throwIfAborted();
			throw sqlErrorOf(error, sql, before);
		}
	};

	const own = new Set<string>();
	const made = new MadeNames();
	/** Names of functions, read before the reader can add any. */
	let functions: ReadonlySet<string> | undefined;
	const isSame = (name: string) => (other: string) => other.toLowerCase() === name.toLowerCase();
	const isPublished = (name: string) => resources.map((resource) => resource.name).some(isSame(name));
	const isTable = (name: string) => isPublished(name) || [...own].some(isSame(name));

	const described = describedTables(resources);
	const trials = new Trials(driver);
	const guard = new Guard(resources, (sql, limit) => trials.run(sql, limit));

	/** Does what needs tables, once they are there; once more if the database knows one only by its failing. */
	const withTables = async <T>(sql: string, { signal }: { signal: AbortSignal }, work: () => Promise<T>) => {
		const names = resources.map((resource) => resource.name);
		await untilAborted(published.load(neededBy(sql, made.usedBy(sql), names)), signal);
		try {
			return await work();
		} catch (error) {
			const missed = error instanceof SqlError ? missedBy(error, resources) : [];
			if (missed.every((each) => published.has(each))) throw error;
			await untilAborted(published.load(missed), signal);
			return work();
		}
	};

	const columnsOf = async (sql: string, options: RunOptions): Promise<SqlColumn[]> => {
		const rows = await ask(sql, options, DESCRIBE, '\n)');
		return rows.map((row) => ({ name: String(row['column_name']), type: String(row['column_type']) }));
	};

	const rowsOf = async (sql: string, columns: SqlColumn[], { limit, signal }: RunOptions) => {
		const before = `SELECT ${selectList(columns)} FROM (\n`;
		const names = columns.map((_, index) => `c${index}`).join(', ');
		const wrapped = `${before}${sql}\n) AS result(${names}) LIMIT ${limit + 1}`;
		const rows: Cell[][] = [];
		const scale = new Scale();
		try {
			for await (const slice of driver.slices(wrapped, signal)) {
				for (const row of slice) {
					if (scale.isFull) break;
					rows.push(columns.map(({ type }, index) => scale.weigh(cellOf(row[index], type))));
					if (rows.length % BREATH === 0) await breath();
				}
				signal.throwIfAborted();
				if (scale.isFull) break;
			}
		} catch (error) {
			if (error instanceof Stuck) throw error;
			signal.throwIfAborted();
			throw sqlErrorOf(error, sql, before);
		}
		const { isFull, shortened } = scale;
		const isHeavy = isFull && rows.length <= limit;
		return { rows: rows.slice(0, limit), cut: rows.length > limit || isHeavy, isHeavy, shortened };
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
			const [explained] = await ask(sql, options, EXPLAIN);
			const columns = await columnsOf(sql, options);
			const asked = performance.now();
			const rows = await rowsOf(sql, columns, options);
			const now = performance.now();
			return { columns, ...rows, plan: String(explained?.['explain_value']), ran: now - asked, now };
		});
		const { plan, ran, now, ...taken } = found;
		const { columns } = taken;
		const look = { sql, plan, columns: columns.length, elapsed: ran, signal: options.signal };
		const warnings =
			kind === 'reads' ? await trials.during(options.signal, () => guard.warningsOf(look)) : [];
		return { ...taken, elapsed: now - started, warnings };
	};

	const explain = async ({ sql }: Statement, options: RunOptions, started: number) => {
		const rows = await reading(() => ask(sql, options));
		const names = ['explain_key', 'explain_value'];
		return {
			columns: names.map((name) => ({ name, type: 'VARCHAR' })),
			rows: rows.map((row) => names.map((name) => cellOf(row[name], 'VARCHAR'))),
			...WHOLE,
			elapsed: performance.now() - started
		};
	};

	const name = async ({ sql, name: called = '' }: Statement, { signal }: RunOptions, started: number) => {
		functions ??= new Set(
			(await driver.run('SELECT function_name AS n FROM duckdb_functions()')).map((row) =>
				String(row['n']).toLowerCase()
			)
		);
		if (functions.has(called)) throw new SqlError(m.sql_error_function({ name: called }), 'refused');
		if (isTable(called)) throw new SqlError(m.sql_error_name_taken({ name: called }), 'refused');
		try {
			await driver.run(sql, signal);
		} catch (error) {
			throw error instanceof Stuck ? error : sqlErrorOf(error, sql);
		}
		made.add(called, sql);
		return { columns: [], rows: [], ...WHOLE, elapsed: performance.now() - started };
	};

	const countOf = async (text: string, options: { signal: AbortSignal }) => {
		options.signal.throwIfAborted();
		const { sql } = readStatement(text, await driver.tokens(text));
		return withTables(sql, options, async () => {
			const [row] = await reading(() => ask(sql, options, COUNT, '\n)'));
			return Number(row?.['n']);
		});
	};

	return {
		tables: () => inLine(async () => [...described, ...(await broughtTables(driver, isPublished))]),
		run: (text, options) =>
			inLine(async (): Promise<SqlResult> => {
				options.signal.throwIfAborted();
				const statement = readStatement(text, await driver.tokens(text));
				const used = made.usedBy(statement.sql);
				const stems = { sql: text, own: namedIn([...used, statement.sql].join('\n'), [...own]), made: used };
				const doing = { names: name, explains: explain, reads: read, describes: read }[statement.kind];
				const done = await withTables(statement.sql, options, () =>
					doing(statement, options, performance.now())
				);
				return { ...stems, ...done };
			}),
		countRows: (text, options) => inLine(() => countOf(text, options)),
		addTable: (table) =>
			inLine(async () => {
				if (isPublished(table.name) || made.has(table.name)) {
					throw new SqlError(m.sql_error_name_taken({ name: table.name }), 'refused');
				}
				own.add(table.name);
				await addOwnTable(driver, table);
			}),
		dropTable: (called) =>
			inLine(async () => {
				if (isPublished(called)) return;
				await driver.run(`DROP TABLE IF EXISTS main.${quoted(called)}`);
				own.delete(called);
			})
	};
}
