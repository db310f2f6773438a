import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';

/** The package that is made private. */
export const EXAMPLE = 'examples/two-valleys';
const TABLES = ['contacts', 'channels', 'situations'];
/** Counts below this are withheld: so small ones have six digits, and are like no other number. */
export const THRESHOLD = 200_000;
const SCALE = 20_000;
/** A figure about so large is cheaper to withhold than its total. */
const COMPLEMENT = 734_561;
/** Stands in each text that must not be published. */
export const CANARY = 'CANARY';

/** A row of a file. */
export type Cells = Record<string, string>;

/** Six digits that no one would write by chance, another number each time, all of them larger by a little or not. */
export function* smallCounts(moved: number): Generator<number, never> {
	for (let at = 0; ; at++) yield 100_000 + moved + ((at * 104_729 + 34_519) % 89_979);
}

/** The rows of a file with a header. */
export function readRows(folder: string, table: string): Cells[] {
	const text = readFileSync(path.join(folder, `${table}.csv`), 'utf8');
	return Papa.parse<Cells>(text, { header: true, skipEmptyLines: true }).data;
}

/** The contacts of each year, by year. */
function contactsByYear(rows: Cells[]): Map<string, number> {
	const totals = rows.filter((row) => row['measure'] === 'contacts');
	return new Map(totals.map((row) => [row['fiscal_year'] ?? '', Number(row['value'])]));
}

/**
 * The channels of a year add up to its contacts: the last one takes what the others leave, or the first, where the last
 * is withheld. What small ones gain it loses, so that no published figure moves.
 */
function addUp(channels: Cells[], contacts: Cells[], moved: number): void {
	for (const [year, total] of contactsByYear(contacts)) {
		const parts = channels.filter((row) => row['fiscal_year'] === year);
		const last = parts.at(-1);
		if (last?.['workings']) last['value'] = String(COMPLEMENT + (total % SCALE) - moved);
		const open = last?.['workings'] ? parts[0] : last;
		const others = parts.filter((row) => row !== open).reduce((sum, row) => sum + Number(row['value']), 0);
		if (open) open['value'] = String(total - others);
	}
}

/**
 * The rows of the example by table, with a number where it withholds one, another one in a column `workings` beside it, and
 * all others too large to be withheld for themselves.
 * @param next gives small counts, another one each time
 * @param moved what these have gained, and what is withheld with them has lost
 */
export function valleyRows(next: () => number, moved: number): Map<string, Cells[]> {
	const all = new Map(TABLES.map((table) => [table, readRows(EXAMPLE, table)]));
	for (const rows of all.values()) {
		rows.forEach((row, at) => {
			row['workings'] = '';
			if (row['value'] === '[c]') {
				row['value'] = String(next());
				row['workings'] = String(next());
				if ('note' in row) row['note'] = `${CANARY} note ${moved}`;
			} else if (/^\d+$/.test(row['value'] ?? '')) {
				// Totals get digits of their own, which tell them from each other number.
				const own = row['measure'] === 'contacts' ? 12_347 + at * 1_009 : 0;
				row['value'] = String(Number(row['value']) * SCALE + own);
			}
		});
	}
	addUp(all.get('channels') ?? [], all.get('contacts') ?? [], moved);
	return all;
}
