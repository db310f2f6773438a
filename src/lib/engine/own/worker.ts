/** Reads the files of the reader's, away from the page's own thread. */
import { asOwnFailure } from './failure.ts';
import type { OwnMessage, OwnRequest } from './messages.ts';
import { lookAt, writeOut } from './tasks.ts';

const TOLD_EVERY_MS = 100;

const tell = (message: OwnMessage) => globalThis.postMessage(message);

let told = 0;
function onBytes(read: number): void {
	if (Date.now() - told < TOLD_EVERY_MS) return;
	told = Date.now();
	tell({ told: 'progress', read });
}

async function answer(request: OwnRequest): Promise<OwnMessage> {
	if (request.task === 'look') return { told: 'look', look: await lookAt(request.file, request, onBytes) };
	return { told: 'written', written: await writeOut(request.file, request.look, request.choices, onBytes) };
}

globalThis.onmessage = (event: MessageEvent<OwnRequest>) => {
	answer(event.data).then(tell, (error: unknown) => {
		const { kind, detail } = asOwnFailure(error);
		tell({ told: 'failure', kind, detail });
	});
};
