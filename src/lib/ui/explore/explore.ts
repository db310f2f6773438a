import { newDraft } from './draft.ts';
import type { Controls, ExploreState, LeftOut, Question } from './state.ts';
import { decideBy, decidePanels } from './steps/apart.ts';
import { decideBasis, decideMeasure, decideUnit } from './steps/counted.ts';
import { decideForm } from './steps/form.ts';
import { decideLeast } from './steps/least.ts';
import { decideAt, decidePeriods } from './steps/periods.ts';
import { decidePicked, decideShown } from './steps/places.ts';
import { decideShow } from './steps/show.ts';
import type { ExploreTable } from './table.ts';

/** What a reader's choices come to. */
export interface Exploration {
	/** A question that the cube does not refuse. */
	question: Question;
	/** What can be chosen now, and what cannot, with its reason. */
	controls: Controls;
	/** Choices that could not be kept. */
	left: LeftOut[];
}

/**
 * Works out a question from what a reader chose, control after control: what a control offers depends on those before
 * it, so that a choice that is open stays possible whatever follows, and later ones give way.
 */
export function explore(state: ExploreState, table: ExploreTable): Exploration {
	const draft = newDraft(state, table);
	decideMeasure(draft);
	decideUnit(draft);
	decideBy(draft);
	decidePanels(draft);
	decideBasis(draft);
	decidePicked(draft);
	decideShown(draft);
	decideLeast(draft);
	decidePeriods(draft);
	decideShow(draft);
	decideForm(draft);
	decideAt(draft);
	const { question, controls, left } = draft;
	const known = new Set([...Object.keys(question.picked), ...Object.keys(question.shown)]);
	if (Object.keys(state.values).some((field) => !known.has(field)))
		left.push({ control: '', value: '', reason: '' });
	return { question, controls, left };
}
