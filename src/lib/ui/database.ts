import { EngineLifecycle } from '../engine/lifecycle.svelte.ts';
import { link } from './link.ts';

/** DuckDB of this tab; one for all pages. */
export const database = new EngineLifecycle(link('/data'));
