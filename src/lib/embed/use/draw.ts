import type { ComponentProps } from 'svelte';
import { drawIsland } from '../../ui/islands/drawIsland.ts';
import UsePanel from './UsePanel.svelte';

/** The markup of the panel. */
export function drawUsePanel(props: ComponentProps<typeof UsePanel>): string {
	return drawIsland(UsePanel, props, 'use');
}
