import type { Component } from 'svelte';
import { hasTakenOver } from './takenOver.ts';

/** A part of a page that the build draws, and whose code the browser loads when it is needed. */
export interface Part<Props extends object> {
	/** Its component in the build; in the browser there is none. */
	drawn: Component<Props> | undefined;
	/** Its component where the code is there already; asking loads nothing. */
	now: () => Component<Props> | undefined;
	/** Loads it, after a failure again. */
	load: () => Promise<Component<Props>>;
	/** To be awaited before a page is drawn in the browser; the first page, which the build drew, is not kept waiting. */
	beforePage: () => Promise<void>;
}

/**
 * @param load imports the component, so that it is in a chunk of its own
 * @param drawn the component in the build, imported only there
 */
export function islandPart<Props extends object>(
	load: () => Promise<{ default: Component<Props> }>,
	drawn: Component<Props> | undefined
): Part<Props> {
	let loaded: Component<Props> | undefined;
	const keep = async () => (loaded = (await load()).default);
	return {
		drawn,
		now: () => loaded,
		load: keep,
		async beforePage() {
			if (hasTakenOver()) await keep();
		}
	};
}
