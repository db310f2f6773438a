import { islandPart } from '../../ui/islands/part.ts';

/** The panel "Use this chart". */
export const panelPart = islandPart(
	() => import('./UsePanel.svelte'),
	import.meta.env.SSR ? (await import('./UsePanel.svelte')).default : undefined
);
