import { fieldByName } from '../../../package/index.ts';
import { m } from '../../../words/index.ts';
import { decide, type Draft } from '../draft.ts';
import { fieldTitle, labelled, timeName, valuesIn } from '../table.ts';

/** A period counts as well covered with so great a part of the figures of the best one. */
const WELL_COVERED = 0.5;

/** The first and the last period. */
export function decidePeriods(draft: Draft): void {
	const { table, state, question } = draft;
	const field = fieldByName(table.resource, timeName(table));
	if (!field) return;
	const periods = valuesIn(field, draft.rows);
	const option = (value: string, reason = '') => ({
		value,
		label: labelled(table, field.name, value),
		reason
	});
	question.first = periods[0] ?? '';
	question.last = periods.at(-1) ?? '';
	question.from = decide(
		draft,
		'from',
		m.explore_from(),
		periods.map((value) => option(value)),
		state.from,
		question.first
	);
	question.to = decide(
		draft,
		'to',
		m.explore_to(),
		periods.map((value) => option(value, value < question.from ? m.explore_reason_before_first() : '')),
		state.to,
		question.last
	);
	draft.rows = draft.rows.filter((row) => {
		const period = String(row[field.name]);
		return question.from <= period && period <= question.to;
	});
}

/** The one period of a chart that shows one: the newest with at least half as many figures as the best. */
export function decideAt(draft: Draft): void {
	const { table, state, question } = draft;
	const field = fieldByName(table.resource, timeName(table));
	const runsAlong =
		question.form === 'line' ||
		question.form === 'stacked-bar' ||
		question.panels === field?.name ||
		!question.by;
	if (!field || runsAlong) return;
	const counts = new Map<string, number>();
	for (const row of draft.rows) {
		const period = String(row[field.name]);
		counts.set(period, (counts.get(period) ?? 0) + 1);
	}
	const most = Math.max(0, ...counts.values());
	const options = valuesIn(field, draft.rows).map((value) => ({
		value,
		label: labelled(table, field.name, value),
		reason: ''
	}));
	const standard = options.filter(({ value }) => (counts.get(value) ?? 0) >= most * WELL_COVERED).at(-1);
	const label = fieldTitle(table, field.name);
	question.at = decide(draft, 'at', label, options, state.at, standard?.value ?? '');
}
