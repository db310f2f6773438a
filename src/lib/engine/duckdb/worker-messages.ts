import type { FailureKind } from './failure.ts';

/** What the worker tells beside duckdb-wasm's own messages. */
export type WorkerMessage =
	| { engine: 'bytes'; loaded: number; isLast?: boolean }
	| { engine: 'failure'; kind: FailureKind; detail: string };

/** Whether a message of the worker is one of these. */
export function isWorkerMessage(data: unknown): data is WorkerMessage {
	return typeof data === 'object' && data !== null && 'engine' in data;
}
