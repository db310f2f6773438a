import type { SqlResult } from '../../engine/sql/types.ts';
import { localized } from '../../package/labels.ts';
import type { Cell, DataPackage } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import { numberType, uniqueNames } from './columns.ts';
import type { FileColumn, FileTable } from './types.ts';

/** What a file made from a result says of the data that were asked. */
export type PackageWords = Pick<DataPackage, 'title' | 'limits' | 'version' | 'asOf'>;

/** DuckDB's types of numbers that JavaScript holds as such. */
const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|REAL|DECIMAL)\b/i;

/** A number that no file can hold as one is its text. */
const written = (cell: Cell): Cell =>
	typeof cell === 'number' && !Number.isFinite(cell) ? String(cell) : cell;

function typeOf(type: string, cells: readonly Cell[]): FileColumn['type'] {
	if (!NUMBER.test(type) || cells.some((cell) => typeof cell === 'string')) return 'text';
	return /INT/i.test(type) ? numberType(cells) : 'decimal';
}

/**
 * The result of a reader's SQL with everything that must go with it: warnings first, then whether rows are missing, the
 * SQL itself, limits and version.
 */
export function tableOfResult(result: SqlResult, words: PackageWords): FileTable {
	const { own } = result;
	const names = uniqueNames(result.columns.map(({ name }) => name));
	const rows = result.rows.map((cells) => cells.map(written));
	return {
		title: m.files_result_title(),
		name: 'result',
		caveats: [
			...result.warnings.map(({ text }) => m.files_result_warning({ text })),
			...(result.cut ? [m.files_result_cut({ count: rows.length })] : []),
			...(result.shortened ? [m.files_result_shortened({ count: result.shortened })] : []),
			...(own.length ? [m.files_result_own({ tables: own.join(', ') })] : []),
			m.files_result_sql({ sql: [...result.made, result.sql.trim()].join(';\n') }),
			m.pages_file_limits({ limits: localized(words.limits) }),
			m.pages_file_version({ title: localized(words.title), version: words.version, asOf: words.asOf })
		],
		columns: result.columns.map(({ type }, at) => ({
			name: names[at] ?? '',
			type: typeOf(
				type,
				rows.map((cells) => cells[at] ?? null)
			)
		})),
		rows
	};
}
