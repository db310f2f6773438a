import { fieldByRole } from '../../../package/index.ts';
import type { Row } from '../../../package/types.ts';
import { m } from '../../../words/index.ts';
import type { Question } from '../state.ts';
import { valuesIn, type ExploreTable } from '../table.ts';

/** Lines that can be told apart by colour, dash and shape. */
export const MOST_LINES = 6;

/** How many series stand in one chart or panel. */
export function seriesCount(table: ExploreTable, question: Question, rows: readonly Row[]): number {
	const basis = fieldByRole(table.resource, 'basis');
	const bases = basis && question.basis === '' ? valuesIn(basis, rows).length : 1;
	return Math.max(1, question.shown[question.by]?.length ?? 1) * Math.max(1, bases);
}

/** Why so many lines are not drawn; `''` where they are. */
export function tooManyLines(table: ExploreTable, question: Question, rows: readonly Row[]): string {
	const count = seriesCount(table, question, rows);
	return count > MOST_LINES ? m.explore_reason_many_lines({ count, most: MOST_LINES }) : '';
}
