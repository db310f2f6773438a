// Blanks the page and leaves it when the exit link is clicked: loaded before anything of the page is shown, so that it
// works while the scripts of the site are still on their way.
(() => {
	const root = document.documentElement;
	const OVERLAY = 'exit-overlay';

	/** Hides the whole page behind an empty sheet, and opens another page in its place in the history of the tab. */
	function leave({ href, dataset }) {
		root.dataset.leaving = '';
		if (!document.getElementById(OVERLAY)) {
			const overlay = document.createElement('div');
			overlay.id = OVERLAY;
			overlay.setAttribute('role', 'alert');
			document.body.append(overlay);
			const text = document.createElement('span');
			text.className = 'visually-hidden';
			text.textContent = dataset.loading;
			overlay.append(text);
		}
		location.replace(href);
	}

	/** Shows the page again, for a reader who came back to it. */
	function stay() {
		delete root.dataset.leaving;
		document.getElementById(OVERLAY)?.remove();
	}

	addEventListener(
		'click',
		(event) => {
			const link = event.target.closest?.('[data-exit]');
			if (!link) return;
			event.preventDefault();
			leave(link);
		},
		{ capture: true }
	);
	// A page that has only now loaded was not come back to, and stays hidden if it was left meanwhile.
	addEventListener('pageshow', ({ persisted }) => {
		if (persisted) stay();
	});
})();
