import { oneLine } from './plainCells.ts';
import type { FileTable } from './types.ts';

/** Signs by which Markdown or HTML would make something else of a text. */
const SPECIAL = /[\\`*_[\]~|]/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const ADDRESS = /https?:\/\/[^\s<>|\\"`]*[^\s<>|\\"`.,;:)]/g;

function escaped(text: string): string {
	return text.replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign).replaceAll(SPECIAL, '\\$&');
}

/** A text that Markdown shows as it is; web addresses in it stay whole. */
function markdownText(text: string): string {
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
		.replace(/^(\s*)([#+=-]|\d+(?=[.)]))/, (_, space: string, sign: string) =>
			/\d/.test(sign) ? `${space}${sign}\u200b` : `${space}\\${sign}`
		);
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** A table in Markdown under its title, its caveats as a list below. */
export function fileMarkdown({ title, caveats, columns, rows }: FileTable): string {
	const name = markdownText(oneLine(title).trim());
	return [
		...(name ? [`**${name}**`, ''] : []),
		row(columns.map(({ name }) => markdownText(oneLine(name)))),
		row(columns.map(({ type }) => (type === 'text' ? '---' : '---:'))),
		...rows.map((cells) => row(cells.map((cell) => cellText(cell)))),
		'',
		...caveats.map((line) => `- ${markdownText(oneLine(line))}`),
		''
	].join('\n');
}

function cellText(cell: string | number | null): string {
	return typeof cell === 'number' ? String(cell) : markdownText(oneLine(cell));
}
