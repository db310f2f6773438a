import type { Component } from 'svelte';

/** In the browser the markup of an island: any text but none keeps what the build put in. */
const KEPT = ' ';

const render = import.meta.env.SSR ? (await import('svelte/server')).render : undefined;

/**
 * The markup of a component in an element of its own, which can be brought to life by itself.
 * @param component in the browser undefined, where nothing is drawn
 * @param name like that of no other island of the page
 */
export function islandMarkup<Props extends object>(
	component: Component<Props> | undefined,
	props: Props,
	name: string
): string {
	if (!render || !component) return KEPT;
	return `<div>${render(component, { props, idPrefix: name }).body}</div>`;
}
