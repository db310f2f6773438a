import { titleOf } from './labels.ts';
import { isOfPerson } from './personal.ts';
import type { Block, FoundTable, GridRow } from './types.ts';

/** Letters of the longest title. */
export const LONGEST_TITLE = 120;

/** The only year that a text names. */
export function yearIn(text: string): string | undefined {
	const years = new Set(text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []);
	return years.size === 1 ? [...years][0] : undefined;
}

/** The first line above a table that can be its title. */
function titleRow(above: readonly GridRow[]): { text: string; line: number } | undefined {
	for (const { cells, line } of above) {
		const filled = cells.filter((cell) => cell !== '');
		const [text = ''] = filled;
		const isTitle = filled.length === 1 && /\p{L}/u.test(text) && text.length <= LONGEST_TITLE;
		if (isTitle && !isOfPerson(text)) return { text, line };
	}
	return undefined;
}

/** What a table of a sheet is called, and what stands above it. */
export type Named = Pick<FoundTable, 'name' | 'title' | 'titleLine'>;

/** What a block is called: by the line above it, or by its file. */
export function namedBlock(file: string, block: Block, name: string, isOnly: boolean): Named {
	const found = titleRow(block.above);
	const title = found?.text.replace(/[:：]$/, '') ?? (isOnly ? titleOf(file) : `${titleOf(file)} (${name})`);
	return { name, title, ...(found ? { titleLine: found.line } : {}) };
}
