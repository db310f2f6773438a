import type { Component } from 'svelte';
import { render } from 'svelte/server';

/**
 * The markup of a component in an element of its own, which can be brought to life by itself.
 * @param name like that of no other island of the page
 */
export function drawIsland<Props extends object>(
	component: Component<Props>,
	props: Props,
	name: string
): string {
	const { body } = render(component, { props, idPrefix: name });
	return `<div>${body}</div>`;
}
