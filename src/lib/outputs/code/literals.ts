/** A text on one line, as a comment can hold it. */
export function commentText(text: string): string {
	return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** Lines of a comment. */
export function comments(sign: string, lines: readonly string[]): string {
	return lines
		.flatMap((line) => line.split(/\r\n|[\r\n\u2028\u2029]/))
		.map((line) => `${sign} ${commentText(line)}`.trimEnd())
		.join('\n');
}

const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

function escapedCode(letter: string): string {
	return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A text as R and Python both read it in double quotes; R knows no NUL, which is left out. */
export function quotedText(text: string): string {
	const escaped = text.replaceAll('\0', '').replaceAll(/["\\]/g, '\\$&').replaceAll(CONTROL, escapedCode);
	return `"${escaped}"`;
}

/** A name as R takes it, whatever is in it. */
export function rName(name: string): string {
	const escaped = name.replaceAll('\0', '').replaceAll(/[`\\]/g, '\\$&').replaceAll(CONTROL, escapedCode);
	return /^[A-Za-z][A-Za-z0-9_]*$/.test(name) && !R_WORDS.has(name) ? name : `\`${escaped}\``;
}

const R_WORDS = new Set(
	'if else repeat while function for next break TRUE FALSE NULL Inf NaN NA in T F'.split(' ')
);

/** A text as SQL takes it; DuckDB reads no escapes in single quotes. */
export function sqlText(text: string): string {
	return `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;
}
