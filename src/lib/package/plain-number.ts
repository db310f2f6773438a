const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** The number that a text writes plainly (`1234`, `-0.5`); undefined for `1e3`, `0x10`, `007` or ` 7`. */
export function plainNumber(text: string): number | undefined {
	if (!PLAIN_NUMBER.test(text)) return undefined;
	const number = Number(text);
	return number === 0 ? 0 : number;
}
