import type { ClientInit } from '@sveltejs/kit';

/**
 * SvelteKit keeps scroll positions in the tab's storage, and copes where there is none. This site stores
 * nothing, so that a shared device shows no trace of a visit.
 */
export const init: ClientInit = () => {
	Object.defineProperty(window, 'sessionStorage', {
		get() {
			throw new DOMException('This site stores nothing.', 'SecurityError');
		}
	});
};
