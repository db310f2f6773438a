import { link } from '../link.ts';

/** HTML of a text whose links to pages of this site lead to where it is published. */
export function linked(html: string): string {
	return html.replaceAll(/ href="(\/[^"]*)"/g, (_, path: string) => ` href="${link(path)}"`);
}
