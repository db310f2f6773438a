import fc from 'fast-check';
import { explore, type Exploration } from '../../../../src/lib/ui/explore/explore.ts';
import { keptState, withChoice, withValues } from '../../../../src/lib/ui/explore/keep.ts';
import type { ExploreState } from '../../../../src/lib/ui/explore/state.ts';
import type { ExploreTable } from '../../../../src/lib/ui/explore/table.ts';

/** Numbers from 0 up to 1, from which a walk takes which control and which option of it. */
export const steps = fc.array(fc.tuple(fc.nat(9999), fc.nat(9999)), { minLength: 1, maxLength: 9 });

/** The state after choosing, one after another, what is offered at each step. */
export function walk(
	table: ExploreTable,
	start: ExploreState,
	moves: readonly (readonly [number, number])[],
	after: (state: ExploreState, exploration: Exploration) => void
): void {
	let state = start;
	let exploration = explore(state, table);
	after(state, exploration);
	for (const [which, what] of moves) {
		const { one, many, least } = exploration.controls;
		// Those that decide most are walked through most.
		const leading = one.filter(({ name }) => name === 'by' || name === 'show' || name === 'form');
		const controls = [...leading, ...one, ...many, ...(least ? [least] : [])];
		const control = controls[which % controls.length];
		if (!control) continue;
		if ('name' in control) {
			const open = control.options.filter(({ reason }) => !reason);
			const option = open[what % open.length];
			if (option) state = withChoice(state, control.name, option.value);
		} else if ('field' in control) {
			const open = control.options.filter(({ reason }) => !reason);
			const some = open.filter((_, at) => (what >> (at % 13)) & 1).map(({ value }) => value);
			state = withValues(state, control.field, some);
		} else {
			const measure = control.options[what % control.options.length]?.value ?? '';
			state = { ...state, least: { count: what % 500, ...(measure ? { measure } : {}) } };
		}
		exploration = explore(state, table);
		state = keptState(state, exploration);
		exploration = explore(state, table);
		after(state, exploration);
	}
}
