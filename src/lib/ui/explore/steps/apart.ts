import { m } from '../../../words/index.ts';
import { lowerFirst } from '../../../charts/words/values.ts';
import { decide, type Draft } from '../draft.ts';
import type { Option } from '../state.ts';
import { MOST_LINES } from './lines.ts';
import { fieldTitle, followOneAnother, groupFields, isAggregate, timeName, valuesIn } from '../table.ts';
import { MOST_LARGE_PANELS } from '../../../charts/layout/parts.ts';
import { fieldByName, totalCategory } from '../../../package/index.ts';
import type { Field } from '../../../package/types.ts';

/** Small charts at most. */
const MOST_PANELS = 60;

/** The values of a field that stand for themselves. */
function plainValues(draft: Draft, field: Field): string[] {
	return valuesIn(field, draft.rows).filter((value) => !isAggregate(field, value));
}

function fieldOption(draft: Draft, field: Field): Option {
	const label = fieldTitle(draft.table, field.name);
	const count = plainValues(draft, field).length;
	const reason = count < 2 ? m.explore_reason_one_value({ field: lowerFirst(label) }) : '';
	return { value: field.name, label, reason };
}

/** Whether a total over all values of a field is published. */
function hasTotal({ rows }: Draft, field: Field): boolean {
	const total = totalCategory(field)?.value;
	return total !== undefined && rows.some((row) => row[field.name] === total);
}

/** Which field is broken down. */
export function decideBy(draft: Draft): void {
	const { table, state, rows } = draft;
	const time = timeName(table);
	const periods = new Set(rows.map((row) => row[time])).size;
	const fields = groupFields(table);
	const groups = fields.map((field) => fieldOption(draft, field));
	const none = {
		value: '',
		label: m.explore_by_none(),
		reason: time ? '' : m.explore_reason_no_time()
	};
	const open = groups.filter(({ reason }) => !reason).map(({ value }) => value);
	// Without a published total a sum of the parts would be an odd start: it lacks every year in which one is missing.
	const isPicked = ({ name }: Field) => state.values[name]?.length === 1;
	const apart = fields
		.filter((field) => open.includes(field.name) && !isPicked(field) && !hasTotal(draft, field))
		.at(-1)?.name;
	const standard = apart ?? (time && periods > 2 ? '' : (open[0] ?? ''));
	draft.question.by = decide(draft, 'by', m.explore_by(), [none, ...groups], state.by, standard);
}

/** How many values of a field stand side by side: those that were asked for, else all plain ones. */
function countOf(draft: Draft, field: Field): number {
	const plain = plainValues(draft, field);
	return plain.filter((value) => draft.state.values[field.name]?.includes(value)).length || plain.length;
}

/** Why there would be too many small charts: more than a few are lines only, few in each. */
function whyNotSmall(draft: Draft, field: Field): string {
	const count = countOf(draft, field);
	if (count > MOST_PANELS) return m.explore_reason_many_panels({ count, most: MOST_PANELS });
	if (count <= MOST_LARGE_PANELS) return '';
	const { table, rows, question } = draft;
	const by = fieldByName(table.resource, question.by);
	const time = fieldByName(table.resource, timeName(table));
	const isLine = time !== undefined && followOneAnother(time, valuesIn(time, rows));
	const isFew = !by || countOf(draft, by) <= MOST_LINES;
	return isLine && isFew ? '' : m.explore_reason_many_forms({ most: MOST_LARGE_PANELS });
}

/** Which field makes a small chart each. */
export function decidePanels(draft: Draft): void {
	const { table, state, rows, question } = draft;
	const time = timeName(table);
	const options: Option[] = [{ value: '', label: m.explore_panels_none(), reason: '' }];
	for (const field of groupFields(table)) {
		const option = fieldOption(draft, field);
		const reason =
			field.name === question.by
				? m.explore_reason_broken_down()
				: option.reason || whyNotSmall(draft, field);
		options.push({ ...option, reason });
	}
	if (time) {
		const label = fieldTitle(table, time);
		const periods = new Set(rows.map((row) => row[time])).size;
		const reason = !question.by
			? m.explore_reason_panels_by()
			: periods < 2
				? m.explore_reason_one_value({ field: lowerFirst(label) })
				: '';
		options.push({ value: time, label, reason });
	}
	question.panels = decide(draft, 'panels', m.explore_panels(), options, state.panels, '');
}
