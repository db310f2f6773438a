/** The address in a text if the whole text is one of the web (`http` or `https`), else undefined. */
export function webAddress(text: unknown): string | undefined {
	const address = String(text ?? '').trim();
	return /^https?:\/\/\S+$/.test(address) && URL.canParse(address) ? address : undefined;
}
