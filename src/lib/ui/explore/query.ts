import type { CubeQuery } from '../../cube/types.ts';
import { fieldByName, fieldByRole } from '../../package/index.ts';
import { fiscalName, fiscalStart } from '../../package/fiscal.ts';
import type { Question } from './state.ts';
import { timeName, typed, type ExploreTable } from './table.ts';

/** The periods from the first to the last; of years every one, so that a year without a figure shows as a gap. */
function periodsBetween(table: ExploreTable, from: string, to: string): (string | number)[] {
	const field = fieldByName(table.resource, timeName(table));
	if (!field) return [];
	if (field.type === 'year' && !field.categories) {
		return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index);
	}
	const [first, last] = [fiscalStart(from), fiscalStart(to)];
	if (field.yearStarts !== undefined && first !== undefined && last !== undefined) {
		return Array.from({ length: last - first + 1 }, (_, index) => fiscalName(first + index));
	}
	return allPeriods(table)
		.filter((period) => from <= period && period <= to)
		.map((period) => typed(field, period));
}

function allPeriods(table: ExploreTable): string[] {
	const time = timeName(table);
	return [...new Set(table.rows.map((row) => String(row[time] ?? '')))].filter(Boolean).sort();
}

/** Whether periods before the first shown one or after the last are left out. */
export function isPartOfTime({ first, last, from, to }: Question): boolean {
	return from !== first || to !== last;
}

/** Whether a question leaves out nothing at a field. */
function isAll(table: ExploreTable, field: string, values: readonly string[]): boolean {
	const found = new Set(table.rows.map((row) => String(row[field] ?? '')));
	return [...found].every((value) => values.includes(value));
}

function filtersOf(table: ExploreTable, question: Question): Record<string, (string | number)[]> {
	const filters: Record<string, (string | number)[]> = {};
	for (const [field, value] of Object.entries(question.picked)) if (value) filters[field] = [value];
	for (const [field, values] of Object.entries(question.shown)) {
		if (field === timeName(table) || isAll(table, field, values)) continue;
		filters[field] = values;
	}
	const time = fieldByName(table.resource, timeName(table));
	if (!time) return filters;
	if (question.at) filters[time.name] = [typed(time, question.at)];
	else if (isPartOfTime(question)) filters[time.name] = periodsBetween(table, question.from, question.to);
	return filters;
}

/** The question as the cube is asked. */
export function queryOf(table: ExploreTable, question: Question): CubeQuery {
	const { resource } = table;
	const basis = fieldByRole(resource, 'basis')?.name;
	const isEach = basis !== undefined && question.basis === '';
	const time = question.at ? '' : timeName(table);
	const dimensions = [time, question.by, question.panels, isEach ? basis : ''].filter(Boolean);
	const filters = filtersOf(table, question);
	return {
		table: question.table,
		...(question.measure ? { measure: [question.measure] } : {}),
		dimensions: [...new Set(dimensions)],
		...(Object.keys(filters).length ? { filters } : {}),
		...(question.basis ? { basis: [question.basis] } : {}),
		...(question.unit ? { unit: [question.unit] } : {}),
		...(question.show === 'rate' ? { rate: true } : {}),
		...(question.show === 'share' ? { shareOf: question.shareOf } : {})
	};
}
