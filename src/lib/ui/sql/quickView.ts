import type { ChartView } from '../../charts/types.ts';
import type { CubeRow } from '../../cube/types.ts';
import type { SqlResult } from '../../engine/sql/types.ts';
import { fiscalStart } from '../../package/fiscal.ts';
import { isStatus, NO_NUMBER } from '../../package/labels.ts';
import type { Cell, Field, Status } from '../../package/types.ts';
import { m } from '../../words/index.ts';

/** Which columns make a chart of a result, by their place. */
export interface QuickChoice {
	mark: 'line' | 'bar';
	x: number;
	y: number;
	series: number | undefined;
}

/** Marks at most; more can be read in the table alone. */
const ROWS_AT_MOST = { line: 600, bar: 60 };
const SERIES_AT_MOST = 6;
const PERIOD = /^\d{4}(-\d\d(-\d\d)?|\/\d\d)?$/;

/** Numbers that the labels of a chart, with two decimals, would show as nothing. */
const isTiny = (cell: Cell) => typeof cell === 'number' && cell !== 0 && Math.abs(cell) < 0.01;

/** Columns that hold numbers and nothing else. */
export function numberColumns({ columns, rows }: SqlResult): number[] {
	return columns.flatMap((_, index) => {
		const cells = rows.map((row) => row[index] ?? null).filter((cell) => cell !== null);
		return cells.length && cells.every((cell) => typeof cell === 'number') ? [index] : [];
	});
}

/** Whether a column holds years, months or days, along which a line can run. */
export function isTime({ rows }: SqlResult, column: number): boolean {
	const cells = rows.map((row) => row[column] ?? null);
	return cells.length > 0 && cells.every((cell) => cell !== null && PERIOD.test(String(cell)));
}

/** A chart that suits a result, if any does: times run along a line, other texts are rows of bars. */
export function suggestedChoice(result: SqlResult): QuickChoice | undefined {
	const times = result.columns.flatMap((_, index) => (isTime(result, index) ? [index] : []));
	const numbers = numberColumns(result);
	const x = times[0] ?? result.columns.findIndex((_, index) => !numbers.includes(index));
	const y = numbers.filter((index) => index !== x && !times.includes(index)).at(-1);
	if (x < 0 || y === undefined) return undefined;
	const others = result.columns.flatMap((_, index) =>
		index === x || numbers.includes(index) ? [] : [index]
	);
	const choice: QuickChoice = { mark: times.includes(x) ? 'line' : 'bar', x, y, series: undefined };
	const withSeries = others.map((series) => ({ ...choice, series }));
	return [choice, ...withSeries].find((each) => typeof quickView(result, each) !== 'string') ?? choice;
}

function category(name: string, cells: readonly Cell[]): Field {
	const values = [...new Set(cells.map((cell) => String(cell ?? m.sql_null())))];
	return {
		name,
		type: 'string',
		role: 'category',
		title: name,
		categories: values.map((value, index) => ({ value, label: value, hue: (index % SERIES_AT_MOST) + 1 }))
	};
}

/** The marker of a row that has no number, from its column of markers if there is one. */
function gapOf({ columns }: SqlResult, row: readonly Cell[]): Status | undefined {
	const cell = row[columns.findIndex(({ name }) => name.toLowerCase() === 'status')];
	return isStatus(cell) && NO_NUMBER.includes(cell) ? cell : undefined;
}

const isDrawn = (result: SqlResult, y: number) => (row: readonly Cell[]) =>
	(row[y] ?? null) !== null || gapOf(result, row) !== undefined;

/** How many rows a chart leaves out, because nothing says why they have no number. */
export function leftOut(result: SqlResult, y: number): number {
	return result.rows.length - result.rows.filter(isDrawn(result, y)).length;
}

/** What the charts draw of a result, or why they do not. */
export function quickView(whole: SqlResult, choice: QuickChoice): ChartView | string {
	const { mark, x, y, series } = choice;
	const result = { ...whole, rows: whole.rows.filter(isDrawn(whole, y)) };
	const [along, value] = [result.columns[x]?.name ?? '', result.columns[y]?.name ?? ''];
	const split = series === undefined ? undefined : result.columns[series]?.name;
	if (mark === 'line' && !isTime(result, x)) return m.sql_chart_no_time({ x: along });
	if (!numberColumns(result).includes(y)) return m.sql_chart_no_numbers({ y: value });
	if (mark === 'bar' && result.rows.some((row) => Number(row[y]) < 0))
		return m.sql_chart_negative({ y: value });
	if (result.rows.some((row) => isTiny(row[y] ?? null))) return m.sql_chart_tiny({ y: value });
	if (result.rows.length > ROWS_AT_MOST[mark])
		return m.sql_chart_too_many({ count: result.rows.length, most: ROWS_AT_MOST[mark] });
	const cellsAt = (column: number) => result.rows.map((row) => row[column] ?? null);
	const splitting = series === undefined ? undefined : category('series', cellsAt(series));
	if ((splitting?.categories?.length ?? 0) > SERIES_AT_MOST)
		return m.sql_chart_too_many_series({ series: split ?? '', most: SERIES_AT_MOST });
	const isFiscal = cellsAt(x).every((cell) => fiscalStart(String(cell)) !== undefined);
	const isYear = cellsAt(x).every((cell) => /^\d{4}$/.test(String(cell)));
	const rows = result.rows.map((row): CubeRow => {
		const at = row[x] ?? m.sql_null();
		return {
			key: {
				x: mark === 'line' && isYear ? Number(at) : String(at),
				...(series === undefined ? {} : { series: String(row[series] ?? m.sql_null()) })
			},
			value: typeof row[y] === 'number' ? row[y] : null,
			status: (row[y] ?? null) === null ? (gapOf(result, row) ?? '') : '',
			qualifier: '',
			denominator: null,
			sources: [],
			confidence: '',
			notes: []
		};
	});
	if (new Set(rows.map(({ key }) => JSON.stringify(key))).size < rows.length)
		return m.sql_chart_twice({ x: along });
	const field: Field =
		mark === 'line'
			? {
					name: 'x',
					...(isFiscal ? { type: 'string', yearStarts: 1 } : { type: isYear ? 'year' : 'date' }),
					role: 'time',
					title: along
				}
			: { ...category('x', cellsAt(x)), title: along };
	const query = { table: 'result', dimensions: series === undefined ? ['x'] : ['x', 'series'] };
	return {
		spec: {
			id: 'result',
			title: m.sql_chart_title({ y: value, x: along }),
			pages: [],
			query,
			mark,
			x: 'x',
			...(splitting ? { series: ['series'] } : {})
		},
		resource: {
			name: 'result',
			path: '',
			type: 'table',
			title: value,
			description: '',
			unit: value,
			schema: {
				fields: [
					field,
					...(splitting ? [splitting] : []),
					{ name: 'value', type: 'number', role: 'value', title: value }
				]
			}
		},
		answer: { refused: false, query, rows, breaks: [], nonAdditive: [], withheld: 0 },
		sources: [],
		package: { title: '', publisher: '', scope: '', limits: '', version: '', asOf: '' }
	};
}
