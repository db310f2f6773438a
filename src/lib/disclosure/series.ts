import { isOverSame, type Known, type Sum, type Summed } from './evidence.ts';
import { sumOfTerms, type Ties } from './ties.ts';

/** Of more measures than this, which ones add up is not looked for: there are too many ways. */
const MOST = 12;
/** Of more than this only all together, where they would have to be added up over something first. */
const MOST_SUMMED = 6;

/** Figures of one table, some of its dimensions added up: for each place the sum of each series. */
interface Places {
	summed: Summed;
	series: string[];
	at: Map<string, Map<string, Sum>>;
}

function placesOf(summed: Summed): Places {
	const at = new Map<string, Map<string, Sum>>();
	const series = new Set<string>();
	for (const sum of summed.sums.values()) {
		series.add(sum.series);
		at.set(sum.place, (at.get(sum.place) ?? new Map<string, Sum>()).set(sum.series, sum));
	}
	return { summed, series: [...series], at };
}

/** Sums of several series of one table, and what they may come to, where both tell of one place. */
interface Beside {
	parts: (Sum | undefined)[];
	total: Sum;
}

/** In how many places the parts give the total; undefined where they do not somewhere, or where none shows it. */
function agreement(besides: readonly Beside[], chosen: readonly number[]): number | undefined {
	const seen = new Set<string>();
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
		if (sum !== total.value) return undefined;
		if (sum > 0 && (positive > 1 || chosen.length === 1)) seen.add(`${sum} ${positive}`);
	}
	return seen.size || undefined;
}

/** Choices of so many series, as places in their list: each single one, and more together. */
function* choices(count: number, isSummed: boolean): Generator<number[]> {
	const all = [...Array(count).keys()];
	if (count > (isSummed ? MOST_SUMMED : MOST)) {
		yield* all.map((index) => [index]);
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

/** The choices of series of one table that give a series of another, or of its own, the smallest ones. */
function found(
	one: Places,
	two: Places,
	total: string
): { chosen: number[]; series: string[]; besides: Beside[] }[] {
	const isOwn = one.summed.witness === two.summed.witness;
	const series = isOwn ? one.series.filter((each) => each !== total) : one.series;
	const besides = [...one.at].flatMap(([place, sums]): Beside[] => {
		const sum = two.at.get(place)?.get(total);
		return sum ? [{ parts: series.map((each) => sums.get(each)), total: sum }] : [];
	});
	if (besides.length === 0) return [];
	const [overOne, overTwo] = [one.summed.over.length, two.summed.over.length];
	const all: number[][] = [];
	for (const chosen of choices(series.length, overOne + overTwo > 0)) {
		if (all.some((smaller) => smaller.every((index) => chosen.includes(index)))) continue;
		const isSame = chosen.length === 1 && series[chosen[0] ?? 0] === total;
		const seen = isSame ? undefined : agreement(besides, chosen);
		const isPlain = overOne + overTwo === 0;
		if (seen !== undefined && isEnough(seen, chosen.length, series.length, isPlain, besides.length))
			all.push(chosen);
	}
	return all.map((chosen) => ({ chosen, series, besides }));
}

const termsOf = (members: readonly Known[]) => members.map(({ terms }) => terms);

/**
 * Ties series, which are told apart by what they measure or by their unit, that come to another one wherever all are
 * known: calls and chats to contacts, women and men to the victims of another table, victims to people by another name.
 */
export function seriesTies(all: readonly Summed[], ties: Ties): void {
	const places = all.map(placesOf);
	for (const one of places) {
		for (const two of places) {
			const isOwn = one.summed.witness === two.summed.witness;
			// The sums of one table over its dimensions are not looked for here.
			if (isOwn && one.summed.over.length + two.summed.over.length > 0) continue;
			if (isOverSame(one.summed, two.summed)) continue;
			for (const total of two.series) {
				for (const { chosen, series, besides } of found(one, two, total)) {
					const over = `${one.summed.witness.name}+${chosen.map((index) => series[index]).join('+')}`;
					for (const { parts, total: whole } of besides) {
						const sums = chosen.flatMap((index) => parts[index] ?? []);
						const [first] = sums;
						if (!first || !whole.isWhole || sums.length < chosen.length) continue;
						const isWhole = sums.every((each) => each.isWhole);
						const at = first.members[0]?.standing;
						const other = whole.members[0]?.standing;
						const terms = sums.flatMap(({ members }) => termsOf(members));
						ties.add(terms, sumOfTerms(termsOf(whole.members)), isWhole, { over, at, other });
					}
				}
			}
		}
	}
}
