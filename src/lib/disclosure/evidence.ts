import type { Field } from '../package/types.ts';
import { tiling, type Months } from './periods.ts';
import { ALL } from './subjects.ts';
import type { Terms } from './ties.ts';
import type { Standing } from './types.ts';

/** What some figures come to, by what their sum is about. */
export interface Sum {
	/** What it is about but for its series: for what it measures and in which unit. */
	place: string;
	series: string;
	members: Known[];
	/** Undefined where one of them is not known. */
	value: number | undefined;
	/** How many of them are more than zero. */
	positive: number;
	/** Whether every category is among them, so that nothing is missing. */
	isWhole: boolean;
}

/** A figure of a table, with what it is about. */
export interface Known {
	at: ReadonlyMap<string, string>;
	/** Undefined where it is withheld. */
	value: number | undefined;
	terms: Terms;
	standing: Standing;
}

/** The figures of a table, as evidence is looked for in them. */
export interface Witness {
	/** Of the table. */
	name: string;
	/** The name by which all tables know a dimension. */
	nameOfField(field: Field): string;
	/** The dimensions over which figures may be parts of something. */
	fields: readonly Field[];
	figures: readonly Known[];
	/** Names a subject the same way in every table of a release. */
	identityOf(at: ReadonlyMap<string, string>): string;
	/** The same but for what is measured and its unit, and these alone. */
	placeOf(at: ReadonlyMap<string, string>): string;
	seriesOf(at: ReadonlyMap<string, string>): string;
	/** Whether a value of a dimension is one part of several, and how many there are; 0 where nobody lists them. */
	isPart(field: Field, value: string): boolean;
	partsOf(field: Field): number;
	/** The stretch of time of a value, and the name of one. */
	monthsOf(field: Field, value: string): Months | undefined;
	nameOf(months: Months): string;
}

/** The sums of a table over some of its dimensions. */
export interface Summed {
	witness: Witness;
	over: readonly Field[];
	sums: ReadonlyMap<string, Sum>;
}

const subsets = (fields: readonly Field[]): Field[][] =>
	fields.reduce<Field[][]>((all, field) => [...all, ...all.map((each) => [...each, field])], [[]]);

function sumOf(witness: Witness, at: ReadonlyMap<string, string>, members: Known[], isWhole: boolean): Sum {
	const values = members.map(({ value }) => value);
	return {
		place: witness.placeOf(at),
		series: witness.seriesOf(at),
		members,
		value: values.includes(undefined)
			? undefined
			: values.reduce<number>((sum, each) => sum + (each ?? 0), 0),
		positive: values.filter((value) => value !== 0).length,
		isWhole
	};
}

function summed(witness: Witness, over: readonly Field[]): Summed {
	const size = over.reduce((product, field) => product * witness.partsOf(field), 1);
	const groups = new Map<string, { total: ReadonlyMap<string, string>; members: Known[] }>();
	for (const known of witness.figures) {
		const { at } = known;
		if (!over.every((field) => witness.isPart(field, at.get(field.name) ?? ALL))) continue;
		const total = new Map(at);
		for (const { name } of over) total.set(name, ALL);
		const key = witness.identityOf(total);
		const group = groups.get(key) ?? { total, members: [] };
		group.members.push(known);
		groups.set(key, group);
	}
	const sums = [...groups].map(([key, { total, members }]): [string, Sum] => [
		key,
		sumOf(witness, total, members, over.length === 0 || members.length === size)
	]);
	return { witness, over, sums: new Map(sums) };
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
			const members = tiles.map(({ known }) => known);
			const [first] = tiles;
			if (!exact || !first) continue;
			const at = new Map(first.known.at).set(field.name, witness.nameOf(period));
			sums.set(witness.identityOf(at), sumOf(witness, at, members, true));
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

/** All sums of the figures of some tables, each over some of its dimensions, also over none. */
export function summedUp(witnesses: readonly Witness[], periods: readonly Months[]): Summed[] {
	return witnesses.flatMap((witness) => [
		...subsets(witness.fields).map((over) => summed(witness, over)),
		...witness.fields
			.filter(({ role }) => role === 'time')
			.map((field) => summedTimes(witness, field, periods))
	]);
}

/** Whether two sums are over the same dimension, among others. */
export function isOverSame(one: Summed, two: Summed): boolean {
	return one.over.some((field) =>
		two.over.some((other) => {
			const isTime = field.role === 'time' && other.role === 'time';
			return isTime || one.witness.nameOfField(field) === two.witness.nameOfField(other);
		})
	);
}

/**
 * Dimensions over which figures add up although no rule says so, because their sums equal totals that stand somewhere,
 * or the sums of another table that splits the same things in another way: every reader of both sees it.
 * @returns the names of such dimensions for each witness
 */
export function evidentSums(witnesses: readonly Witness[], all: readonly Summed[]): Set<string>[] {
	const found = witnesses.map(() => new Set<string>());
	for (const one of all) {
		if (one.over.length === 0) continue;
		const isEvident = all.some((other) => other !== one && !isOverSame(one, other) && agrees(one, other));
		if (isEvident) for (const { name } of one.over) found[witnesses.indexOf(one.witness)]?.add(name);
	}
	return found;
}
