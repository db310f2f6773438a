import { EngineFailure } from './failure.ts';

/** Work that a reader's SQL makes a database do: it may take long, and ends with the database. */
export class Work {
	#count = 0;
	#reject: (failure: EngineFailure) => void = () => {};
	readonly #over = new Promise<never>((_, reject) => (this.#reject = reject));

	constructor(crashed: Promise<never>) {
		// Nobody may be waiting when it ends.
		this.#over.catch(() => {});
		crashed.catch((error: unknown) => this.end(error instanceof EngineFailure ? error : undefined));
	}

	/** Whether something is under way, for which others have to wait. */
	get isUnderWay(): boolean {
		return this.#count > 0;
	}

	/** Settles as the work does, or rejects when the database ends. */
	async during<T>(work: () => Promise<T>): Promise<T> {
		this.#count++;
		try {
			return await this.untilOver(work());
		} finally {
			this.#count--;
		}
	}

	/** Settles as something does that is no work of the reader's, or rejects when the database ends. */
	untilOver<T>(promise: Promise<T>): Promise<T> {
		return Promise.race([promise, this.#over]);
	}

	/** The database is gone. */
	end(failure = new EngineFailure('closed')): void {
		this.#reject(failure);
	}
}
