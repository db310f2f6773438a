import { fiscalMonths } from '../package/fiscal.ts';
import type { Field } from '../package/types.ts';

/** A stretch of whole months, counted from January of the year 0: the first, and the one after the last. */
export interface Months {
	start: number;
	end: number;
}

const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;

/**
 * The months of a year (`2020`), half year (`2020-H1`), quarter (`2020-Q1`), month (`2020-01`) or run of months
 * (`2020-01/2020-06`); of a fiscal year only where the field says when it begins.
 * @returns undefined for any other text, and for parts of years in a field of fiscal years, which may count from either
 */
export function monthsOf(field: Field, text: string): Months | undefined {
	if (field.yearStarts !== undefined) {
		const fiscal = fiscalMonths(text, field.yearStarts);
		if (fiscal) return { start: monthOf(fiscal[0]), end: monthOf(fiscal[1]) + 1 };
	}
	const [, year, kind, number] = /^(\d{4})(?:-(Q|H|)(\d\d?))?$/.exec(text) ?? [];
	if (year !== undefined) {
		const first = Number(year) * 12;
		if (number === undefined) return { start: first, end: first + 12 };
		const length = kind === 'Q' ? 3 : kind === 'H' ? 6 : 1;
		const isWritten = number.length === (length === 1 ? 2 : 1);
		const isFiscal = length > 1 && (field.yearStarts ?? 1) !== 1;
		const at = (Number(number) - 1) * length;
		if (!isWritten || isFiscal || at < 0 || at >= 12) return undefined;
		return { start: first + at, end: first + at + length };
	}
	const [, from, to] = /^(\d{4}-\d\d)\/(\d{4}-\d\d)$/.exec(text) ?? [];
	if (from === undefined || to === undefined) return undefined;
	const months = { start: monthOf(from), end: monthOf(to) + 1 };
	return months.start < months.end ? months : undefined;
}

const nameOf = (month: number) =>
	`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;

/** A stretch as a run of months. */
export function runOf({ start, end }: Months): string {
	return `${nameOf(start)}/${nameOf(end - 1)}`;
}

/**
 * The stretches that may have a total, shorter ones first: those that are named, the years around them, and the
 * quarters and half years around shorter ones where any is named.
 */
export function totalsAround(named: readonly Months[]): Months[] {
	const lengths = new Set(named.map(({ start, end }) => end - start));
	const around = [3, 6, 12].filter((length) => length === 12 || lengths.has(length));
	const all = named.flatMap((each) => [
		each,
		...around.flatMap((length) => {
			const start = each.start - (each.start % length);
			const whole = { start, end: start + length };
			return isWithin(each, whole) ? [whole] : [];
		})
	]);
	const distinct = new Map(all.map((each) => [runOf(each), each]));
	return [...distinct.values()].sort(
		(one, two) => one.end - one.start - (two.end - two.start) || one.start - two.start
	);
}

/** Whether a stretch lies in a longer one. */
export function isWithin(inner: Months, outer: Months): boolean {
	return (
		inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start
	);
}

/** The stretches within a longer one, one after the other: at each month the longest that begins there. */
export function tiling<Each extends Months>(
	all: readonly Each[],
	whole: Months
): { tiles: Each[]; exact: boolean } {
	const tiles: Each[] = [];
	let exact = true;
	for (let at = whole.start; at < whole.end;) {
		let longest: Each | undefined;
		for (const each of all) {
			const isNext = each.start === at && isWithin(each, whole);
			if (isNext && each.end > (longest?.end ?? 0)) longest = each;
		}
		if (longest) tiles.push(longest);
		else exact = false;
		at = longest?.end ?? at + 1;
	}
	return { tiles, exact };
}
