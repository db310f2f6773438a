import { isHardlyChance, waysToChoose } from './chance.ts';
import { before, beforeInYear, columnsOf, type Column } from './columns.ts';
import { candidatesFor, signedChoices, sumsOf, type Candidates, type Signed } from './signed.ts';
import { groupedPlaces, placesOf } from './seriesPlaces.ts';
import { subsetsThatGive } from './subsets.ts';
import type { Sum, Summed } from './summed.ts';
import { sumOfTerms, type Terms, type Ties } from './ties.ts';

/** Candidates more columns than these it is not looked for what one, two, three and four of them come to. */
const MOST_CANDIDATES = [120, 60, 24, 12];
/** Of more groups than these it is not looked for what some of them come to. */
const MOST_GROUPS = 12;

/** Whether figures of one table that are added up in different ways are mixed, or no figure stands as it is. */
function isMixed(columns: readonly Column[]): boolean {
	const isOther = ({ places }: Column, other: Column) =>
		places !== other.places && places.summed.witness === other.places.summed.witness;
	return (
		columns.some((one) => columns.some((two) => isOther(one, two))) ||
		columns.every(({ places }) => places.summed.over.length > 0)
	);
}

/** Whether series of one table come to one figure, as those are looked for by themselves. */
function isOfOneTable({ total }: Candidates, signed: readonly Signed[]): boolean {
	if (total.places.by || signed.some(({ column }) => column.now)) return false;
	const columnsWith = (wanted: number) =>
		signed.flatMap(({ column, sign }) => (sign === wanted ? [column] : []));
	const [left, right] = [columnsWith(1), [total, ...columnsWith(-1)]];
	const isOne = (columns: readonly Column[]) => new Set(columns.map(({ places }) => places)).size === 1;
	return (right.length === 1 && isOne(left)) || (left.length === 1 && isOne(right));
}

/** Whether only what changed from one period to the next agrees, as it does where something else stays as it was. */
function isOfChanges(columns: readonly Column[]): boolean {
	const [own, earlier] = [new Set<Column['at']>(), new Set<Column['at']>()];
	for (const { at, now } of columns) (now ? earlier : own).add(now ?? at);
	return own.size === earlier.size && [...own].every((at) => earlier.has(at));
}

const isWithin = (inner: readonly Signed[], outer: readonly Signed[]) =>
	inner.every((one) => outer.some((two) => one.column === two.column && one.sign === two.sign));

/** The smallest choices of columns, some of them taken away, that come to a total. */
function flowsTo(candidates: Candidates): Signed[][] {
	const found: Signed[][] = [];
	const { total, others } = candidates;
	for (const [index, most] of MOST_CANDIDATES.entries()) {
		if (others.length > most) break;
		const ways = waysToChoose(index + 1, others.length) * 2 ** index;
		for (const signed of signedChoices(others, index + 1)) {
			const seen = signed.some(({ sign }) => sign > 0) ? sumsOf(candidates, signed) : undefined;
			if (!seen || !isHardlyChance(seen, ways) || found.some((each) => isWithin(each, signed))) continue;
			const columns = [total, ...signed.map(({ column }) => column)];
			if (!isMixed(columns) && !isOfChanges(columns)) found.push(signed);
		}
	}
	const isOne = (signed: readonly Signed[]) => signed.length === 1 && !signed[0]?.column.now;
	return found.filter((signed) => !isOne(signed) && !isOfOneTable(candidates, signed));
}

/** More columns than `flowsTo` looks for, none of them taken away. */
function partsAmong(candidates: Candidates): Signed[][] {
	const others = candidates.others.filter(({ column }) => !column.now);
	const numbersOf = (sums: readonly (Sum | undefined)[]) => sums.map((sum) => sum?.value);
	const sets = subsetsThatGive(
		others.map(({ sums }) => numbersOf(sums)),
		numbersOf(candidates.sums)
	);
	return sets
		.map((chosen) => chosen.flatMap((index) => others[index] ?? []))
		.filter(
			(signed) =>
				!isOfOneTable(candidates, signed) &&
				!isMixed([candidates.total, ...signed.map(({ column }) => column)]) &&
				sumsOf(candidates, signed) !== undefined
		);
}

/** What a column may count up since the year began, with itself a period before. */
function runningOf(total: Column, columns: readonly Column[]): Candidates[] {
	const earlier = beforeInYear(total);
	return columns
		.filter((each) => each !== total)
		.map((each) => candidatesFor(total, [each, earlier]))
		.filter(({ others }) => others.length === 2);
}

const termsOf = (sum: Sum): Terms => sumOfTerms(sum.members.map(({ terms }) => terms));

/** Ties the columns of a sum in each place where all of them are. */
function tie({ total, sums }: Candidates, signed: readonly Signed[], ties: Ties): void {
	const over = `${total.name}=${signed.map(({ column, sign }) => `${sign < 0 ? '-' : '+'}${column.name}`).join('')}`;
	for (const [index, whole] of sums.entries()) {
		const termsWith = (wanted: number) =>
			signed.flatMap(({ sign, sums: own }) => {
				const sum = own[index];
				return sign === wanted && sum ? [termsOf(sum)] : [];
			});
		const [added, taken] = [termsWith(1), termsWith(-1)];
		if (added.length + taken.length < signed.length) continue;
		const at = signed.flatMap(({ sums: own }) => own[index]?.members[0]?.standing ?? [])[0];
		const places = { over, at, other: whole.members[0]?.standing };
		ties.add(added, sumOfTerms([termsOf(whole), ...taken]), true, places);
	}
}

/** Ties what some columns come to, each time one of them and others of them. */
function tieColumns(columns: readonly Column[], ties: Ties): void {
	const earlier = columns.filter(({ places }) => places.summed.over.length === 0).map(before);
	for (const [index, total] of columns.entries()) {
		const candidates = candidatesFor(total, [...columns.slice(index + 1), ...earlier]);
		const whole = candidatesFor(
			total,
			columns.filter((each) => each !== total)
		);
		for (const signed of flowsTo(candidates)) tie(candidates, signed, ties);
		for (const signed of partsAmong(whole)) tie(whole, signed, ties);
		for (const running of runningOf(total, columns)) {
			const seen = sumsOf(running, running.others);
			if (seen && isHardlyChance(seen, columns.length)) tie(running, running.others, ties);
		}
	}
}

/**
 * Ties figures that come to each other although they stand in several tables, or in several periods: women, men and
 * everybody in a table each; what is open at the start with what is new and what is closed, as measures or as groups of
 * one dimension; running totals.
 */
export function flowTies(all: readonly Summed[], ties: Ties): void {
	tieColumns(
		all.flatMap((summed) => columnsOf(placesOf(summed))),
		ties
	);
	for (const places of all.flatMap(groupedPlaces)) {
		const isPlain = places.summed.over.length === 0;
		if (isPlain && places.series.length <= MOST_GROUPS) tieColumns(columnsOf(places), ties);
	}
}
