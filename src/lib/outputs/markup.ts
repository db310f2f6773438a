/** What XML 1.0 cannot hold, not even escaped: most control characters, and halves of pairs. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** A text as content or attribute value of XML or HTML: whatever it holds, it stays text. */
export function escapeXml(text: string): string {
	return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}

/** A number with two decimals at most. */
export function short(value: number): string {
	return String(Math.round(value * 100) / 100);
}

/**
 * An element.
 * @param attributes those that are undefined are left out; texts are escaped
 * @param content markup, escaped already
 */
export function element(
	name: string,
	attributes: Record<string, string | number | undefined>,
	content = ''
): string {
	const written = Object.entries(attributes)
		.flatMap(([key, value]) =>
			value === undefined ? [] : ` ${key}="${typeof value === 'number' ? short(value) : escapeXml(value)}"`
		)
		.join('');
	return content ? `<${name}${written}>${content}</${name}>` : `<${name}${written}/>`;
}
