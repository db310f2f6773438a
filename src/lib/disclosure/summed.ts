import type { Field } from '../package/types.ts';
import { monthsOf, runOf, tiling, type Months } from './periods.ts';
import { ALL } from './subjects.ts';
import { isPartOf, isSummed, partCount, type Known, type Witness } from './witness.ts';

/** What some figures come to, by what their sum is about. */
export interface Sum {
	at: ReadonlyMap<string, string>;
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
		at,
		place: witness.subjects.placeOf(at),
		series: witness.subjects.seriesOf(at),
		members,
		value: values.includes(undefined)
			? undefined
			: values.reduce<number>((sum, each) => sum + (each ?? 0), 0),
		positive: values.filter((value) => value !== 0).length,
		isWhole
	};
}

function summed(witness: Witness, over: readonly Field[]): Summed {
	const size = over.reduce((product, field) => product * partCount(field), 1);
	const groups = new Map<string, { total: ReadonlyMap<string, string>; members: Known[] }>();
	for (const known of witness.figures) {
		const { at } = known;
		if (!over.every((field) => isPartOf(field, at.get(field.name) ?? ALL))) continue;
		const total = new Map(at);
		for (const { name } of over) total.set(name, ALL);
		const key = witness.subjects.identityOf(total);
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
		const months = monthsOf(field, known.at.get(field.name) ?? ALL);
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
			const at = new Map(first.known.at).set(field.name, runOf(period));
			sums.set(witness.subjects.identityOf(at), sumOf(witness, at, members, true));
		}
	}
	return { witness, over: [field], sums };
}

/** All sums of the figures of some tables, each over some of its dimensions, also over none. */
export function summedUp(witnesses: readonly Witness[], periods: readonly Months[]): Summed[] {
	return witnesses.flatMap((witness) => [
		...subsets(witness.subjects.dimensions.filter(isSummed)).map((over) => summed(witness, over)),
		...witness.subjects.dimensions
			.filter(isSummed)
			.filter(({ role }) => role === 'time')
			.map((field) => summedTimes(witness, field, periods))
	]);
}

/** Whether two sums are over the same dimension, among others. */
export function isOverSame(one: Summed, two: Summed): boolean {
	return one.over.some((field) =>
		two.over.some((other) => {
			const isTime = field.role === 'time' && other.role === 'time';
			return isTime || one.witness.subjects.nameOf(field) === two.witness.subjects.nameOf(other);
		})
	);
}
