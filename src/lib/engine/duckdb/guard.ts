import type { DuckDBEngine } from './engine.ts';
import { asFailure, EngineFailure } from './failure.ts';

/** Milliseconds after which a database that still owes an answer counts as dead. */
export const ANSWER_AT_MOST = 10_000;

/** What ends a guarded engine. */
interface Guard {
	/** Rejects when the worker dies. */
	crashed: Promise<never>;
	/** Told once, when it died or did not answer in time; not when it is closed. */
	onCrash: (failure: EngineFailure) => void;
	/** Whether the database does something for the reader that may take long; an answer waits for its end. */
	isBusy?: () => boolean;
	limit?: number;
}

/**
 * An engine that never leaves an answer hanging: when its worker dies, does not answer in time or is
 * closed, every answer that is under way or asked for later rejects with an EngineFailure.
 */
export function guarded(engine: DuckDBEngine, guard: Guard): DuckDBEngine {
	const { limit = ANSWER_AT_MOST, isBusy = () => false } = guard;
	let isOver = false;
	let reject: (failure: EngineFailure) => void = () => {};
	const over = new Promise<never>((_, rejectOver) => (reject = rejectOver));
	// Nobody may be waiting when it ends.
	over.catch(() => {});
	const end = (failure: EngineFailure, isCrash: boolean) => {
		if (isOver) return;
		isOver = true;
		reject(failure);
		if (isCrash) guard.onCrash(failure);
	};
	guard.crashed.catch((error: unknown) => end(asFailure(error), true));
	return {
		name: engine.name,
		get rows() {
			return engine.rows;
		},
		load: (names) => Promise.race([engine.load(names), over]),
		async answer(query, signal) {
			if (isOver) return over;
			const seconds = String(Math.round(limit / 1000));
			const onSilence = () => {
				if (isBusy()) timer = setTimeout(onSilence, limit);
				else end(new EngineFailure('silent', seconds), true);
			};
			let timer = setTimeout(onSilence, limit);
			try {
				return await Promise.race([engine.answer(query, signal), over]);
			} finally {
				clearTimeout(timer);
			}
		},
		async close() {
			end(new EngineFailure('closed'), false);
			await engine.close();
		}
	};
}
