import { AGREE } from './evidence.ts';
import { groupedPlaces, mayComeTo, pairs, placesOf, type Places } from './seriesPlaces.ts';
import { subsetsThatGive } from './subsets.ts';
import { sumOfTerms, type Ties } from './ties.ts';
import type { Sum, Summed } from './summed.ts';
import type { Known } from './witness.ts';

/** Of more series than this not every choice is tried, but those alone whose sums are hardly chance. */
const MOST = 12;
/** The same, where they would have to be added up over something first. */
const MOST_SUMMED = 6;

/** Sums of several series of one table, and what they may come to, where both tell of one place. */
interface Beside {
	parts: (Sum | undefined)[];
	total: Sum;
}

/**
 * In how many places the parts give the total; undefined where none shows it or where some contradict it: a few of them
 * may where all series are parts, for that is hardly chance.
 */
function agreement(besides: readonly Beside[], chosen: readonly number[]): number | undefined {
	const isAll = chosen.length > 1 && chosen.length === besides[0]?.parts.length;
	const seen = new Set<string>();
	let off = 0;
	for (const { parts, total } of besides) {
		let [sum, positive] = [0, 0];
		let isKnown = total.value !== undefined && total.isWhole;
		for (const index of chosen) {
			const part = parts[index];
			if (part?.value === undefined || !part.isWhole) isKnown = false;
			else {
				sum += part.value;
				positive += part.positive;
			}
		}
		if (!isKnown) continue;
		if (sum !== total.value) {
			if (!isAll) return undefined;
			off++;
		} else if (sum > 0 && (positive > 1 || chosen.length === 1)) seen.add(`${sum} ${positive}`);
	}
	return seen.size >= AGREE * off ? seen.size || undefined : undefined;
}

const numberOf = (sum: Sum | undefined) => (sum?.isWhole ? sum.value : undefined);

/** Choices of some series, as places in their list: each single one, and more together. */
function* choices(besides: readonly Beside[], count: number, isSummed: boolean): Generator<number[]> {
	const all = [...Array(count).keys()];
	if (count > (isSummed ? MOST_SUMMED : MOST)) {
		yield* all.map((index) => [index]);
		yield* subsetsThatGive(
			all.map((index) => besides.map(({ parts }) => numberOf(parts[index]))),
			besides.map(({ total }) => numberOf(total))
		);
		yield all;
		return;
	}
	for (let bits = 1; bits < 1 << count; bits++) yield all.filter((index) => bits & (1 << index));
}

/** Whether so many places are more than chance: one may be, where there is no other. */
function isEnough(seen: number, chosen: number, of: number, isPlain: boolean, places: number): boolean {
	if (isPlain && chosen === 1) return seen > 1;
	if (chosen === of) return seen >= (isPlain ? 1 : Math.min(2, places));
	return seen >= (isPlain ? 2 : 3);
}

/** Series of one table that come to a series of another, or of its own. */
interface Found {
	chosen: string[];
	/** Their sums and what they come to, in each place of which both tell. */
	besides: Beside[];
}

/** The smallest choices of series that give another one. */
function* found(one: Places, two: Places, total: string): Generator<Found> {
	const series = one.series.filter((each) => each !== total);
	const besides = [...one.at].flatMap(([place, sums]): Beside[] => {
		const sum = two.at.get(place)?.get(total);
		return sum ? [{ parts: series.map((each) => sums.get(each)), total: sum }] : [];
	});
	if (besides.length === 0) return;
	const isPlain = one.summed.over.length + two.summed.over.length === 0;
	const enough = (seen: number, count: number) =>
		one.by
			? seen >= Math.min(isPlain ? 2 : 3, Math.max(2, besides.length))
			: isEnough(seen, count, series.length, isPlain, besides.length);
	const smaller: number[][] = [];
	for (const chosen of choices(besides, series.length, !isPlain)) {
		if (smaller.some((each) => each.every((index) => chosen.includes(index)))) continue;
		const seen = agreement(besides, chosen);
		if (seen === undefined || !enough(seen, chosen.length)) continue;
		smaller.push(chosen);
		yield {
			chosen: chosen.map((index) => series[index] ?? ''),
			besides: besides.map(({ parts, total }) => ({ parts: chosen.map((index) => parts[index]), total }))
		};
	}
}

const termsOf = (members: readonly Known[]) => members.map(({ terms }) => terms);

/** Ties parts to their total in one place, where all of them are there. */
function tie({ parts, total }: Beside, over: string, ties: Ties): void {
	const sums = parts.filter((part) => part !== undefined);
	const [first] = sums;
	if (!first || !total.isWhole || sums.length < parts.length) return;
	const isWhole = sums.every((each) => each.isWhole);
	const places = { over, at: first.members[0]?.standing, other: total.members[0]?.standing };
	const terms = sums.flatMap(({ members }) => termsOf(members));
	ties.add(terms, sumOfTerms(termsOf(total.members)), isWhole, places);
}

/**
 * Ties series, which are told apart by what they measure or by their unit, that come to another one wherever all are
 * known: calls and chats to contacts, women and men to the victims of another table, victims to people by another name;
 * and groups that come to a coarser one of another table: ages to minors, towns to regions.
 */
export function seriesTies(all: readonly Summed[], ties: Ties): void {
	const plain = all.map((summed) => placesOf(summed));
	const grouped = all.flatMap(groupedPlaces);
	const coarser = grouped.flatMap((one) =>
		[...plain, ...grouped].flatMap((two): [Places, Places][] => (mayComeTo(one, two) ? [[one, two]] : []))
	);
	for (const [one, two] of [...pairs(plain), ...coarser]) {
		for (const total of two.series) {
			for (const { chosen, besides } of found(one, two, total)) {
				const over = `${one.summed.witness.name}+${chosen.join('+')}`;
				for (const beside of besides) tie(beside, over, ties);
			}
		}
	}
}
