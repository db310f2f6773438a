/** Presses of Shift that leave the page. */
export const PRESSES = 3;

/** Milliseconds after which a press is forgotten, unless another follows. */
export const PATIENCE = 5000;

/** What is known of the keys so far. */
export interface Presses {
	/** Presses of Shift alone, one after another. */
	count: number;
	/** When the last of them was, in milliseconds; any number while there is none. */
	at: number;
	/** Whether Shift has served as a modifier since it went down: then letting it go is no press. */
	modified: boolean;
}

/** What happened to a key or to the mouse. */
export interface KeyMoment {
	kind: 'down' | 'up' | 'pointer';
	/** As `KeyboardEvent.key` names it; a pointer has none. */
	key?: string;
	/** Whether Shift is held while it happens. */
	shift: boolean;
	/** Whether Control, Alt or a command key is held. */
	other: boolean;
	/** Whether it happens where text is written. */
	typing: boolean;
	at: number;
}

export const NO_PRESSES: Presses = { count: 0, at: 0, modified: false };

/**
 * What is known after a further moment. A press counts when Shift alone is let go; any other key, Shift as a modifier
 * of a key or of the mouse, writing, and five seconds without a press begin anew.
 */
export function afterMoment(before: Presses, moment: KeyMoment): Presses {
	const { kind, key, shift, other, typing, at } = moment;
	const { modified } = before;
	const none: Presses = { count: 0, at, modified };
	if (kind === 'pointer') return shift ? { ...none, modified: true } : before;
	if (key !== 'Shift') return { ...none, modified: shift };
	// Going down again before it was let go is the key repeating itself.
	if (kind === 'down') return other ? { ...none, modified: true } : before;
	if (modified || shift || other || typing) return { ...none, modified: shift };
	const count = before.count > 0 && at - before.at <= PATIENCE ? before.count : 0;
	return { count: count + 1, at, modified: false };
}
