import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';

const EXAMPLE = 'examples/two-valleys';
const TABLES = ['contacts', 'channels', 'situations'];
/** Counts below this are withheld: so small ones have six digits, and are like no other number. */
const THRESHOLD = 200_000;
const SCALE = 20_000;
/** A figure about so large is cheaper to withhold than its total. */
const COMPLEMENT = 734_561;
/** Stands in each text that must not be published. */
export const CANARY = 'CANARY';

type Cells = Record<string, string>;

/** Two private packages of the same variant are the same; of different ones they differ only in what is withheld. */
export interface Variant {
	/** What is added to each small count. */
	moved: number;
	/** Whether rows stand upside down. */
	isReversed: boolean;
}

/** Six digits that no one would write by chance, another number each time. */
function* smallCounts(moved: number): Generator<number, never> {
	for (let at = 0; ; at++) yield 100_000 + moved + ((at * 104_729 + 34_519) % 89_979);
}

function readRows(folder: string, table: string): Cells[] {
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

/** The rows of the example with a number where it withholds one, and all others too large to be withheld for themselves. */
function privateRows({ moved }: Variant): Map<string, Cells[]> {
	const counts = smallCounts(moved);
	const all = new Map(TABLES.map((table) => [table, readRows(EXAMPLE, table)]));
	for (const rows of all.values()) {
		rows.forEach((row, at) => {
			row['workings'] = '';
			if (row['value'] === '[c]') {
				row['value'] = String(counts.next().value);
				row['workings'] = String(counts.next().value);
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

/**
 * Writes a private package. What stands beside a figure that is withheld, in a note and in a column without a role, and a
 * file that the descriptor does not name, must not be published either.
 */
export function writePrivate(folder: string, variant: Variant): void {
	rmSync(folder, { recursive: true, force: true });
	cpSync(EXAMPLE, folder, { recursive: true });
	for (const [table, rows] of privateRows(variant)) {
		const columns = Object.keys(readRows(EXAMPLE, table)[0] ?? {});
		if (table === 'situations') columns.push('workings');
		const ordered = variant.isReversed ? rows.toReversed() : rows;
		writeFileSync(
			path.join(folder, `${table}.csv`),
			`${Papa.unparse(ordered, { columns, newline: '\n' })}\n`
		);
	}
	const file = path.join(folder, 'datapackage.json');
	const descriptor = JSON.parse(readFileSync(file, 'utf8')) as {
		disclosure: { threshold: number };
		resources: { name: string; schema: { fields: object[] } }[];
	};
	descriptor.disclosure.threshold = THRESHOLD;
	const situations = descriptor.resources.find(({ name }) => name === 'situations');
	situations?.schema.fields.push({ name: 'workings', type: 'integer', title: 'Workings' });
	writeFileSync(file, JSON.stringify(descriptor, null, '\t'));
	writeFileSync(path.join(folder, 'workings.txt'), `${CANARY} file ${variant.moved}\n`);
}

/** What of a private package its protected copy withholds, and what it publishes. */
export interface Known {
	/** Withheld figures and what stands beside them, and the sums of those of a year, which nobody published. */
	withheld: number[];
	/** Withheld figures as parts of their published total. */
	shares: number[];
	/** How many of them are large, and withheld only for the sake of others. */
	complements: number;
	published: number[];
}

/** Compares a private package with its protected copy. */
export function knownOf(secret: string, open: string): Known {
	const known: Known = { withheld: [], shares: [], complements: 0, published: [] };
	const totals = contactsByYear(readRows(open, 'contacts'));
	for (const table of TABLES) {
		const keyOf = (row: Cells) =>
			JSON.stringify(['fiscal_year', 'measure', 'channel', 'situation'].map((name) => row[name]));
		const shown = new Map(readRows(open, table).map((row) => [keyOf(row), row['value']]));
		const sums = new Map<string, number>();
		for (const row of readRows(secret, table)) {
			const [year = '', value] = [row['fiscal_year'], Number(row['value'])];
			if (shown.get(keyOf(row)) !== '[c]') {
				if (value > 0) known.published.push(value);
				continue;
			}
			known.withheld.push(value, ...(row['workings'] ? [Number(row['workings'])] : []));
			if (value >= THRESHOLD) known.complements++;
			if (table !== 'channels') continue;
			sums.set(year, (sums.get(year) ?? 0) + value);
			known.shares.push(value / (totals.get(year) ?? NaN));
		}
		known.withheld.push(...sums.values());
	}
	return known;
}
