import { Marked, type Tokens } from 'marked';
import { webAddress } from '../../package/index.ts';

/** What the links of a text may lead to. */
export interface Targets {
	/** Short texts of the terms of the glossary, by their anchors. */
	terms: ReadonlyMap<string, string>;
	/** Paths of pages that this package has not: a link to one, or below one, becomes plain words. */
	absent: ReadonlySet<string>;
}

/** What stands around the Markdown of a text. */
export interface Surroundings extends Targets {
	/** The number of a note by its name. */
	numberOf: (note: string) => number;
	/** Numbers that stand on the page already, above this text: the first of each has the anchor. */
	used: Set<number>;
	/** The words before the number of a note, for those who hear it. */
	noteWords: (number: number) => string;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in HTML. */
export function escaped(text: string): string {
	return text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** The attributes of a link; undefined where the address is none that a text may lead to. */
function linkAttributes(address: string, { terms, absent }: Targets): string | undefined {
	const term = /^glossary:(.+)$/.exec(address)?.[1];
	if (term !== undefined) {
		const tip = terms.get(term);
		if (tip === undefined) throw new Error(`The glossary has no term ${term}.`);
		return `class="term" href="/glossary#${term}" data-tip="${escaped(tip)}"`;
	}
	const isAbsent = [...absent].some(
		(path) => address.startsWith(path) && !/^[\w-]/.test(address.slice(path.length))
	);
	if (isAbsent) return undefined;
	if (/^\/(?!\/)[\w/#.-]*$/.test(address)) return `href="${escaped(address)}"`;
	const web = webAddress(address);
	return web && `href="${escaped(web)}" rel="noreferrer"`;
}

/**
 * Turns Markdown into HTML that holds nothing but text, headings, lists, tables and links: raw HTML is shown as
 * text, pictures become their words, and a link leads to the web, to a page of this site or to a term.
 */
export function safeMarkdown(text: string, around: Surroundings): string {
	const marked = new Marked({
		extensions: [
			{
				name: 'note',
				level: 'inline',
				start: (source) => source.indexOf('[^'),
				tokenizer(source) {
					const match = /^\[\^([\w-]+)\]/.exec(source);
					return match ? { type: 'note', raw: match[0], note: match[1] ?? '' } : undefined;
				},
				renderer(token) {
					const number = around.numberOf(String((token as unknown as { note: string }).note));
					const id = around.used.has(number) ? '' : ` id="use-${number}"`;
					around.used.add(number);
					const words = escaped(around.noteWords(number));
					return `<sup class="note"><a href="#note-${number}"${id} aria-label="${words}">${number}</a></sup>`;
				}
			}
		],
		renderer: {
			html: ({ text: raw }: Tokens.HTML | Tokens.Tag) => escaped(raw),
			image: ({ text: words }: Tokens.Image) => escaped(words),
			// Where it is narrow, style sheets hide the head and put cells below one another: roles keep it a table, labels name
			// the column, and a head holds no link.
			table({ header, rows }: Tokens.Table) {
				const words = (cell: Tokens.TableCell) => this.parser.parseInline(cell.tokens);
				const heads = header
					.map(({ text }) => `<th scope="col" role="columnheader">${escaped(plainText(text))}</th>`)
					.join('');
				const body = rows.map(([first, ...others]) => {
					const start = first ? `<th scope="row" role="rowheader">${words(first)}</th>` : '';
					const cells = others.map((cell, index) => {
						const label = plainText(header[index + 1]?.text ?? '');
						return `<td role="cell" data-label="${escaped(label)}">${words(cell)}</td>`;
					});
					return `<tr role="row">${start}${cells.join('')}</tr>`;
				});
				return (
					`<table role="table"><thead role="rowgroup"><tr role="row">${heads}</tr></thead>` +
					`<tbody role="rowgroup">${body.join('')}</tbody></table>\n`
				);
			},
			link({ href, tokens }: Tokens.Link) {
				const words = this.parser.parseInline(tokens);
				const attributes = linkAttributes(href, around);
				return attributes ? `<a ${attributes}>${words}</a>` : words;
			}
		}
	});
	return marked.parse(text, { async: false });
}

/** The same text without its marks, on one line. */
export function plainText(markdown: string): string {
	return markdown
		.replaceAll(/\[\^[\w-]+\]/g, '')
		.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
		.replaceAll(/[*_`]/g, '')
		.replaceAll(/\s+/g, ' ')
		.trim();
}
