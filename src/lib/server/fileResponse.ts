const TYPES: Record<string, string> = {
	csv: 'text/csv; charset=utf-8',
	json: 'application/json; charset=utf-8',
	txt: 'text/plain; charset=utf-8',
	xml: 'application/atom+xml; charset=utf-8',
	parquet: 'application/vnd.apache.parquet',
	zip: 'application/zip'
};

/** A file as a server gives it, by the ending of its name. */
export function fileResponse(name: string, content: Uint8Array | string): Response {
	const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
	const body = typeof content === 'string' ? content : new Uint8Array(content);
	return new Response(body, { headers: { 'content-type': type } });
}
