import type { Exploration } from './explore.ts';
import type { ControlName, ExploreState } from './state.ts';

const NAMED: readonly ControlName[] = [
	...(['unit', 'basis', 'by', 'panels', 'from', 'to'] as const),
	...(['at', 'show', 'base', 'form'] as const)
];

/** What a reader chose, without what could not be kept. */
export function keptState(state: ExploreState, { question, controls }: Exploration): ExploreState {
	const kept: ExploreState = { ...state, values: {} };
	if (kept.measure !== undefined && kept.measure !== question.measure) delete kept.measure;
	for (const name of NAMED) {
		const control = controls.one.find((each) => each.name === name);
		if (control && kept[name] !== undefined && kept[name] !== control.value)
			Reflect.deleteProperty(kept, name);
	}
	for (const [field, values] of Object.entries(state.values)) {
		const many = controls.many.find((each) => each.field === field);
		if (many) {
			const open = many.options.filter(({ reason }) => !reason).map(({ value }) => value);
			const some = values.filter((value) => open.includes(value));
			if (some.length) kept.values[field] = some;
		} else if (question.picked[field] !== undefined && question.picked[field] === values[0]) {
			kept.values[field] = values.slice(0, 1);
		}
	}
	if (!question.least) delete kept.least;
	return kept;
}

/** Choices that say everything, the standard ones too, so that they mean the same whatever becomes standard. */
export function fullState(state: ExploreState, { question, controls }: Exploration): ExploreState {
	const { table, measure } = question;
	const full: ExploreState = {
		...state,
		table,
		...(measure ? { measure } : {}),
		values: { ...state.values }
	};
	for (const { name, value } of controls.one) {
		if (typeof name === 'object') full.values[name.field] = [value];
		else full[name] = value;
	}
	return full;
}

/** Choices without those that come to the same when they are not made. */
export function shortState(state: ExploreState, explore: (state: ExploreState) => Exploration): ExploreState {
	const fields = Object.keys(state.values).map((field) => ({ field }));
	const names = [...NAMED, ...fields].filter((name) => typeof name === 'object' || state[name] !== undefined);
	// From the last, for what is standard there follows from those before.
	return names.reduceRight((rest: ExploreState, name) => withoutStandard(rest, name, explore), state);
}

/** Choices with one of them changed; `undefined` takes it back. */
export function withChoice(
	state: ExploreState,
	name: ControlName | { field: string },
	value: string
): ExploreState {
	if (typeof name === 'object') return withValues(state, name.field, [value]);
	const next: ExploreState = { ...state, [name]: value };
	if (name !== 'by' && name !== 'panels') return next;
	// The values of a field that stands side by side are others than the one that is picked elsewhere.
	const values = { ...state.values };
	for (const field of [state.by, state.panels, value]) if (field) Reflect.deleteProperty(values, field);
	// One field cannot be both.
	if (name === 'by' && value && state.panels === value) delete next.panels;
	return { ...next, values };
}

/** Choices with other values of a field; none takes the choice back. */
export function withValues(state: ExploreState, field: string, values: string[]): ExploreState {
	const { [field]: _, ...others } = state.values;
	return { ...state, values: values.length ? { ...others, [field]: values } : others };
}

/** Choices without another one that comes to the same. */
export function withoutStandard(
	state: ExploreState,
	name: ControlName | { field: string },
	explore: (state: ExploreState) => Exploration
): ExploreState {
	const key = JSON.stringify(name);
	const valueOf = (other: ExploreState) =>
		explore(other).controls.one.find((each) => JSON.stringify(each.name) === key)?.value;
	const shorter = { ...state };
	if (typeof name === 'string') Reflect.deleteProperty(shorter, name);
	else shorter.values = withValues(state, name.field, []).values;
	return valueOf(shorter) === valueOf(state) ? shorter : state;
}
