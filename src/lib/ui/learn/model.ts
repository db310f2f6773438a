/** What a reader chose of the model; a group in which nothing is chosen yet is absent. */
export interface Choice {
	person?: 'adult' | 'minor';
	action?: string;
	means?: string;
	purpose?: string;
}

/** The option of a group that says that nothing of it is there. */
export const NONE = 'none';

/** Paying for sex, or asking to: no action in the protocol, but in some national laws, and only for commercial sex. */
export const PAID = 'paid';

/** The options of each group besides that there is none. */
export const OPTIONS = {
	action: ['recruit', 'transport', 'harbor', 'receive', PAID],
	means: ['force', 'fraud', 'coercion', 'power'],
	purpose: ['sex', 'labor', 'other']
} as const;

/** A group of the model. */
export type Group = keyof typeof OPTIONS;

/**
 * What a choice comes to: not all chosen (`open`), every part there (`all`), a child in commercial sex, for whom no
 * means is needed (`child`), a child and another purpose, where laws differ (`depends`), an action that only some laws
 * count (`paid`), or a part is missing (`lacks`).
 */
export interface Answer {
	kind: 'open' | 'all' | 'child' | 'depends' | 'paid' | 'lacks';
	/** The groups of which nothing is there. */
	missing: Group[];
}

const GROUPS: readonly Group[] = ['action', 'means', 'purpose'];

/** What the model says of a choice. */
export function answerOf(choice: Choice): Answer {
	const paid = choice.action === PAID;
	const missing = GROUPS.filter(
		(group) => choice[group] === NONE || (group === 'action' && paid && choice.purpose !== 'sex')
	);
	if (!choice.person || GROUPS.some((group) => choice[group] === undefined)) {
		return { kind: 'open', missing };
	}
	if (!missing.length) return { kind: paid ? 'paid' : 'all', missing };
	const onlyMeans = missing.length === 1 && missing[0] === 'means';
	if (!onlyMeans || choice.person === 'adult') return { kind: 'lacks', missing };
	if (paid) return { kind: 'paid', missing };
	return { kind: choice.purpose === 'sex' ? 'child' : 'depends', missing };
}

/** The choice that a form holds. */
export function choiceOf(form: FormData): Choice {
	const entries = ['person', ...GROUPS].flatMap((name) => {
		const value = form.get(name);
		return typeof value === 'string' ? [[name, value]] : [];
	});
	return Object.fromEntries(entries) as Choice;
}
