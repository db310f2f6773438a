import './tips.css';

const ID = 'term-tip';
/** ms in which a pointer can get from a link to its tip. */
const GRACE = 250;
/** px between a link and its tip, and between a tip and the edge of the page. */
const GAP = 6;
const EDGE = 8;

/**
 * Shows what a term means beside its link, while the pointer is on either or the link has the focus. Escape closes it.
 * Without script the link leads to the glossary, which says the same.
 * @returns what takes it away again
 */
export function termTips(root: Document): () => void {
	let shown: HTMLAnchorElement | undefined;
	let box: HTMLElement | undefined;
	let closing: ReturnType<typeof setTimeout> | undefined;
	const ended = new AbortController();

	function close() {
		clearTimeout(closing);
		shown?.removeAttribute('aria-describedby');
		box?.remove();
		shown = box = undefined;
	}

	function place(link: HTMLElement, tip: HTMLElement) {
		// A link may break over two lines: the tip stands below its first piece.
		const line = link.getClientRects()[0] ?? link.getBoundingClientRect();
		const { clientWidth, clientHeight } = root.documentElement;
		const { scrollX, scrollY } = root.defaultView ?? { scrollX: 0, scrollY: 0 };
		const left = Math.max(EDGE, Math.min(line.left, clientWidth - tip.offsetWidth - EDGE));
		const fits = line.bottom + GAP + tip.offsetHeight <= clientHeight;
		const top = fits ? line.bottom + GAP : Math.max(EDGE, line.top - GAP - tip.offsetHeight);
		tip.style.left = `${left + scrollX}px`;
		tip.style.top = `${top + scrollY}px`;
	}

	function open(link: HTMLAnchorElement) {
		clearTimeout(closing);
		if (link === shown) return;
		close();
		shown = link;
		box = root.createElement('div');
		box.id = ID;
		box.className = ID;
		box.role = 'tooltip';
		box.textContent = link.dataset['tip'] ?? '';
		root.body.append(box);
		link.setAttribute('aria-describedby', ID);
		place(link, box);
	}

	const linkOf = (target: EventTarget | null) =>
		target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-tip]') : null;
	const isInside = (target: EventTarget | null) => target instanceof Node && Boolean(box?.contains(target));
	const soon = () => {
		clearTimeout(closing);
		closing = setTimeout(() => {
			if (root.activeElement !== shown) close();
		}, GRACE);
	};
	const on = (type: string, react: (event: Event) => void) =>
		root.addEventListener(type, react, { signal: ended.signal });

	on('pointerover', ({ target }) => {
		const link = linkOf(target);
		if (link) open(link);
		else if (isInside(target)) clearTimeout(closing);
		else if (box) soon();
	});
	on('focusin', ({ target }) => {
		const link = linkOf(target);
		if (link) open(link);
		else if (box) close();
	});
	on('focusout', ({ target }) => {
		if (linkOf(target) === shown) close();
	});
	on('keydown', (event) => {
		if (event instanceof KeyboardEvent && event.key === 'Escape' && box) close();
	});
	on('click', ({ target }) => {
		if (box && !isInside(target)) close();
	});
	return () => {
		ended.abort();
		close();
	};
}
