import { Looker, type OwnColumn } from '../own/index.ts';
import { wordsOf } from '../own/names.ts';
import { roleOf } from '../own/roles.ts';
import { isNumber, isStandIn, looksWithheld } from './figures.ts';
import { partedByPeriod } from './headPeriods.ts';
import { isTotal, subtotalOf } from './labels.ts';
import { grainOf, isPeriod, periodIn } from './periods.ts';
import { personalFinding } from './personal.ts';
import type { Block, BodyRow, FigureColumn, FoundTable, KeyColumn, LeftOutWhy } from './types.ts';

const SHARE =
	/%|\b(?:percent|percentage|pct|share|rate|ratio|proportion|change|variation|average|mean|avg|anteil|prozent|quote|porcentaje|proporción|proporcion|tasa|variación|variacion|promedio|media|part|taux|moyenne)\b/i;
/** What a spreadsheet writes above the names of the columns of a pivot table. */
const PIVOT_HEAD =
	/^(?:(?:column|row) labels|etiquetas de (?:columna|fila)s?|values|valores|(?:sum|count|suma|cuenta|recuento) (?:of|de) .+)$/i;
const LONG_TEXT = 60;
/** The share of cells of a column of times that are periods. */
const MOSTLY = 0.75;
const KEY_ROLES: readonly KeyColumn['role'][] = ['time', 'place', 'category', 'measure', 'unit', 'basis'];

/** The columns of a table, sorted by what they are for. */
export interface SortedColumns {
	names: string[];
	keys: KeyColumn[];
	figures: FigureColumn[];
	out: { index: number; why: LeftOutWhy }[];
	personal: FoundTable['personal'];
}

/** The name of each column from the lines of the header; a merged cell of an upper line holds for those at its right. */
export function headNames(block: Block, width: number): string[][] {
	const lines = block.head.map(({ cells }, at) => {
		const isLast = at === block.head.length - 1;
		let open = '';
		return Array.from({ length: width }, (_, index) => {
			const cell = cells[index] ?? '';
			if (cell !== '') open = cell;
			return cell === '' && !isLast && block.figures.includes(index) ? open : cell;
		});
	});
	return Array.from({ length: width }, (_, index) => {
		const filled = lines.map((line) => line[index] ?? '').filter((part) => part !== '');
		const parts = filled.filter((part, at) => at === filled.length - 1 || !PIVOT_HEAD.test(part));
		return [...new Set(parts)];
	});
}

function bodyCells(block: Block, index: number): string[] {
	return block.body.map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== '');
}

/** Whether a column of numbers tells periods, not counts. */
function timeGrain(name: string, cells: readonly string[], isFirst: boolean): KeyColumn['grain'] {
	const plain = cells.filter((cell) => !isTotal(cell) && !isPeriod(subtotalOf(cell) ?? ''));
	const isNamed = roleOf(name, 'text') === 'time';
	const named = isNamed ? plain.filter(isPeriod) : plain;
	// In a column of years one `2019 to 2023` or `see note` leaves its own row out, and all others their years.
	const grain = named.length >= MOSTLY * plain.length ? grainOf(named) : undefined;
	if (grain === undefined) return undefined;
	return grain !== 'year' || isFirst || name === '' || isNamed ? grain : undefined;
}

/**
 * Whether merged cells left gaps in a column: its rows go on below a filled cell while a column at the right is filled.
 * Rows that are empty from it on, as totals are, may stand above.
 */
function fillsDown(block: Block, index: number, atRight: readonly KeyColumn[]): boolean {
	const isBelow = ({ cells }: BodyRow) => atRight.some((key) => (cells[key.index] ?? '') !== '');
	const isFilled = ({ cells }: BodyRow) => (cells[index] ?? '') !== '';
	const first = block.body.find((row) => isFilled(row) || isBelow(row));
	return first !== undefined && isFilled(first) && block.body.some((row) => !isFilled(row) && isBelow(row));
}

function figureColumn(index: number, name: string, parts: readonly string[]): FigureColumn {
	const grain = parts.map((part) => grainOf([part])).find((found) => found !== undefined);
	const at = parts.findIndex(isPeriod);
	const period = grain && periodIn(parts[at] ?? '', grain);
	if (!period) return { index, name, label: name };
	const label = parts.filter((_, position) => position !== at).join(' – ');
	return { index, name, period: period.text, mark: period.mark, label };
}

/** The periods of a header in the one grain that fits them all: `2011-12` beside `2013-14` is no month. */
function inOneGrain(columns: readonly FigureColumn[], heads: readonly string[][]): FigureColumn[] {
	const texts = heads.map((parts) => parts.find(isPeriod));
	const grain = grainOf(texts.filter((text) => text !== undefined));
	return columns.map((column, at) => {
		const text = texts[at];
		const period = grain && text !== undefined ? periodIn(text, grain)?.text : undefined;
		return period === undefined ? column : { ...column, period };
	});
}

const isLong = (cells: readonly string[]) =>
	cells.length > 0 && cells.reduce((sum, { length }) => sum + length, 0) / cells.length > LONG_TEXT;

/** What a column that is no figure is for, or why it is not taken. */
function keyRole(own: OwnColumn, cells: readonly string[]): KeyColumn['role'] | LeftOutWhy {
	const role = roleOf(own.original, 'text');
	if (role === 'note' || isLong(cells)) return 'free-text';
	return KEY_ROLES.find((each) => each === role) ?? 'category';
}

/** Sorts the columns of a table into what tells figures apart, figures, and what is not taken. */
export function sortColumns(block: Block): SortedColumns {
	const all = [...block.head, ...block.body];
	const width = all.reduce((most, { cells }) => Math.max(most, cells.length), 0);
	const parts = headNames(block, width);
	const names = parts.map(
		(each, index) => each.join(' – ') || (block.head.length ? '' : `Column ${index + 1}`)
	);
	const looker = new Looker(names);
	for (const { cells, line } of block.body) {
		looker.add(
			Array.from({ length: width }, (_, index) => cells[index] ?? ''),
			line
		);
	}
	const look = looker.end();
	const keys: KeyColumn[] = [];
	const counted: number[] = [];
	const out: SortedColumns['out'] = [];
	const personal: SortedColumns['personal'] = [];
	const used = names.map((_, index) => index).filter((index) => bodyCells(block, index).length > 0);
	const taken = new Set<string>();
	for (const index of used) {
		const name = names[index] ?? '';
		const cells = bodyCells(block, index);
		const own = look.columns[index];
		if (!own) continue;
		const numbers = cells.filter((cell) => isNumber(cell) || isStandIn(cell)).length;
		const grain = timeGrain(name, cells, index === used[0]);
		const isCounted = block.figures.includes(index) && numbers * 2 >= cells.length && cells.some(isNumber);
		const finding = isPeriod(name) ? undefined : personalFinding(own, cells, grain !== undefined);
		if (finding) {
			out.push({ index, why: 'personal' });
			personal.push({ column: name, finding });
		} else if (grain && !taken.has('time')) {
			keys.push({ index, name, role: 'time', grain, fills: false });
			taken.add('time');
		} else if (isCounted && !isCode(name)) {
			if (SHARE.test(name) || cells.some((cell) => cell.endsWith('%'))) out.push({ index, why: 'share' });
			else counted.push(index);
		} else {
			const role = keyRole(own, cells);
			const isKey = KEY_ROLES.find((each) => each === role);
			if (!isKey) out.push({ index, why: role as LeftOutWhy });
			else keys.push({ index, name, role: roleOnce(isKey, taken), fills: false });
		}
	}
	keys.forEach((key, at) => (key.fills = fillsDown(block, key.index, keys.slice(at + 1))));
	const heads = partedByPeriod(counted.map((index) => parts[index] ?? []));
	const nameOf = (index: number) => (parts[index] ?? []).join(' – ');
	const figures = counted.map((index, at) => figureColumn(index, nameOf(index), heads[at] ?? []));
	return { names, keys, figures: inOneGrain(figures, heads), out, personal };
}

/** Only a place and a category may stand in a table more than once. */
function roleOnce(role: KeyColumn['role'], taken: Set<string>): KeyColumn['role'] {
	// A column of words on time that are no periods, such as days of the week, is a category.
	if (role === 'time') return 'category';
	if (role !== 'place' && role !== 'category' && taken.has(role)) return 'category';
	taken.add(role);
	return role;
}

/** Whether a column's name says that its numbers are codes. */
function isCode(name: string): boolean {
	return wordsOf(name).some((word) => /^(?:id|ids|code|codes|fips|zip|age|edad|alter|key|rank)$/.test(word));
}

/** Texts in place of figures that somebody must explain, in the order of the file. */
export function placeholdersOf(block: Block, figures: readonly FigureColumn[]): string[] {
	const found = new Set<string>();
	for (const { cells } of block.body) {
		for (const { index } of figures) {
			const cell = cells[index] ?? '';
			if (cell !== '' && isStandIn(cell) && !cell.startsWith('[') && !/\d/.test(cell)) found.add(cell);
		}
	}
	return [...found].sort((one, two) => Number(looksWithheld(two)) - Number(looksWithheld(one)));
}
