import { fieldByRole } from '../../package/index.ts';
import type { Row } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import type { Control, ControlName, Controls, ExploreState, LeftOut, Option, Question } from './state.ts';
import type { ExploreTable } from './table.ts';

/** A question while it is being worked out, control by control: each step sees what the ones before decided. */
export interface Draft {
	table: ExploreTable;
	state: ExploreState;
	/** The rows that fit everything decided so far. */
	rows: readonly Row[];
	question: Question;
	controls: Controls;
	left: LeftOut[];
}

/** A question about a table of which nothing is decided yet. */
export function newDraft(state: ExploreState, table: ExploreTable): Draft {
	return {
		table,
		state,
		rows: table.rows,
		question: {
			table: table.resource.name,
			measure: '',
			unit: fieldByRole(table.resource, 'unit') ? '' : (table.resource.unit ?? ''),
			basis: '',
			by: '',
			panels: '',
			picked: {},
			shown: {},
			all: {},
			first: '',
			last: '',
			from: '',
			to: '',
			at: '',
			show: 'count',
			shareOf: '',
			base: '',
			form: 'bar'
		},
		controls: { one: [], many: [] },
		left: []
	};
}

/** Keeps of the rows those that have one of some values at a field. */
export function narrowRows(draft: Draft, field: string, values: readonly string[]): void {
	const wanted = new Set(values);
	draft.rows = draft.rows.filter((row) => wanted.has(String(row[field] ?? '')));
}

/** The first option that can be chosen; `''` where none can. */
function firstOpen(options: readonly Option[]): string {
	return options.find(({ reason }) => !reason)?.value ?? '';
}

/** The standard choice if it is open, else the first that is. */
function standardOf(options: readonly Option[], standard: string): string {
	return options.some(({ value, reason }) => value === standard && !reason) ? standard : firstOpen(options);
}

/** Decides between the options of a control: what the reader asked for where it is open, else the standard choice. */
export function decide(
	draft: Draft,
	name: Control['name'],
	label: string,
	options: Option[],
	asked: string | undefined,
	standard: string
): string {
	const wanted = asked === undefined ? undefined : options.find(({ value }) => value === asked);
	const isOpen = wanted !== undefined && !wanted.reason;
	if (asked !== undefined && !isOpen) {
		const reason = wanted?.reason || m.explore_left_unknown();
		draft.left.push({ control: label, value: wanted?.label ?? '', reason });
	}
	const value = isOpen ? wanted.value : standardOf(options, standard);
	draft.controls.one.push({ name, label, options, value });
	return value;
}

/** Finds a control with one choice. */
export function controlOf(controls: Controls, name: ControlName): Control | undefined {
	return controls.one.find((each) => each.name === name);
}
