import type { CubeAnswer, CubeQuery, CubeRefusal } from '../cube/types.ts';

/** Answers cube queries; all engines give the same answers, which one test suite holds. */
export interface QueryEngine {
	readonly name: 'memory' | 'duckdb';
	answer(query: CubeQuery, signal?: AbortSignal): Promise<CubeAnswer | CubeRefusal>;
	close(): Promise<void>;
}

/** Life of DuckDB in the browser, as `<html data-engine>` shows it. */
export type EngineState = 'waiting' | 'loading' | 'ready' | 'failed' | 'off';
