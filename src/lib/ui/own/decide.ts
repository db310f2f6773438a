import type { OwnTable } from '../../engine/sql/types.ts';
import type { ColumnChoice, OwnFault, OwnLook, OwnType } from '../../package/own/index.ts';
import type { DecidedColumn } from './types.ts';

const SQL_TYPES: Record<OwnType, OwnTable['columns'][number]['type']> = {
	text: 'VARCHAR',
	whole: 'BIGINT',
	'whole-points': 'BIGINT',
	year: 'BIGINT',
	decimal: 'DOUBLE',
	'decimal-comma': 'DOUBLE',
	date: 'DATE'
};

/** What is suggested: every column but those that may hold personal data. */
export function suggested(look: OwnLook): DecidedColumn[] {
	return look.columns.map((column) => ({
		column,
		kept: column.personal.length === 0,
		type: column.type,
		role: column.role
	}));
}

/** The columns that are written, with one of markers beside those whose numbers carry them. */
export function choicesOf(decided: readonly DecidedColumn[]): ColumnChoice[] {
	return decided
		.filter(({ kept }) => kept)
		.map(({ column: { index, original, name, markers, statusName }, type }) => {
			const hasStatus = markers > 0 && type !== 'text';
			return { index, original, name, type, ...(hasStatus ? { statusName } : {}) };
		});
}

/** The columns of a table as SQL declares them. */
export function sqlColumns(choices: readonly ColumnChoice[]): OwnTable['columns'] {
	return choices.flatMap(({ name, type, statusName }): OwnTable['columns'] => [
		{ name, type: SQL_TYPES[type] },
		...(statusName === undefined ? [] : [{ name: statusName, type: 'VARCHAR' as const }])
	]);
}

/** Cells of a column that do not fit the type that the reader chose. */
export function misfitsOf({ column, type, kept }: DecidedColumn): number {
	return kept && type !== 'text' ? column.misfits[type].count : 0;
}

/** Faults of rows, and of cells by the types that are chosen now: the first of them in the order of the file, and how many. */
export function faultsOf(
	look: OwnLook,
	decided: readonly DecidedColumn[]
): { first: OwnFault[]; count: number } {
	const ofCells = decided.flatMap(({ column, type, kept }): OwnFault[] =>
		kept && type !== 'text'
			? column.misfits[type].first.map((misfit) => ({ ...misfit, column: column.original, rule: type }))
			: []
	);
	const count = look.faults.count + decided.reduce((sum, each) => sum + misfitsOf(each), 0);
	const first = [...look.faults.first, ...ofCells].sort((one, two) => one.line - two.line);
	return { first, count };
}

/** Kept columns that look like numbers with a decimal comma, and are read as something else. */
export function withCommas(decided: readonly DecidedColumn[]): DecidedColumn[] {
	return decided.filter(
		({ column, kept, type }) => kept && type === column.type && column.hints.includes('decimal-comma')
	);
}
