const FIELDS = new Set(['INPUT', 'TEXTAREA', 'SELECT']);

/** Kinds of input in which nothing is written. */
const PRESSED = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'image', 'file', 'color']);

function takesText(target: EventTarget): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target instanceof HTMLInputElement && PRESSED.has(target.type)) return false;
	return FIELDS.has(target.tagName) || target.isContentEditable;
}

/** Whether an event happens where text is written or chosen, also inside a shadow root. */
export function isTyping(event: Event): boolean {
	return event.composedPath().some(takesText);
}
