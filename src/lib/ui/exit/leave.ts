import { m } from '../../words/index.ts';

const OVERLAY = 'exit-overlay';

/** Hides the whole page at once behind an empty sheet, and opens another page in its place in the history of the tab. */
export function leave(url: string): void {
	document.documentElement.dataset['leaving'] = '';
	if (!document.getElementById(OVERLAY)) {
		const overlay = document.createElement('div');
		overlay.id = OVERLAY;
		overlay.setAttribute('role', 'alert');
		document.body.append(overlay);
		const text = document.createElement('span');
		text.className = 'visually-hidden';
		text.textContent = m.exit_loading();
		overlay.append(text);
	}
	location.replace(url);
}

/** Shows the page again, for a reader who came back to it. */
export function stay(): void {
	delete document.documentElement.dataset['leaving'];
	document.getElementById(OVERLAY)?.remove();
}
