import type { Theme } from '../outputs/embedOptions.ts';
import { DEFAULT_LOCALE } from '../words/numbers.ts';

/** How the reader wants the site drawn; kept in memory only, gone with the tab. */
class Display {
	locale = $state<string>(DEFAULT_LOCALE);
	#theme = $state<Theme>('auto');

	get theme(): Theme {
		return this.#theme;
	}

	set theme(theme: Theme) {
		this.#theme = theme;
		if (theme === 'auto') delete document.documentElement.dataset['theme'];
		else document.documentElement.dataset['theme'] = theme;
	}
}

export const display = new Display();
