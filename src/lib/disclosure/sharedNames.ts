import type { Field } from '../package/types.ts';
import type { Months } from './periods.ts';
import { ALL } from './subjects.ts';
import { summedUp, type Sum, type Summed } from './summed.ts';
import { isPartOf, type Witness } from './witness.ts';

/** A column of categories or places, and its values that are parts of something. */
interface Column {
	witness: Witness;
	field: Field;
	values: ReadonlySet<string>;
}

function columnsOf(witness: Witness): Column[] {
	const fields = witness.subjects.dimensions.filter(({ role }) => role === 'category' || role === 'place');
	return fields.map((field) => {
		const all = witness.figures.map(({ at }) => at.get(field.name) ?? ALL);
		return { witness, field, values: new Set(all.filter((value) => isPartOf(field, value))) };
	});
}

/** Whether two dimensions have enough values in common to be one under two names. */
function overlap(one: ReadonlySet<string>, two: ReadonlySet<string>): boolean {
	const shared = [...one].filter((value) => two.has(value)).length;
	return shared > 1 && shared * 2 >= Math.min(one.size, two.size);
}

/** Whether columns of one name hold other things: `kind` is female or male here, north or south there, `unknown` in both. */
function areOthers(one: ReadonlySet<string>, two: ReadonlySet<string>): boolean {
	const shared = [...one].filter((value) => two.has(value)).length;
	return one.size > 0 && two.size > 0 && (shared === 0 || (shared === 1 && one.size > 2 && two.size > 2));
}

function seriesIn({ sums }: Summed): Map<string, Map<string, Sum>> {
	const found = new Map<string, Map<string, Sum>>();
	for (const sum of sums.values()) {
		found.set(sum.series, (found.get(sum.series) ?? new Map<string, Sum>()).set(sum.place, sum));
	}
	return found;
}

/** Whether a series of one equals a series of the other in more than one place, and nowhere differs. */
function agree(one: Summed, two: Summed): boolean {
	const [first, second] = [seriesIn(one), seriesIn(two)];
	return [...first.values()].some((own) =>
		[...second.values()].some((other) => {
			const seen = new Set<number>();
			for (const [place, sum] of own) {
				const same = other.get(place);
				if (!same?.isWhole || !sum.isWhole || same.value === undefined || sum.value === undefined) continue;
				if (same.value !== sum.value) return false;
				if (sum.value > 0) seen.add(sum.value);
			}
			return seen.size > 1;
		})
	);
}

/** Gives columns of one name that hold other things names of their own. */
function tellApart(columns: readonly Column[][]): void {
	columns.forEach((own, index) => {
		for (const { field, values, witness } of own) {
			const others = columns
				.slice(0, index)
				.flat()
				.filter((each) => each.field.name === field.name);
			if (others.length > 0 && others.every((each) => areOthers(values, each.values)))
				witness.subjects.rename(field, `${field.name} ${index}`);
		}
	});
}

/** Whether figures show that two columns are one dimension, in sums that keep them. */
function areOne(one: Column, two: Column, periods: readonly Months[]): boolean {
	const sumsOf = ({ witness, field }: Column) =>
		summedUp([witness], periods).filter(({ over }) => !over.some(({ name }) => name === field.name));
	const others = sumsOf(two);
	return sumsOf(one).some((each) => others.some((other) => agree(each, other)));
}

/**
 * Names columns of several tables alike that are one dimension under two names, `Sex` and `Gender`, since they share
 * values and their figures agree: every reader sees it.
 */
export function shareNames(witnesses: readonly Witness[], periods: readonly Months[]): void {
	const columns = witnesses.map(columnsOf);
	tellApart(columns);
	columns.forEach((own, index) => {
		for (const column of own) {
			const { subjects } = column.witness;
			const before = subjects.nameOf(column.field);
			const taken = new Set(subjects.dimensions.map((field) => subjects.nameOf(field)));
			for (const other of columns.slice(0, index).flat()) {
				const name = other.witness.subjects.nameOf(other.field);
				if (taken.has(name) || !overlap(column.values, other.values)) continue;
				subjects.rename(column.field, name);
				if (areOne(column, other, periods)) break;
				subjects.rename(column.field, before);
			}
		}
	});
}
