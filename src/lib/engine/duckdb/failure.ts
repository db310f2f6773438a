import { m } from '../../words/index.ts';

/** Why DuckDB does not start, or stopped. */
export type FailureKind =
	'no-wasm' | 'no-worker' | 'missing' | 'network' | 'damaged' | 'unreadable' | 'silent' | 'broken' | 'closed';

/** A failure of the database in words for a reader; `kind` is for code. */
export class EngineFailure extends Error {
	override readonly name = 'EngineFailure';

	/** @param detail the file, and what is wrong in it, the seconds, or what DuckDB said */
	constructor(
		readonly kind: FailureKind,
		detail = ''
	) {
		super(wordsOf(kind, detail));
	}
}

function wordsOf(kind: FailureKind, detail: string): string {
	switch (kind) {
		case 'no-wasm':
			return m.cube_engine_no_wasm();
		case 'no-worker':
			return m.cube_engine_no_worker();
		case 'missing':
			return m.cube_engine_missing({ file: detail });
		case 'network':
			return m.cube_engine_network({ file: detail });
		case 'damaged':
			return m.cube_engine_damaged({ file: detail });
		case 'unreadable':
			return m.cube_engine_unreadable({ file: detail });
		case 'silent':
			return m.cube_engine_silent({ seconds: detail });
		case 'closed':
			return m.cube_engine_closed();
		case 'broken':
			return m.cube_engine_broken({ reason: /[.!?]$/.test(detail) ? detail : `${detail}.` });
	}
}

/** The failure behind an error, whatever was thrown. */
export function asFailure(error: unknown): EngineFailure {
	if (error instanceof EngineFailure) return error;
	return new EngineFailure('broken', error instanceof Error ? error.message : String(error));
}
