/** Attributes that WordPress leaves to a provider it does not know, by element. */
const ALLOWED: Record<string, string[]> = {
	a: ['href'],
	blockquote: [],
	iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title']
};

/** Finds the address of a page's oEmbed answer in its head, as WordPress does; `''` where there is none. */
export function discover(html: string): string {
	const [head = ''] = html.split(/<\/head>/i);
	const links = [...head.matchAll(/<link\b([^<>]+)>/gi)].map(([, written = '']) => attributes(written));
	return links.find((link) => link['type'] === 'application/json+oembed')?.['href'] ?? '';
}

/** The address with what WordPress adds to it when it asks. */
export function asked(endpoint: string, page: string): string {
	const address = new URL(endpoint);
	const added = { maxwidth: '600', maxheight: '900', url: page, dnt: '1', format: 'json' };
	for (const [name, value] of Object.entries(added)) address.searchParams.set(name, value);
	return address.href;
}

/**
 * What WordPress makes of an answer's html: few elements, few attributes, its own sandbox, and a secret
 * at the end of the address.
 * @returns `''` where no frame is left
 */
export function sanitised(html: string): string {
	const kept = html.replace(
		/<(\/?)([a-z]+)\b([^<>]*)>/gi,
		(_, end: string, name: string, written: string) => {
			const allowed = ALLOWED[name.toLowerCase()];
			if (!allowed) return '';
			if (end) return `</${name}>`;
			const own = Object.entries(attributes(written)).filter(([each]) => allowed.includes(each));
			return `<${[name, ...own.map(([each, value]) => `${each}="${value}"`)].join(' ')}>`;
		}
	);
	const [frame = ''] = /<iframe.*?><\/iframe>/s.exec(kept) ?? [];
	return frame
		.replace(/ src="([^"]*)"/, ' src="$1#?secret=aB3dE5fG7h" data-secret="aB3dE5fG7h"')
		.replace('<iframe', '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"');
}

/** Attributes as they are written, entities and all. */
function attributes(written: string): Record<string, string> {
	return Object.fromEntries(
		[...written.matchAll(/([a-z-]+)\s*=\s*"([^"]*)"/gi)].map(([, name = '', value = '']) => [
			name.toLowerCase(),
			value
		])
	);
}
