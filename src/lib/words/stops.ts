/**
 * A text without the stop at its end, for a place where a sentence goes on or ends after it: a name that ends in an
 * abbreviation would have two.
 */
export function withoutStop(text: string): string {
	return text.replace(/\.$/, '');
}
