/**
 * duckdb-wasm's worker, with ears: of a module that is missing, cut off or refused by a policy its own
 * worker says nothing, and the page would wait for ever.
 */
import '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js';
import type { WorkerMessage } from './worker-messages.ts';

const TOLD_EVERY_MS = 100;
const MODULE = 'duckdb-eh.wasm';

const tell = (message: WorkerMessage) => globalThis.postMessage(message);

function failureOf(error: unknown): WorkerMessage {
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
			tell({ engine: 'bytes', loaded });
		}
	});
}

const instantiate = WebAssembly.instantiateStreaming.bind(WebAssembly);

WebAssembly.instantiateStreaming = async (source, imports) => {
	try {
		const response = await source;
		if (!response.ok || !response.body) {
			tell({ engine: 'failure', kind: 'missing', detail: MODULE });
			throw new Error(`${MODULE}: ${response.status}`);
		}
		// Some hosts send the module under another type, which streaming refuses.
		const headers = { 'content-type': 'application/wasm' };
		return await instantiate(new Response(response.body.pipeThrough(counted()), { headers }), imports);
	} catch (error) {
		tell(failureOf(error));
		throw error;
	}
};
