import { oneLine } from './plainCells.ts';
import type { FileTable } from './types.ts';

/** Signs by which Markdown or HTML would make something else of a text. */
const SPECIAL = /[\\`*_[\]~|]/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const ADDRESS = /https?:\/\/[^\s<>|\\"`]*[^\s<>|\\"`.,;:)]/g;

function escaped(text: string): string {
	return text.replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign).replaceAll(SPECIAL, '\\$&');
}

/** A text in one line that Markdown shows as it is, no code for its spaces in front; web addresses in it stay whole. */
function markdownText(cell: string | null): string {
	const text = oneLine(cell).trim();
	const parts: string[] = [];
	let from = 0;
	for (const { 0: address, index } of text.matchAll(ADDRESS)) {
		parts.push(escaped(text.slice(from, index)), `<${address}>`);
		from = index + address.length;
	}
	parts.push(escaped(text.slice(from)));
	// At the start of a line these begin a heading, a list or a rule.
	return parts
		.join('')
		.replace(/^([#+=-]|\d+(?=[.)]))/, (sign) => (/\d/.test(sign) ? `${sign}\u200b` : `\\${sign}`));
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** A table in Markdown under its title, its caveats as a list below. */
export function fileMarkdown({ title, caveats, columns, rows }: FileTable): string {
	const name = markdownText(title);
	return [
		...(name ? [`**${name}**`, ''] : []),
		row(columns.map(({ name }) => markdownText(name))),
		row(columns.map(({ type }) => (type === 'text' ? '---' : '---:'))),
		...rows.map((cells) => row(cells.map((cell) => cellText(cell)))),
		'',
		...caveats.map((line) => `- ${markdownText(line)}`),
		''
	].join('\n');
}

function cellText(cell: string | number | null): string {
	return typeof cell === 'number' ? String(cell) : markdownText(cell);
}
