import { fieldByName, totalCategory } from '../../../package/index.ts';
import type { Field } from '../../../package/types.ts';
import { m } from '../../../words/index.ts';
import { decide, narrowRows, type Draft } from '../draft.ts';
import { queryOf } from '../query.ts';
import type { Option, Question } from '../state.ts';
import {
	answerFrom,
	fieldTitle,
	groupFields,
	isAggregate,
	labelled,
	timeName,
	valuesIn,
	type ExploreTable
} from '../table.ts';
import { mostFrequent } from './counted.ts';

/** The fields whose values stand side by side. */
function apartFields({ table, question }: Draft): Field[] {
	return [question.by, question.panels].flatMap((name) => {
		const field = fieldByName(table.resource, name);
		return field && name !== timeName(table) ? [field] : [];
	});
}

/** Why values over a field are not added up; `''` where they are, and give at least one figure. */
function whyNotAdded(table: ExploreTable, question: Question): string {
	const answer = answerFrom(table, queryOf(table, question));
	if (answer.refused) return answer.reason;
	return answer.rows.some(({ value, status }) => value !== null || status === '[c]')
		? ''
		: m.explore_reason_no_sum();
}

/** Of each field that is not set apart, one value: the published total where there is one. */
export function decidePicked(draft: Draft): void {
	const { table, state, question } = draft;
	const apart = apartFields(draft);
	// What stands side by side are plain values, so that a total beside them needs no rows of its own.
	for (const field of apart) {
		const plain = draft.rows.filter((row) => !isAggregate(field, row[field.name]));
		if (plain.length) draft.rows = plain;
	}
	const others = groupFields(table).filter((field) => !apart.includes(field));
	const standards = (from: Field[]) =>
		Object.fromEntries(from.map((field) => [field.name, standardValue(draft, field)]));
	others.forEach((field, index) => {
		const given = state.values[field.name];
		const asked = given && (given.length === 1 ? given[0] : given.join());
		const known = valuesIn(field, table.rows);
		const here = new Set(valuesIn(field, draft.rows));
		const total = totalCategory(field)?.value;
		const hasTotal = total !== undefined && here.has(total);
		const shown = Object.fromEntries(apart.map((each) => [each.name, valuesIn(each, draft.rows)]));
		const whyNotWith = (value: string) =>
			whyNotAdded(table, {
				...question,
				picked: { ...question.picked, ...standards(others.slice(index)), [field.name]: value },
				shown
			});
		// Whether values of one field are added up can depend on the value of another.
		const isSum = Object.values(question.picked).includes('');
		const added: Option = {
			value: '',
			label: m.explore_added_up(),
			reason: hasTotal ? '' : whyNotWith('')
		};
		const options = [
			...(hasTotal ? [] : [added]),
			...known.map((value) => {
				const reason = isSum ? whyNotWith(value) : '';
				return {
					value,
					label: labelled(table, field.name, value),
					reason: here.has(value) ? reason : m.explore_reason_no_figure()
				};
			})
		];
		const standard = hasTotal ? total : added.reason ? standardValue(draft, field) : '';
		const label = fieldTitle(table, field.name);
		const value = decide(draft, { field: field.name }, label, options, asked, standard);
		question.picked[field.name] = value;
		if (value) narrowRows(draft, field.name, [value]);
		else {
			const plain = valuesIn(field, draft.rows).filter((each) => !isAggregate(field, each));
			narrowRows(draft, field.name, plain);
		}
	});
}

/** The published total, else the value with most rows. */
function standardValue({ rows }: Draft, field: Field): string {
	const total = totalCategory(field)?.value;
	if (total !== undefined && rows.some((row) => row[field.name] === total)) return total;
	return mostFrequent(field.name, rows);
}

/** Which values stand side by side. */
export function decideShown(draft: Draft): void {
	const { table, state, question } = draft;
	const totalRows = rowsWithTotals(draft);
	for (const field of apartFields(draft)) {
		const label = fieldTitle(table, field.name);
		const here = new Set(valuesIn(field, totalRows));
		const options = valuesIn(field, measured(draft)).map((value) => ({
			value,
			label: labelled(table, field.name, value),
			reason: here.has(value) ? '' : m.explore_reason_no_figure()
		}));
		const open = options.filter(({ reason }) => !reason).map(({ value }) => value);
		const plain = open.filter((value) => !isAggregate(field, value));
		const standard = plain.length ? plain : open;
		const asked = state.values[field.name]?.filter(Boolean);
		const kept = open.filter((value) => asked?.includes(value));
		for (const value of asked ?? []) {
			if (open.includes(value)) continue;
			const option = options.find((each) => each.value === value);
			const reason = option?.reason || m.explore_left_unknown();
			draft.left.push({ control: label, value: option?.label ?? '', reason });
		}
		const values = kept.length ? kept : standard;
		question.shown[field.name] = values;
		question.all[field.name] = standard;
		draft.controls.many.push({ field: field.name, label, options, values });
	}
	draft.rows = totalRows;
	for (const [field, values] of Object.entries(question.shown)) narrowRows(draft, field, values);
}

/** The rows of what is counted, whatever their groups. */
function measured({ table, question }: Draft) {
	const fixed = fixedFields(table, question);
	return table.rows.filter((row) => fixed.every(([field, value]) => String(row[field] ?? '') === value));
}

function fixedFields({ resource }: ExploreTable, question: Question): [string, string][] {
	const roles = { measure: question.measure, unit: question.unit, basis: question.basis };
	return resource.schema.fields.flatMap((field): [string, string][] => {
		const { role } = field;
		if (role !== 'measure' && role !== 'unit' && role !== 'basis') return [];
		return roles[role] ? [[field.name, roles[role]]] : [];
	});
}

/** The rows that fit all but what stands side by side, totals among them. */
function rowsWithTotals(draft: Draft) {
	const { table, question } = draft;
	const rows = measured(draft).filter((row) =>
		Object.entries(question.picked).every(([field, value]) => {
			if (value) return String(row[field] ?? '') === value;
			const found = fieldByName(table.resource, field);
			return found === undefined || !isAggregate(found, row[field]);
		})
	);
	return rows;
}
