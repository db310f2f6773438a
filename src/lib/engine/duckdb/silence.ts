import { EngineFailure } from './failure.ts';

/** Milliseconds without a byte or an answer after which a start counts as failed. */
export const SILENCE_AT_MOST = 30_000;

/** Rejects `broken` once nothing has been heard for a while; a start under a strict policy may never settle. */
export class Silence {
	readonly broken: Promise<never>;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#reject: (reason: EngineFailure) => void = () => {};

	constructor(private readonly limit = SILENCE_AT_MOST) {
		this.broken = new Promise<never>((_, reject) => {
			this.#reject = reject;
		});
		this.heard();
	}

	/** Something was heard: the time starts again. */
	heard(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(
			() => this.#reject(new EngineFailure('silent', String(Math.round(this.limit / 1000)))),
			this.limit
		);
	}

	/** Stops listening. */
	end(): void {
		clearTimeout(this.#timer);
	}
}
