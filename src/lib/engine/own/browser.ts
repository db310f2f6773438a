import type { ColumnChoice, Corrections, OwnLook } from '../../package/own/index.ts';
import { OwnFailure } from './failure.ts';
import type { OwnMessage, OwnRequest, WrittenTable } from './messages.ts';

/** How a task on a file is followed and stopped. */
export interface TaskOptions {
	signal: AbortSignal;
	/** Bytes of the file that have been read so far. */
	onBytes: (read: number) => void;
}

/** Asks a worker of its own, which ends with its answer or with the signal. */
function ask(request: OwnRequest, { signal, onBytes }: TaskOptions): Promise<OwnMessage> {
	return new Promise<OwnMessage>((resolve, reject) => {
		signal.throwIfAborted();
		const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
		const stop = () => {
			end();
			reject(signal.reason);
		};
		const end = () => {
			worker.terminate();
			signal.removeEventListener('abort', stop);
		};
		signal.addEventListener('abort', stop, { once: true });
		worker.addEventListener('message', ({ data }: MessageEvent<OwnMessage>) => {
			if (data.told === 'progress') {
				onBytes(data.read);
				return;
			}
			end();
			if (data.told === 'failure') reject(new OwnFailure(data.kind, data.detail));
			else resolve(data);
		});
		worker.addEventListener('error', (event) => {
			end();
			reject(new OwnFailure('broken', event.message));
		});
		worker.postMessage(request);
	});
}

/**
 * Looks through a file in a worker.
 * @param said what the reader says instead of what would be found
 * @throws OwnFailure; the signal's reason
 */
export async function lookInWorker(
	file: Blob,
	request: { said: Corrections; threshold?: number },
	options: TaskOptions
): Promise<OwnLook> {
	const answer = await ask({ task: 'look', file, ...request }, options);
	if (answer.told !== 'look') throw new OwnFailure('broken', answer.told);
	return answer.look;
}

/**
 * Writes the chosen columns of a file in a worker, as the CSV that the database loads.
 * @throws OwnFailure; the signal's reason
 */
export async function writeInWorker(
	file: Blob,
	look: OwnLook,
	choices: ColumnChoice[],
	options: TaskOptions
): Promise<WrittenTable> {
	const answer = await ask({ task: 'write', file, look, choices }, options);
	if (answer.told !== 'written') throw new OwnFailure('broken', answer.told);
	return answer.written;
}
