import type { PublishAnswer, PublishRequest } from './types.ts';

/** A worker that makes and checks packages; it is started when it is first asked. */
export class PublishWorker {
	private worker: Worker | undefined;
	private last: Promise<unknown> = Promise.resolve();

	/**
	 * Asks one thing after the other.
	 * @throws Error with a reason in words; the worker starts anew after a fault of its own
	 */
	ask(request: PublishRequest): Promise<PublishAnswer> {
		const answer = this.last.then(() => this.send(request));
		this.last = answer.catch(() => undefined);
		return answer;
	}

	end(): void {
		this.worker?.terminate();
		this.worker = undefined;
	}

	private send(request: PublishRequest): Promise<PublishAnswer> {
		this.worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
		const { worker } = this;
		return new Promise((resolve, reject) => {
			worker.onmessage = ({ data }: MessageEvent<PublishAnswer>) => {
				if (data.told === 'failure') reject(new Error(data.reason));
				else resolve(data);
			};
			worker.onerror = (event) => {
				this.end();
				reject(new Error(event.message || 'the worker could not be started.'));
			};
			worker.postMessage(request);
		});
	}
}
