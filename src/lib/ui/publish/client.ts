import type { PublishAnswer, PublishRequest } from './types.ts';

/** What is thrown where somebody stopped what was under way. */
export class Stopped extends Error {}

/** A worker that makes and checks packages; it is started when it is first asked. */
export class PublishWorker {
	private worker: Worker | undefined;
	private last: Promise<unknown> = Promise.resolve();
	private fail: ((reason: Error) => void) | undefined;
	/** The files that were read last, for the next worker where this one is stopped. */
	private readonly read = new Map<'read' | 'earlier', PublishRequest>();

	/**
	 * Asks one thing after the other.
	 * @throws Error with a reason in words; the worker starts anew after a fault of its own, with the same files
	 * @throws Stopped where `stop` or `end` was called meanwhile
	 */
	ask(request: PublishRequest): Promise<PublishAnswer> {
		const answer = this.last.then(() => this.answer(request));
		this.last = answer.catch(() => undefined);
		return answer;
	}

	/** Stops what is under way; the files stay. */
	stop(): void {
		this.worker?.terminate();
		this.worker = undefined;
		this.fail?.(new Stopped('stopped'));
	}

	end(): void {
		this.stop();
		this.read.clear();
	}

	private async answer(request: PublishRequest): Promise<PublishAnswer> {
		if (!this.worker)
			for (const [task, files] of this.read) if (task !== request.task) await this.send(files);
		const answer = await this.send(request);
		if (request.task === 'read' || request.task === 'earlier') this.read.set(request.task, request);
		return answer;
	}

	private send(request: PublishRequest): Promise<PublishAnswer> {
		this.worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
		const { worker } = this;
		return new Promise((resolve, reject) => {
			this.fail = reject;
			worker.onmessage = ({ data }: MessageEvent<PublishAnswer>) => {
				if (data.told === 'failure') reject(new Error(data.reason));
				else resolve(data);
			};
			worker.onerror = (event) => {
				reject(new Error(event.message || 'the worker could not be started.'));
				this.stop();
			};
			worker.postMessage(request);
		});
	}
}
