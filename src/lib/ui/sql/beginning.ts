/** Letters of a cell that a table shows; files have all of them. */
const SHOWN_AT_MOST = 500;

/** A text as a table shows it: all of it, or its beginning. */
export function beginning(text: string): string {
	if (text.length <= SHOWN_AT_MOST) return text;
	return `${text.slice(0, SHOWN_AT_MOST).replace(/[\uD800-\uDBFF]$/, '')} …`;
}
