import { laterCode } from '../islands/laterCode.ts';

/** The component of a brief. */
export const paperCode = laterCode(() => import('./ReportPaper.svelte'));
