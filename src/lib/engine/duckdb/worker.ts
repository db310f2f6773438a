/**
 * duckdb-wasm's worker, with ears: of a module that is missing, cut off or refused by a policy its own
 * worker says nothing, and the page would wait for ever.
 */
import script from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import type { WorkerMessage } from './worker-messages.ts';

const TOLD_EVERY_MS = 100;
const MODULE = 'duckdb-eh.wasm';
const SCRIPT = 'duckdb-browser-eh.worker.js';

const tell = (message: WorkerMessage) => globalThis.postMessage(message);

class Missing extends Error {}

function failureOf(error: unknown): WorkerMessage {
	if (error instanceof Missing) return { engine: 'failure', kind: 'missing', detail: MODULE };
	const detail = error instanceof Error ? error.message : String(error);
	const isDamaged =
		error instanceof WebAssembly.CompileError && !/content security policy|unsafe-eval/i.test(detail);
	if (isDamaged) return { engine: 'failure', kind: 'damaged', detail: MODULE };
	if (error instanceof TypeError) return { engine: 'failure', kind: 'network', detail: MODULE };
	return { engine: 'failure', kind: 'broken', detail };
}

function counted(): TransformStream<Uint8Array, Uint8Array> {
	let loaded = 0;
	let told = 0;
	return new TransformStream({
		transform(chunk, controller) {
			loaded += chunk.byteLength;
			controller.enqueue(chunk);
			if (Date.now() - told < TOLD_EVERY_MS) return;
			told = Date.now();
			tell({ engine: 'bytes', loaded });
		},
		flush() {
			tell({ engine: 'bytes', loaded, isLast: true });
		}
	});
}

const instantiate = WebAssembly.instantiateStreaming.bind(WebAssembly);

async function started(source: Response | PromiseLike<Response>, imports?: WebAssembly.Imports) {
	const response = await source;
	if (!response.ok || !response.body) throw new Missing();
	// Some hosts send the module under another type, which streaming refuses.
	const headers = { 'content-type': 'application/wasm' };
	return instantiate(new Response(response.body.pipeThrough(counted()), { headers }), imports);
}

WebAssembly.instantiateStreaming = async (source, imports) => {
	try {
		return await started(source, imports);
	} catch (error) {
		tell(failureOf(error));
		// Nobody handles a rejection here, and the page ends this worker.
		return new Promise(() => {});
	}
};

// What the page asks before duckdb-wasm's script is there waits for it.
const early: MessageEvent<unknown>[] = [];
globalThis.onmessage = (event) => early.push(event);
import(/* @vite-ignore */ script).then(
	() => early.forEach((event) => globalThis.dispatchEvent(new MessageEvent('message', { data: event.data }))),
	() => tell({ engine: 'failure', kind: 'network', detail: SCRIPT })
);
