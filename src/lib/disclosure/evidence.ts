import type { Field } from '../package/types.ts';
import { tiling, type Months } from './periods.ts';
import { ALL } from './subjects.ts';

/** What some figures come to, by what their sum is about. */
interface Sum {
	/** Undefined where one of them is not known. */
	value: number | undefined;
	/** How many of them are more than zero. */
	positive: number;
	count: number;
	/** Whether every category is among them, so that nothing is missing. */
	isWhole: boolean;
}

/** A figure of a table, with what it is about. */
export interface Known {
	at: ReadonlyMap<string, string>;
	/** Undefined where it is withheld. */
	value: number | undefined;
}

/** The figures of a table, as evidence is looked for in them. */
export interface Witness {
	/** The dimensions over which figures may be parts of something. */
	fields: readonly Field[];
	figures: readonly Known[];
	/** Names a subject the same way in every table of a release. */
	identityOf(at: ReadonlyMap<string, string>): string;
	/** Whether a value of a dimension is one part of several, and how many there are; 0 where nobody lists them. */
	isPart(field: Field, value: string): boolean;
	partsOf(field: Field): number;
	/** The stretch of time of a value, and the name of one. */
	monthsOf(field: Field, value: string): Months | undefined;
	nameOf(months: Months): string;
}

/** The sums of a table over some of its dimensions. */
interface Summed {
	witness: Witness;
	over: readonly Field[];
	sums: ReadonlyMap<string, Sum>;
}

const subsets = (fields: readonly Field[]): Field[][] =>
	fields.reduce<Field[][]>((all, field) => [...all, ...all.map((each) => [...each, field])], [[]]);

function summed(witness: Witness, over: readonly Field[]): Summed {
	const size = over.reduce((product, field) => product * witness.partsOf(field), 1);
	const sums = new Map<string, Sum>();
	for (const { at, value } of witness.figures) {
		if (!over.every((field) => witness.isPart(field, at.get(field.name) ?? ALL))) continue;
		const total = new Map(at);
		for (const { name } of over) total.set(name, ALL);
		const key = witness.identityOf(total);
		const sum = sums.get(key) ?? { value: 0, positive: 0, count: 0, isWhole: false };
		const count = sum.count + 1;
		sums.set(key, {
			value: sum.value === undefined || value === undefined ? undefined : sum.value + value,
			positive: sum.positive + (value === 0 ? 0 : 1),
			count,
			isWhole: over.length === 0 || count === size
		});
	}
	return { witness, over, sums };
}

/** The sums of the stretches that make up longer ones: quarters of a year. */
function summedTimes(witness: Witness, field: Field, periods: readonly Months[]): Summed {
	const groups = new Map<string, { months: Months; known: Known }[]>();
	for (const known of witness.figures) {
		const months = witness.monthsOf(field, known.at.get(field.name) ?? ALL);
		if (!months) continue;
		const key = JSON.stringify([...new Map(known.at).set(field.name, ALL)]);
		groups.set(key, [...(groups.get(key) ?? []), { months, known }]);
	}
	const sums = new Map<string, Sum>();
	for (const group of groups.values()) {
		const stretches = group.map(({ months, known }) => ({ ...months, known }));
		for (const period of periods) {
			const { tiles, exact } = tiling(stretches, period);
			const values = tiles.map(({ known }) => known.value);
			const [first] = tiles;
			if (!exact || !first) continue;
			const at = new Map(first.known.at).set(field.name, witness.nameOf(period));
			sums.set(witness.identityOf(at), {
				value: values.includes(undefined)
					? undefined
					: values.reduce<number>((sum, each) => sum + (each ?? 0), 0),
				positive: values.filter((value) => value !== 0).length,
				count: values.length,
				isWhole: true
			});
		}
	}
	return { witness, over: [field], sums };
}

/** Whether sums equal the totals, or other sums, of the same things wherever both are known, and somewhere say so. */
function agrees({ sums }: Summed, other: Summed): boolean {
	const isTotal = other.over.length === 0;
	let isSeen = false;
	for (const [key, one] of sums) {
		const two = other.sums.get(key);
		if (!two || one.value === undefined || two.value === undefined) continue;
		// One part alone equals its total whether parts overlap or not.
		if (one.value === two.value) isSeen ||= one.positive > 1 && one.value > 0;
		else if ((one.isWhole && two.isWhole) || (isTotal && one.value > two.value)) return false;
	}
	return isSeen;
}

/**
 * Dimensions over which figures add up although no rule says so, because their sums equal totals that stand somewhere,
 * or the sums of another table that splits the same things in another way: every reader of both sees it.
 * @returns the names of such dimensions for each witness
 */
export function evidentSums(witnesses: readonly Witness[], periods: readonly Months[]): Set<string>[] {
	const all = witnesses.flatMap((witness) => [
		...subsets(witness.fields).map((over) => summed(witness, over)),
		...witness.fields
			.filter(({ role }) => role === 'time')
			.map((field) => summedTimes(witness, field, periods))
	]);
	const found = witnesses.map(() => new Set<string>());
	for (const one of all) {
		if (one.over.length === 0) continue;
		const isSame = (field: Field) =>
			one.over.some(({ name, role }) => name === field.name || (role === 'time' && field.role === 'time'));
		const isEvident = all.some((other) => other !== one && !other.over.some(isSame) && agrees(one, other));
		if (isEvident) for (const { name } of one.over) found[witnesses.indexOf(one.witness)]?.add(name);
	}
	return found;
}
