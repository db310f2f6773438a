// Blanks the page and leaves it when the exit link is clicked or Shift is pressed three times: loaded before anything of
// the page is shown, so that it works while the scripts of the site are still on their way, and where there are none.
(() => {
	const root = document.documentElement;
	const OVERLAY = 'exit-overlay';
	const SETTING = '[data-setting="exit-shift"]';
	const PRESSES = 3;
	const PATIENCE_MS = 5000;
	const PRESSED = ['checkbox', 'radio', 'button', 'submit', 'reset', 'image', 'file', 'color'];
	let count = 0;
	let lastAt = 0;
	let isOn = true;
	/** Shift has served as a modifier since it went down: then letting it go is no press. */
	let modified = false;
	let timer;
	/** Of the page, while it is hidden. */
	let title = '';

	const exitLink = () => document.querySelector('[data-exit]');

	/**
	 * Hides the whole page behind an empty sheet, and opens another page in its place in the history of the tab. No style
	 * sheet is needed for it, since that may be missing on a bad line.
	 */
	function leave({ href, dataset }) {
		document.body.style.display = 'none';
		[title, document.title] = [title || document.title, dataset.loading];
		if (!document.getElementById(OVERLAY)) {
			const overlay = document.createElement('div');
			overlay.id = OVERLAY;
			overlay.setAttribute('role', 'alert');
			Object.assign(overlay.style, {
				position: 'fixed',
				inset: 0,
				zIndex: 1000,
				background: 'var(--ground, Canvas)'
			});
			root.append(overlay);
			const text = document.createElement('span');
			text.className = 'visually-hidden';
			text.textContent = dataset.loading;
			overlay.append(text);
		}
		location.replace(href);
		dispatchEvent(new Event('leaving'));
	}

	/** Shows the page again, for a reader who came back to it. */
	function stay() {
		if (title) document.title = title;
		title = '';
		document.body.style.display = '';
		document.getElementById(OVERLAY)?.remove();
		counted(0);
	}

	/** Shows and announces how many presses there are; they are forgotten after a while. */
	function counted(now) {
		clearTimeout(timer);
		if (now) timer = setTimeout(counted, PATIENCE_MS, 0);
		if (now === count) return;
		count = now;
		const link = exitLink();
		if (!link) return;
		if (now >= PRESSES) return leave(link);
		link.dataset.presses = now;
		const said = document.querySelector('[data-exit-said]');
		if (said) said.textContent = link.dataset[`after${now}`];
	}

	const isTyping = (event) =>
		event.composedPath().some(({ tagName, type, isContentEditable }) => {
			if (tagName === 'INPUT') return !PRESSED.includes(type);
			return isContentEditable || tagName === 'TEXTAREA' || tagName === 'SELECT';
		});

	/** Shift alone, let go, is a press; any other key, Shift as a modifier and writing begin anew. */
	function watch(event) {
		const { type, key, shiftKey, ctrlKey, altKey, metaKey, timeStamp, repeat } = event;
		const other = ctrlKey || altKey || metaKey;
		if (!type.startsWith('key')) {
			if (!shiftKey) return;
			modified = true;
		} else if (key !== 'Shift') {
			modified = shiftKey;
		} else if (type === 'keydown') {
			// A repeating key was down before; where letting it go was seen by another window, this is a new press.
			if (!other && repeat) return;
			modified = other;
			if (!other) return;
		} else if (isOn && !modified && !shiftKey && !other && !isTyping(event)) {
			const before = timeStamp - lastAt > PATIENCE_MS ? 0 : count;
			lastAt = timeStamp;
			return counted(before + 1);
		} else {
			modified = shiftKey;
		}
		counted(0);
	}

	/** A place on the same page is gone to in the page's own place in the history, so that Back from elsewhere does not lead to it. */
	function goTo(event, { href, target }) {
		const { button, shiftKey, ctrlKey, altKey, metaKey } = event;
		if (target || button || shiftKey || ctrlKey || altKey || metaKey) return;
		event.preventDefault();
		const { state } = history;
		location.replace(href);
		history.replaceState(state, '', href);
	}

	const isHere = ({ href, hash }) => hash && href.split('#')[0] === location.href.split('#')[0];

	const capture = { capture: true, passive: true };
	for (const type of ['keydown', 'keyup', 'pointerdown', 'wheel']) addEventListener(type, watch, capture);
	addEventListener(
		'click',
		(event) => {
			const link = event.target.closest?.('a');
			if (!link) return;
			if (link.matches('[data-exit]')) {
				event.preventDefault();
				leave(link);
			} else if (isHere(link)) {
				goTo(event, link);
			}
		},
		{ capture: true }
	);
	addEventListener('change', ({ target }) => {
		if (target.matches?.(SETTING)) isOn = target.checked;
	});
	addEventListener('DOMContentLoaded', () => {
		for (const setting of document.querySelectorAll(SETTING)) setting.disabled = false;
	});
	// A page that has only now loaded was not come back to, and stays hidden if it was left meanwhile.
	addEventListener('pageshow', ({ persisted }) => {
		if (persisted) stay();
	});
})();
