/** Fewest words of a text that cannot be the same in two languages by chance. */
const WORDS = 4;

/**
 * The texts of a page that a reader sees or hears, one for each element or label, of four words or more. Names of
 * publications, codes, addresses and what is marked as another language are left out.
 */
export function textsOf(html: string): string[] {
	const body = html
		.replace(/^[^]*<body[^>]*>/, '')
		.replace(/<(script|style|code|pre|cite)\b[^]*?<\/\1>/g, ' ')
		.replace(/<(\w+)[^>]*\s(?:lang|translate)="[^"]*"[^>]*>[^]*?<\/\1>/g, ' ');
	const labels = [...body.matchAll(/\s(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(
		([, text = '']) => text
	);
	const texts = body.replace(/<!--[^]*?-->/g, '').split(/<[^>]+>/);
	return [...new Set([...labels, ...texts].map((text) => text.replace(/\s+/g, ' ').trim()))].filter(
		(text) => (text.match(/[a-záéíóúñü]{2,}/gi) ?? []).length >= WORDS && !/https?:|\w\/\w/.test(text)
	);
}
