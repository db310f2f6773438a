import { EngineLifecycle } from '../engine/lifecycle.svelte.ts';
import { link } from './link.ts';

/** The site's one DuckDB; it starts in a reader's browser only. */
export const database = new EngineLifecycle(link('/data'));
