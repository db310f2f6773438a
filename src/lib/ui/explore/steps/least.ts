import type { CubeQuery } from '../../../cube/types.ts';
import { fieldByName, fieldByRole, totalCategory } from '../../../package/index.ts';
import { m } from '../../../words/index.ts';
import { narrowRows, type Draft } from '../draft.ts';
import type { Option } from '../state.ts';
import { answerFrom, fieldTitle, groupFields, labelled, timeName, valuesIn } from '../table.ts';
import { mostFrequent } from './counted.ts';

/** The field that a condition narrows: places before all others. */
function target({ table, question }: Draft): string {
	const names = [question.panels, question.by].filter((name) => name && name !== timeName(table));
	const place = names.find((name) => fieldByName(table.resource, name)?.role === 'place');
	return place ?? names[0] ?? '';
}

/** The newest figure of each value of a field, where one is published; undefined where the question is refused. */
function newestFigures(draft: Draft, field: string, measure: string): Map<string, number> | undefined {
	const { table } = draft;
	const time = timeName(table);
	const measureField = fieldByRole(table.resource, 'measure')?.name ?? '';
	const rows = table.rows.filter((row) => !measure || row[measureField] === measure);
	const isOwn = measure === draft.question.measure;
	const unit = fieldByRole(table.resource, 'unit')?.name;
	const basis = fieldByRole(table.resource, 'basis')?.name;
	const filters: CubeQuery['filters'] = {};
	for (const other of groupFields(table)) {
		if (other.name === field) continue;
		const total = totalCategory(other)?.value;
		const own = isOwn ? draft.question.picked[other.name] : undefined;
		const value = own ?? (total && rows.some((row) => row[other.name] === total) ? total : undefined);
		if (value) filters[other.name] = [value];
	}
	const answer = answerFrom(table, {
		table: table.resource.name,
		dimensions: [time, field].filter(Boolean),
		filters,
		...(measure ? { measure: [measure] } : {}),
		...(unit ? { unit: [isOwn ? draft.question.unit : mostFrequent(unit, rows)] } : {}),
		...(basis ? { basis: [(isOwn && draft.question.basis) || mostFrequent(basis, rows)] } : {})
	});
	if (answer.refused) return undefined;
	const newest = new Map<string, { period: string; value: number }>();
	for (const { key, value } of answer.rows) {
		const name = String(key[field]);
		const period = String(key[time] ?? '');
		if (value !== null && period >= (newest.get(name)?.period ?? '')) newest.set(name, { period, value });
	}
	return new Map([...newest].map(([name, { value }]) => [name, value]));
}

/** Only values whose newest figure is at least so large. */
export function decideLeast(draft: Draft): void {
	const { table, state, question } = draft;
	const field = target(draft);
	const shown = question.shown[field] ?? [];
	if (!field || (question.all[field]?.length ?? 0) < 3) {
		if (state.least)
			draft.left.push({ control: m.explore_least(), value: '', reason: m.explore_reason_least_few() });
		return;
	}
	const measureField = fieldByRole(table.resource, 'measure');
	const measures = measureField ? valuesIn(measureField, table.rows) : [''];
	const options = measures.flatMap((value): Option[] => {
		const found = newestFigures(draft, field, value);
		if (!found?.size) return [];
		const label = measureField ? labelled(table, measureField.name, value) : '';
		return [{ value, label, reason: '' }];
	});
	if (!options.length) return;
	const asked = state.least;
	const measure = asked?.measure ?? question.measure;
	const isKnown = options.some(({ value }) => value === measure);
	const chosen = isKnown ? measure : (options[0]?.value ?? '');
	draft.controls.least = {
		label: fieldTitle(table, field),
		options,
		measure: chosen,
		count: null
	};
	if (!asked) return;
	if (!isKnown) {
		draft.left.push({ control: m.explore_least(), value: '', reason: m.explore_left_unknown() });
		return;
	}
	const figures = newestFigures(draft, field, measure) ?? new Map<string, number>();
	const kept = shown.filter((value) => (figures.get(value) ?? -1) >= asked.count);
	if (!kept.length) {
		draft.left.push({ control: m.explore_least(), value: '', reason: m.explore_reason_least_none() });
		return;
	}
	draft.controls.least.count = asked.count;
	question.least = { field, count: asked.count, measure, kept: kept.length, of: shown.length };
	question.shown[field] = kept;
	for (const control of draft.controls.many) if (control.field === field) control.values = kept;
	narrowRows(draft, field, kept);
}
