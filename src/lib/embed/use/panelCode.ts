import { laterCode } from '../../ui/islands/laterCode.ts';

/** The component of the panel "Use this chart". */
export const panelCode = laterCode(() => import('./UsePanel.svelte'));
