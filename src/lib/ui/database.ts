import type { QueryEngine } from '../engine/types.ts';
export const database = { engine: undefined as QueryEngine | undefined, whenIdle() {} };
