import { EngineFailure } from './failure.ts';
import { Silence } from './silence.ts';

/** What a download tells while it runs. */
interface DownloadOptions {
	signal: AbortSignal;
	/** Bytes that have just come, decompressed. */
	onBytes: (count: number) => void;
	/** The size that the file must have, where it is known. */
	expected?: number | undefined;
}

function lastPart(url: string): string {
	return url.slice(url.lastIndexOf('/') + 1);
}

/**
 * A whole file of the site.
 * @throws EngineFailure if it is missing, cannot be loaded, or is shorter or longer than it must be
 */
export async function download(url: string, options: DownloadOptions): Promise<Uint8Array> {
	const { signal, onBytes, expected } = options;
	const parts: Uint8Array[] = [];
	const silence = new Silence();
	const read = async () => {
		const response = await fetch(url, { signal });
		if (!response.ok) throw new EngineFailure('missing', lastPart(url));
		const reader = response.body?.getReader();
		for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
			silence.heard();
			parts.push(next.value);
			onBytes(next.value.byteLength);
		}
	};
	try {
		await Promise.race([read(), silence.broken]);
	} catch (error) {
		const isToldWell = error instanceof EngineFailure && error.kind !== 'silent';
		if (signal.aborted || isToldWell) throw error;
		throw new EngineFailure('network', lastPart(url));
	} finally {
		silence.end();
	}
	const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.byteLength;
	}
	if (expected !== undefined && bytes.byteLength !== expected)
		throw new EngineFailure('damaged', lastPart(url));
	return bytes;
}
