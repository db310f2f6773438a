import { isHardlyChance, waysToChoose } from './chance.ts';

/** So many steps are taken at most; a longer search ends with what it has. */
const STEPS = 200_000;
/** Where more sets than this come to one total, it is the pattern of the numbers, and none of them is meant. */
const MOST_SETS = 3;

/** Numbers of one series by place: undefined where none is known. */
export type Numbers = readonly (number | undefined)[];

interface Search {
	/** By size, the greatest first. */
	order: readonly number[];
	columns: readonly Numbers[];
	total: Numbers;
	/** For each place of the order what all from there on come to; undefined where one is not known. */
	rest: readonly Numbers[];
}

function searchOf(columns: readonly Numbers[], total: Numbers): Search {
	const sizeOf = (column: Numbers) => column.reduce<number>((sum, each) => sum + (each ?? 0), 0);
	const order = columns
		.map((column, index) => ({ index, size: sizeOf(column) }))
		.sort((one, two) => two.size - one.size)
		.map(({ index }) => index);
	let left: Numbers = total.map(() => 0);
	const rest = [left];
	for (const index of order.toReversed()) {
		left = left.map((sum, place) => {
			const own = columns[index]?.[place];
			return sum === undefined || own === undefined ? undefined : sum + own;
		});
		rest.unshift(left);
	}
	return { order, columns, total, rest };
}

/** What is still to be reached, after one more part; undefined where it is not known. Nothing where it is too much. */
function without(needed: Numbers, part: Numbers): Numbers | undefined {
	const left = needed.map((need, place) => {
		const own = part[place];
		return need === undefined || own === undefined ? undefined : need - own;
	});
	return left.some((need) => need !== undefined && need < 0) ? undefined : left;
}

const reaches = (needed: Numbers, rest: Numbers = []) =>
	needed.every((need, place) => need === undefined || (rest[place] ?? Infinity) >= need);

/** How many bits a sum must tell is left to `isHardlyChance`; one part alone, or parts of zeros, tell nothing. */
function isSum(chosen: readonly number[], needed: Numbers, { columns, total }: Search): boolean {
	if (chosen.length < 2 || needed.some((need) => need !== undefined && need !== 0)) return false;
	const places = total.flatMap((_, place) => (needed[place] === undefined ? [] : [place]));
	if (chosen.some((index) => places.every((place) => columns[index]?.[place] === 0))) return false;
	const sums = new Set(places.map((place) => total[place] ?? 0));
	return isHardlyChance(sums, waysToChoose(chosen.length, columns.length));
}

/**
 * The smallest sets of series that come to a total in each place where all of them are known, and in enough places
 * that it is hardly chance. Counts: no number is below zero.
 * @returns places in the list of series
 */
export function subsetsThatGive(columns: readonly Numbers[], total: Numbers): number[][] {
	const search = searchOf(columns, total);
	const found: number[][] = [];
	let steps = 0;
	const look = (at: number, chosen: readonly number[], needed: Numbers): void => {
		if (steps++ > STEPS || !reaches(needed, search.rest[at])) return;
		if (isSum(chosen, needed, search)) {
			found.push([...chosen]);
			return;
		}
		const index = search.order[at];
		if (index === undefined) return;
		const left = without(needed, columns[index] ?? []);
		if (left?.some((need) => need !== undefined)) look(at + 1, [...chosen, index], left);
		look(at + 1, chosen, needed);
	};
	look(0, [], total);
	const isWithin = (inner: readonly number[], outer: readonly number[]) =>
		inner.length < outer.length && inner.every((index) => outer.includes(index));
	const smallest = found.filter((each) => !found.some((other) => isWithin(other, each)));
	return smallest.length > MOST_SETS ? [] : smallest;
}
