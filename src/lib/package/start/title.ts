import { titleOf, unitIn } from './labels.ts';
import { isOfPerson } from './personal.ts';
import type { Block, FoundTable } from './types.ts';

/** Letters of the longest title. */
export const LONGEST_TITLE = 120;

/** The only year that a text names. */
export function yearIn(text: string): string | undefined {
	const years = new Set(text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []);
	return years.size === 1 ? [...years][0] : undefined;
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu));

/** How many words a line shares with the names of a table's columns and file; one more where it says what is counted. */
function aboutTable(text: string, names: ReadonlySet<string>): number {
	if (/[.!?]$/.test(text)) return 0;
	const shared = [...wordsOf(text)].filter((word) => names.has(word));
	return shared.length + (unitIn(text) === undefined ? 0 : 1);
}

/** The line above a table that says most of what is in it: a sheet often begins with the name of who made it. */
function titleRow(file: string, { above, head }: Block): { text: string; line: number } | undefined {
	const names = wordsOf([titleOf(file), ...head.flatMap(({ cells }) => cells)].join(' '));
	const lines = above.flatMap(({ cells, line }) => {
		const filled = cells.filter((cell) => cell !== '');
		const [text = ''] = filled;
		const isTitle = filled.length === 1 && /\p{L}/u.test(text) && text.length <= LONGEST_TITLE;
		return isTitle && !isOfPerson(text) ? [{ text, line, about: aboutTable(text, names) }] : [];
	});
	return lines.toSorted((one, two) => two.about - one.about)[0];
}

/** What a table of a sheet is called, and what stands above it. */
export type Named = Pick<FoundTable, 'name' | 'title' | 'titleLine'>;

/** What a block is called: by the line above it, or by its file. */
export function namedBlock(file: string, block: Block, name: string, isOnly: boolean): Named {
	const found = titleRow(file, block);
	const title = found?.text.replace(/[:：]$/, '') ?? (isOnly ? titleOf(file) : `${titleOf(file)} (${name})`);
	return { name, title, ...(found ? { titleLine: found.line } : {}) };
}
