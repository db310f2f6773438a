import type { ComponentProps } from 'svelte';
import { KEPT } from '../../ui/islands/kept.ts';
import type UsePanel from './UsePanel.svelte';

/** The markup of the panel, in the build; in the browser it stands in the page, and nothing is drawn. */
export const usePanelMarkup: (props: ComponentProps<typeof UsePanel>) => string = import.meta.env.SSR
	? (await import('./draw.ts')).drawUsePanel
	: () => KEPT;
