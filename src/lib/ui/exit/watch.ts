import { afterMoment, NO_PRESSES, PATIENCE, PRESSES, type KeyMoment } from './presses.ts';
import { isTyping } from './typing.ts';

/** Who is told of presses. */
export interface PressListener {
	/** Whether presses count now. */
	isOn(): boolean;
	/** How many presses there are; 0 when they are forgotten. */
	counted(presses: number): void;
	leave(): void;
}

function momentOf(event: Event): KeyMoment | undefined {
	const at = performance.now();
	const typing = isTyping(event);
	if (event instanceof KeyboardEvent) {
		const { key, shiftKey: shift, ctrlKey, altKey, metaKey } = event;
		const kind = event.type === 'keydown' ? 'down' : 'up';
		return { kind, key, shift, other: ctrlKey || altKey || metaKey, typing, at };
	}
	if (!(event instanceof MouseEvent)) return undefined;
	return { kind: 'pointer', shift: event.shiftKey, other: false, typing, at };
}

const EVENTS = ['keydown', 'keyup', 'pointerdown', 'wheel'] as const;

/**
 * Counts presses of Shift on the whole page.
 * @returns what stops it
 */
export function watchPresses({ isOn, counted, leave }: PressListener): () => void {
	let presses = NO_PRESSES;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const forget = () => {
		presses = { ...presses, count: 0 };
		counted(0);
	};
	const watch = (event: Event) => {
		const moment = isOn() ? momentOf(event) : undefined;
		const before = presses.count;
		presses = moment ? afterMoment(presses, moment) : NO_PRESSES;
		if (presses.count === before && event.type !== 'keyup') return;
		clearTimeout(timer);
		if (presses.count >= PRESSES) {
			presses = NO_PRESSES;
			leave();
		} else if (presses.count > 0) {
			timer = setTimeout(forget, PATIENCE);
		}
		if (presses.count !== before) counted(presses.count);
	};
	for (const type of EVENTS) window.addEventListener(type, watch, { capture: true, passive: true });
	return () => {
		clearTimeout(timer);
		for (const type of EVENTS) window.removeEventListener(type, watch, { capture: true });
	};
}
