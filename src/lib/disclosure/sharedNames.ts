import type { Field } from '../package/types.ts';
import { summedUp, type Sum, type Summed, type Witness } from './evidence.ts';
import type { Months } from './periods.ts';

const isNamed = ({ role }: Field) => role === 'category' || role === 'place';

/** The values of a dimension that are parts of something. */
function valuesOf({ figures, isPart }: Witness, field: Field): Set<string> {
	return new Set(
		figures.flatMap(({ at }) => [at.get(field.name) ?? ''].filter((value) => isPart(field, value)))
	);
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

/**
 * Names columns of several tables alike that are one dimension under two names, `Sex` and `Gender`, since they share
 * values and their figures agree: every reader sees it.
 * @param rename gives the columns of a witness other names, by their own
 */
export function shareNames(
	witnesses: readonly Witness[],
	periods: readonly Months[],
	rename: (index: number, names: ReadonlyMap<string, string>) => void
): void {
	const found = witnesses.map(() => new Map<string, string>());
	const nameOf = (index: number, { name }: Field) => found[index]?.get(name) ?? name;
	const values = witnesses.map(
		(witness) =>
			new Map(witness.fields.filter(isNamed).map((field) => [field.name, valuesOf(witness, field)]))
	);
	for (const [index, own] of values.entries()) {
		for (const [name, held] of own) {
			const others = values.slice(0, index).flatMap((earlier) => earlier.get(name) ?? []);
			if (others.length > 0 && others.every((each) => areOthers(held, each)))
				found[index]?.set(name, `${name} ${index}`);
		}
		rename(index, found[index] ?? new Map());
	}
	const sums = witnesses.map((witness) => summedUp([witness], periods));
	for (const [index, witness] of witnesses.entries()) {
		for (const field of witness.fields.filter(isNamed)) {
			const held = values[index]?.get(field.name) ?? new Set();
			const candidates = witnesses
				.slice(0, index)
				.flatMap((earlier, at) =>
					earlier.fields
						.filter((each) => isNamed(each) && overlap(held, values[at]?.get(each.name) ?? new Set()))
						.map((other) => ({ at, other, name: nameOf(at, other) }))
				);
			const taken = new Set(witness.fields.map((each) => nameOf(index, each)));
			for (const { at, other, name } of candidates) {
				if (taken.has(name)) continue;
				const names = new Map(found[index]).set(field.name, name);
				rename(index, names);
				const own = summedUp([witness], periods);
				const isKept = ({ over }: Summed, kept: Field) => !over.some((each) => each.name === kept.name);
				const isOne = own.some(
					(one) => isKept(one, field) && sums[at]?.some((two) => isKept(two, other) && agree(one, two))
				);
				if (isOne) {
					found[index] = names;
					sums[index] = own;
					break;
				}
				rename(index, found[index] ?? new Map());
			}
		}
	}
}
