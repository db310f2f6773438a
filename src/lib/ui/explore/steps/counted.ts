import { fieldByRole } from '../../../package/index.ts';
import { m } from '../../../words/index.ts';
import { decide, narrowRows, type Draft } from '../draft.ts';
import { fieldTitle, isAggregate, labelled, timeName, valuesIn } from '../table.ts';
import type { Row } from '../../../package/types.ts';

/** Bases that are lines of their own without being asked for. */
const MOST_EACH = 4;

/** What is counted. Its control is the list of all tables, so here it is only decided. */
export function decideMeasure(draft: Draft): void {
	const { table, state } = draft;
	const field = fieldByRole(table.resource, 'measure');
	if (!field) return;
	const values = valuesIn(field, draft.rows);
	const asked = state.measure !== undefined && values.includes(state.measure) ? state.measure : undefined;
	if (state.measure !== undefined && asked === undefined)
		draft.left.push({ control: m.explore_what(), value: '', reason: m.explore_left_unknown() });
	draft.question.measure = asked ?? values[0] ?? '';
	narrowRows(draft, field.name, [draft.question.measure]);
}

/** The value of a field that the newest row has, of several the one that most rows have. */
function newestValue({ table }: Draft, field: string, rows: readonly Row[]): string {
	const time = timeName(table);
	const last = rows.reduce((newest, row) => {
		const period = String(row[time] ?? '');
		return period > newest ? period : newest;
	}, '');
	return mostFrequent(
		field,
		rows.filter((row) => String(row[time] ?? '') === last)
	);
}

/** The value of a field that most rows have. */
export function mostFrequent(field: string, rows: readonly Row[]): string {
	const counts = new Map<string, number>();
	for (const row of rows) {
		const value = String(row[field] ?? '');
		counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** The unit: always one, for two never stand in one chart. */
export function decideUnit(draft: Draft): void {
	const { table, state, rows } = draft;
	const field = fieldByRole(table.resource, 'unit');
	if (!field) return;
	const options = valuesIn(field, rows).map((value) => ({
		value,
		label: labelled(table, field.name, value),
		reason: ''
	}));
	const standard = newestValue(draft, field.name, rows);
	const unit = decide(draft, 'unit', fieldTitle(table, field.name), options, state.unit, standard);
	draft.question.unit = unit;
	narrowRows(draft, field.name, [unit]);
}

/** The basis: one, or each by itself, since figures on two bases never join. */
export function decideBasis(draft: Draft): void {
	const { table, state, question } = draft;
	const field = fieldByRole(table.resource, 'basis');
	if (!field) return;
	const by = table.resource.schema.fields.find(({ name }) => name === question.by);
	const rows = by
		? draft.rows.filter((row) => row[by.name] != null && !isAggregate(by, row[by.name]))
		: draft.rows;
	const values = valuesIn(field, rows.length ? rows : draft.rows);
	const each = { value: '', label: m.explore_basis_each(), reason: '' };
	const options = [
		...(values.length > 1 ? [each] : []),
		...values.map((value) => ({ value, label: labelled(table, field.name, value), reason: '' }))
	];
	const isFew = values.length > 1 && values.length <= MOST_EACH;
	const standard = !question.by && isFew ? '' : mostFrequent(field.name, rows.length ? rows : draft.rows);
	question.basis = decide(draft, 'basis', fieldTitle(table, field.name), options, state.basis, standard);
	if (question.basis) narrowRows(draft, field.name, [question.basis]);
}
