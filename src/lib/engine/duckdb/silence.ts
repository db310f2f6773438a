import { EngineFailure } from './failure.ts';

/** Milliseconds without a byte or an answer after which a start counts as failed. */
export const SILENCE_AT_MOST = 30_000;

/**
 * Milliseconds that may pass between the module's last byte and the first answer: a slow phone compiles
 * 24 MB in that time and cannot say so.
 */
export const COMPILING_AT_MOST = 90_000;

/** Rejects `broken` once nothing has been heard for a while; a start under a strict policy may never settle. */
export class Silence {
	readonly broken: Promise<never>;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isOver = false;
	#reject: (reason: EngineFailure) => void = () => {};

	constructor(private limit = SILENCE_AT_MOST) {
		this.broken = new Promise<never>((_, reject) => {
			this.#reject = reject;
		});
		this.heard();
	}

	/** Something was heard: the time starts again, until another limit is given with the same one. */
	heard(limit = this.limit): void {
		if (this.#isOver) return;
		this.limit = limit;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(
			() => this.#reject(new EngineFailure('silent', String(Math.round(this.limit / 1000)))),
			this.limit
		);
	}

	/** Stops listening for good. */
	end(): void {
		this.#isOver = true;
		clearTimeout(this.#timer);
	}
}
