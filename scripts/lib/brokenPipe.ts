import type { EventEmitter } from 'node:events';

/** Lets a command do its work to the end where whoever reads what it prints stops, as `head` does after some lines. */
export function passBrokenPipe(stream: EventEmitter): void {
	stream.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
	});
}
