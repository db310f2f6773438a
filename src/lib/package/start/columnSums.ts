import { isTotal, kindOfLabel } from './labels.ts';
import type { ColumnSums } from './types.ts';

/** What the header of a figure column says beside periods, and its numbers row by row; none where no number is told. */
export interface LabelledFigures {
	label: string;
	numbers: readonly (number | undefined)[];
}

/** Above this many columns only neighbors are tried as parts of a sum. */
const MOST_SUBSETS = 12;

/** Whether a header calls its column a total: `Total`, `All`, `Total calls`, but no `Subtotal`. */
function isNamed({ label }: LabelledFigures): boolean {
	return isTotal(label) || (kindOfLabel(label) === 'composite' && !/\bsub-?total/i.test(label));
}

/** In how many rows the parts give the whole; 0 where one row says otherwise or none has two parts that are not 0. */
function rowsOfSum(whole: LabelledFigures, parts: readonly LabelledFigures[]): number {
	let rows = 0;
	for (const [row, total] of whole.numbers.entries()) {
		const numbers = parts.map(({ numbers }) => numbers[row]);
		if (total === undefined || numbers.includes(undefined)) continue;
		const sum = numbers.reduce<number>((all, each) => all + (each ?? 0), 0);
		if (Math.abs(sum - total) > 1e-9 * Math.max(1, Math.abs(total))) return 0;
		if (numbers.filter((each) => (each ?? 0) > 0).length > 1) rows++;
	}
	return rows;
}

/** Columns that may be parts, those that are likelier first, with the rows that must show it: few rows fit by chance. */
function* candidates(
	all: readonly LabelledFigures[],
	whole: LabelledFigures,
	free: readonly LabelledFigures[]
): Generator<{ parts: LabelledFigures[]; rows: number }> {
	const named = isNamed(whole);
	const at = all.indexOf(whole);
	const isAtEnd = at === 0 || at === all.length - 1;
	yield { parts: [...free], rows: named || isAtEnd ? 1 : 2 };
	for (let length = free.length - 1; length > 1; length--) {
		for (let from = 0; from + length <= free.length; from++) {
			const parts = free.slice(from, from + length);
			const ends = [parts[0], parts.at(-1)].map((part) => (part ? all.indexOf(part) : -1));
			const isBeside = ends[0] === at + 1 || ends[1] === at - 1;
			yield { parts, rows: (isBeside ? 2 : 3) - (named ? 1 : 0) };
		}
	}
	if (free.length > MOST_SUBSETS) return;
	for (let mask = 2 ** free.length - 1; mask > 0; mask--) {
		const parts = free.filter((_, index) => (mask >> index) & 1);
		if (parts.length > 1) yield { parts, rows: 3 };
	}
}

interface Group {
	whole: LabelledFigures;
	parts: LabelledFigures[];
}

/** The columns that are sums of others, each part in one of them. */
function groupsOf(all: readonly LabelledFigures[]): Group[] {
	const size = ({ numbers }: LabelledFigures) => numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0);
	const wholes = [...all].sort(
		(one, two) => Number(isNamed(two)) - Number(isNamed(one)) || size(two) - size(one)
	);
	const groups: Group[] = [];
	for (const whole of wholes) {
		for (;;) {
			const used = new Set(groups.flatMap(({ parts }) => parts));
			const free = all.filter((each) => each !== whole && !used.has(each) && !isTotal(each.label));
			if (free.length < 2) break;
			let found: Group | undefined;
			for (const { parts, rows } of candidates(all, whole, free)) {
				if (rowsOfSum(whole, parts) < rows) continue;
				found = { whole, parts };
				break;
			}
			if (!found) break;
			groups.push(found);
		}
	}
	return groups;
}

/** The first group with those whose total is one of its parts: that one becomes a sum among them. */
function joined(groups: Group[]): { sums: ColumnSums; columns: Set<LabelledFigures> }[] {
	const open = [...groups];
	const done: { sums: ColumnSums; columns: Set<LabelledFigures> }[] = [];
	for (let group = open.shift(); group; group = open.shift()) {
		const columns = new Set([group.whole, ...group.parts]);
		const within: Record<string, string[]> = {};
		for (;;) {
			const at = open.findIndex(
				({ whole }) => whole !== group?.whole && columns.has(whole) && !Object.hasOwn(within, whole.label)
			);
			const [inner] = at < 0 ? [] : open.splice(at, 1);
			if (!inner) break;
			within[inner.whole.label] = inner.parts.map(({ label }) => label);
			for (const part of inner.parts) columns.add(part);
		}
		done.push({ sums: { total: group.whole.label, within, isSeen: true }, columns });
	}
	return done;
}

/** Columns that belong together: a total with its parts, or what no total stands for. */
export interface ColumnGroup {
	labels: Set<string>;
	sums?: ColumnSums;
}

/**
 * The columns of figures in groups: each total with the columns that give it in every row, and the rest. A column that
 * is called a total and is given by no others stands for all of the rest.
 */
export function columnGroups(columns: readonly LabelledFigures[]): ColumnGroup[] {
	const found = joined(groupsOf(columns));
	const used = new Set(found.flatMap((each) => [...each.columns]));
	const rest = columns.filter((column) => !used.has(column));
	const total = rest.find(({ label }) => isTotal(label)) ?? rest.find(isNamed);
	const labelsOf = (list: Iterable<LabelledFigures>) => new Set([...list].map(({ label }) => label));
	const named = total && rest.length > 1 ? { total: total.label, within: {}, isSeen: false } : undefined;
	return [
		...found.map(({ sums, columns: own }) => ({ labels: labelsOf(own), sums })),
		...(rest.length > 0 ? [{ labels: labelsOf(rest), ...(named ? { sums: named } : {}) }] : [])
	];
}
