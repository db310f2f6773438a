import { isSubtotal, isTotal, subtotalOf } from './labels.ts';
import { emptyTotals } from './emptyTotals.ts';
import { isPeriod } from './periods.ts';
import { outer, totalPlaces, type KeyLine } from './totalPlaces.ts';
import type { BodyRow, FoundTable, KeyColumn } from './types.ts';

const TOTAL = 'Total';

/** Each row with its own cells, and with the texts of merged cells above those that it leaves empty. */
function linesOf(keys: readonly KeyColumn[], body: readonly BodyRow[]): KeyLine[] {
	const above = keys.map(() => '');
	return body.map((row) => {
		const own = keys.map(({ index }) => row.cells[index] ?? '');
		const filled = own.map((text, at) => {
			if (text !== '' && (isTotal(text) || !isTotalOfPart(text))) above[at] = text;
			return text === '' && keys[at]?.fills ? (above[at] ?? '') : text;
		});
		return { row, own, filled };
	});
}

const isTotalOfPart = (text: string) => isSubtotal(text) || subtotalOf(text) !== undefined;

/** The column of a period or a group that a row such as `2021 Total` or `Subtotal North` is the total of, and its name. */
function partOf(line: KeyLine, labels: readonly ReadonlySet<string>[], keys: readonly KeyColumn[]) {
	const at = line.own.findLastIndex((text) => text !== '');
	const text = subtotalOf(line.own[at] ?? '');
	if (text === undefined || keys.length < 2) return undefined;
	if (keys[at]?.role === 'time') return isPeriod(text) ? { at, text } : undefined;
	const groups = keys.flatMap(({ role }, each) => (role === 'category' || role === 'place' ? [each] : []));
	const isAlone = groups.every((each) => each === at || line.own[each] === '');
	const isLabel = groups.length > 1 && isAlone && labels[at]?.has(text);
	return groups.includes(at) && isLabel ? { at, text } : undefined;
}

/** A row of totals: the column that says so, what stands there, and whether that leaves no doubt of the merged cells at its left. */
function totalIn(line: KeyLine, labels: readonly ReadonlySet<string>[], keys: readonly KeyColumn[]) {
	const at = line.own.findIndex(isTotal);
	if (at >= 0) return { at, text: line.own[at] ?? '', isSure: false };
	const part = partOf(line, labels, keys);
	if (part) return { ...part, isSure: true };
	const last = line.own.findLastIndex((text) => text !== '');
	const isBelow = line.filled.some((text, each) => each !== last && text !== '');
	return isSubtotal(line.own[last] ?? '') && isBelow ? { at: last, text: TOTAL, isSure: true } : undefined;
}

/** Whether a column is empty in several rows of totals that would else be the same one. */
function areSeveral(totals: ReadonlyMap<KeyLine, { at: number }>, at: number): boolean {
	const same = [...totals].flatMap(([line, total]) =>
		total.at > at && line.own[at] === '' ? [`${total.at} ${outer(line, at)}`] : []
	);
	return new Set(same).size < same.length;
}

/**
 * What the columns that tell figures apart say of each row, by the column's place in the file. Cells below a merged one
 * repeat its text; a row of totals leaves the columns empty over which it is a total, those at the right of the word
 * for sure, merged ones at its left where other rows show it (`totalPlaces`).
 * @returns no entry for a row of which it cannot be told what it is the total of
 */
export function keyTexts({
	keys,
	block,
	figures,
	style
}: Pick<FoundTable, 'keys' | 'block' | 'figures' | 'style'>): Map<BodyRow, ReadonlyMap<number, string>> {
	const lines = linesOf(keys, block.body);
	const labels = keys.map((_, at) => new Set(lines.map(({ own }) => own[at] ?? '')));
	const totals = new Map(
		lines.flatMap((line) => {
			const total = totalIn(line, labels, keys);
			return total ? [[line, total] as const] : [];
		})
	);
	const empty = emptyTotals({ lines, totals, keys, figures, style });
	for (const [line, at] of empty)
		if (at !== undefined) totals.set(line, { at, text: line.own[at] ?? '', isSure: true });
	const plain = lines.filter((line) => !totals.has(line) && !empty.has(line));
	const isMerged = keys.map(
		({ role, fills }, at) =>
			fills && (role === 'time' || plain.some(({ own }) => own[at] === '') || areSeveral(totals, at))
	);
	const places = totalPlaces({ lines, totals, plain, isMerged, figures, style });
	return new Map(
		lines.flatMap((line) => {
			const total = totals.get(line);
			const from = total ? places.get(line) : empty.has(line) ? undefined : keys.length;
			if (from === undefined) return [];
			const texts = keys.map(({ index }, at): [number, string] => {
				if (!total) return [index, line.filled[at] ?? ''];
				if (at === total.at) return [index, total.text];
				const own = line.own[at] ?? '';
				const isRepeated = at < from && at < total.at && isMerged[at];
				return [index, own === '' ? (isRepeated ? (line.filled[at] ?? '') : TOTAL) : own];
			});
			return [[line.row, new Map(texts)] as const];
		})
	);
}
