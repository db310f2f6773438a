import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { chartContext, layoutChart } from '../../../../src/lib/charts/index.ts';
import { SqlError } from '../../../../src/lib/engine/sql/failure.ts';
import type { SqlResult, SqlSession } from '../../../../src/lib/engine/sql/types.ts';
import { SEARCH_AT_MOST, searchOf, sqlOf } from '../../../../src/lib/ui/sql/address.ts';
import { readPin } from '../../../../src/lib/outputs/versions/pin.ts';
import { tableAddress } from '../../../../src/lib/ui/files/publishedAddress.ts';
import { markColumns } from '../../../../src/lib/ui/own/queries.ts';
import { beginning } from '../../../../src/lib/ui/sql/beginning.ts';
import { SqlConsole } from '../../../../src/lib/ui/sql/console.svelte.ts';
import { leftOut, quickView, suggestedChoice } from '../../../../src/lib/ui/sql/quickView.ts';
import { rowsInView, sorted } from '../../../../src/lib/ui/sql/sorted.ts';

function result(names: string[], rows: SqlResult['rows']): SqlResult {
	const columns = names.map((name) => ({ name, type: 'VARCHAR' }));
	return {
		sql: 'SELECT',
		columns,
		rows,
		cut: false,
		isHeavy: false,
		shortened: 0,
		elapsed: 1,
		warnings: [],
		own: [],
		made: []
	};
}

describe('the address of a statement', () => {
	it('gives back any text that fits into it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (sql) => {
				const search = searchOf(sql);
				if (search !== undefined) expect(sqlOf(search)).toBe(sql.trim() ? sql : undefined);
			})
		);
	});

	it('does not hold a text that is too long, nor take in one without end', () => {
		expect(searchOf('x'.repeat(SEARCH_AT_MOST))).toBeUndefined();
		expect(sqlOf(`?q=${'x'.repeat(1_000_000)}`)).toHaveLength(100_000);
		expect(sqlOf('?other=1')).toBeUndefined();
	});
});

describe('a pinned address', () => {
	it('names the version beside the statement', () => {
		const search = searchOf('SELECT 1', '1.2.3') ?? '';
		expect(sqlOf(search)).toBe('SELECT 1');
		expect(readPin(search)).toBe('1.2.3');
	});

	it('gives the address that the site was told, and the file of a kept version', () => {
		const site = { address: 'https://example.org/base', configured: true, kept: true };
		expect(tableAddress(site, 'a', '1.2.3')).toBe('https://example.org/base/data/v1.2.3/a.csv');
		expect(tableAddress({ ...site, kept: false }, 'a', '1.2.3')).toBe('https://example.org/base/data/a.csv');
	});
});

describe('an own table', () => {
	it('names its columns of marks, for sums leave out what is withheld', () => {
		const columns = ['n', 'n_status', 'status_n'].map((name) => ({ name, type: 'VARCHAR' as const }));
		const table = { name: 'mine', file: 'mine.csv', rows: 1, columns, csv: new Blob() };
		expect(markColumns({ table, roles: [] })).toEqual(['n_status']);
	});
});

describe('a very long text', () => {
	it('is shown by its beginning, without half a letter', () => {
		expect(beginning('x'.repeat(500))).toBe('x'.repeat(500));
		expect(beginning('x'.repeat(501))).toBe(`${'x'.repeat(500)} …`);
		expect(beginning(`${'x'.repeat(499)}😀y`)).toBe(`${'x'.repeat(499)} …`);
	});
});

describe('a long table', () => {
	it('is sorted by numbers as numbers, texts as texts, empty cells last either way', () => {
		const rows = [[10], [null], [9], ['b'], ['a10'], ['a9']];
		const up = sorted(rows, { column: 0, descending: false }).map(([cell]) => cell);
		const down = sorted(rows, { column: 0, descending: true }).map(([cell]) => cell);
		expect(up).toEqual([9, 10, 'a9', 'a10', 'b', null]);
		expect(down).toEqual(['b', 'a10', 'a9', 10, 9, null]);
		expect(sorted(rows, undefined)).toBe(rows);
	});

	it('holds the rows in view and some more, never others', () => {
		const size = { height: 320, row: 32, spare: 5 };
		expect(rowsInView(100_000, { top: 0, ...size })).toEqual({ from: 0, to: 15 });
		expect(rowsInView(100_000, { top: 32_000, ...size })).toEqual({ from: 995, to: 1015 });
		expect(rowsInView(3, { top: 9999, ...size })).toEqual({ from: 0, to: 3 });
	});
});

describe('a chart of a result', () => {
	const years = result(
		['year', 'group', 'n'],
		[
			[2015, 'a', 1],
			[2016, 'a', 2],
			[2015, 'b', 3],
			[2016, 'b', null]
		]
	);

	it('runs along years, with the column as series that tells rows apart', () => {
		const choice = suggestedChoice(years);
		expect(choice).toEqual({ mark: 'line', x: 0, y: 2, series: 1 });
		const view = choice && quickView(years, choice);
		if (!view || typeof view === 'string') throw new Error('There is no chart.');
		const layout = layoutChart(chartContext(view));
		expect(layout.kind).toBe('line');
		expect(layout.series).toHaveLength(2);
		expect(layout.data.map(({ row }) => row.value)).toEqual(expect.arrayContaining([1, 2, 3]));
	});

	it('shows texts as bars', () => {
		const choice = suggestedChoice(
			result(
				['place', 'n'],
				[
					['x', 1],
					['y', 2]
				]
			)
		);
		expect(choice).toMatchObject({ mark: 'bar', x: 0, y: 1 });
	});

	it.each([
		['adds nothing up', { mark: 'line', x: 0, y: 2, series: undefined }, 'must not add them up'],
		['wants years for lines', { mark: 'line', x: 1, y: 2, series: undefined }, 'holds something else'],
		['wants numbers', { mark: 'bar', x: 0, y: 1, series: undefined }, 'numbers only']
	] as const)('%s', (_, choice, words) => {
		expect(quickView(years, choice)).toContain(words);
	});

	it('says when there are too many rows, or values that it cannot draw', () => {
		const many = result(
			['place', 'n'],
			Array.from({ length: 61 }, (_, index) => [`p${index}`, index])
		);
		expect(quickView(many, { mark: 'bar', x: 0, y: 1, series: undefined })).toContain('61 rows are too many');
		const below = result(['place', 'n'], [['x', -1]]);
		expect(quickView(below, { mark: 'bar', x: 0, y: 1, series: undefined })).toContain('below zero');
	});
});

describe('a chart of rows without numbers', () => {
	const choice = { mark: 'bar', x: 0, y: 1, series: undefined } as const;
	const rows = [
		['a', 1, ''],
		['b', null, '[c]'],
		['c', null, '']
	];

	it('says of each what its own marker says, and leaves out what has none', () => {
		const marked = result(['place', 'n', 'status'], rows);
		const view = quickView(marked, choice);
		if (typeof view === 'string') throw new Error(view);
		expect(view.answer.rows.map(({ key, status }) => [key['x'], status])).toEqual([
			['a', ''],
			['b', '[c]']
		]);
		expect(leftOut(marked, 1)).toBe(1);
	});

	it('never calls one not available without a marker', () => {
		const plain = result(
			['place', 'n'],
			rows.map((row) => row.slice(0, 2))
		);
		const view = quickView(plain, choice);
		if (typeof view === 'string') throw new Error(view);
		expect(view.answer.rows.map(({ status }) => status)).toEqual(['']);
		expect(leftOut(plain, 1)).toBe(2);
	});
});

describe('the console', () => {
	function setUp(run: SqlSession['run']) {
		const ran = vi.fn();
		const session: SqlSession = {
			run,
			tables: async () => [],
			countRows: async () => 12_345,
			addTable: async () => {},
			dropTable: async () => {}
		};
		const console = new SqlConsole({ session, ran, now: () => 0 });
		console.sql = 'SELECT 1';
		return { console, ran };
	}

	it('runs the text, keeps it in the address and tells how many rows came', async () => {
		const { console, ran } = setUp(async (sql) => ({ ...result(['n'], [[1]]), sql }));
		const running = console.run();
		expect(console.isRunning).toBe(true);
		await running;
		expect(ran).toHaveBeenCalledExactlyOnceWith('SELECT 1');
		expect(console).toMatchObject({ isRunning: false, error: undefined, said: '1 rows.' });
	});

	it('counts all rows of what was cut, and forgets the number with the next statement', async () => {
		const { console } = setUp(async (sql) => ({ ...result(['n'], [[1]]), sql, cut: true }));
		await console.run();
		await console.count();
		expect(console).toMatchObject({ total: 12_345, isRunning: false });
		await console.run();
		expect(console.total).toBeUndefined();
	});

	it('keeps the last result when the next fails, and says why', async () => {
		let fails = false;
		const { console } = setUp(async (sql) => {
			if (fails) throw new SqlError('No such thing.', 'duckdb');
			return { ...result(['n'], [[1]]), sql };
		});
		await console.run();
		fails = true;
		await console.run();
		expect(console.result?.rows).toEqual([[1]]);
		expect(console.error?.message).toBe('No such thing.');
	});

	it('stops when asked, and runs the next', async () => {
		const { console } = setUp(
			(_, { signal }) =>
				new Promise((__, reject) =>
					signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
				)
		);
		const running = console.run();
		void console.run();
		console.cancel();
		await running;
		expect(console.error?.kind).toBe('cancelled');
		expect(console.isRunning).toBe(false);
	});
});
