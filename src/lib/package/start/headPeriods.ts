import { isPeriod } from './periods.ts';

/** Words after which a period is an end or a beginning, not the time of a count: `Total since 2015`. */
const BOUND =
	/(?:^|\s)(?:since|from|until|till|to|by|before|after|of|vs\.?|than|desde|hasta|de|del|al|antes|después|despues|seit|bis|ab|von|vor|nach|depuis|avant|après|apres|jusqu.*|até|ate)$/i;

const trimmed = (words: readonly string[]) => words.join(' ').replaceAll(/^[\s:,;(–-]+|[\s:,;)(–-]+$/g, '');

/** A header such as `Cases 2022` or `2022 (cases)` as its words and its period; undefined where it is not both. */
export function splitPeriod(text: string): { label: string; period: string } | undefined {
	const words = text.split(/\s+/).filter(Boolean);
	for (let count = Math.min(3, words.length - 1); count > 0; count--) {
		const ends = [
			{ period: trimmed(words.slice(-count)), label: words.slice(0, -count) },
			{ period: trimmed(words.slice(0, count)), label: words.slice(count) }
		];
		for (const end of ends) {
			const label = trimmed(end.label);
			if (isPeriod(end.period) && /\p{L}/u.test(label) && !BOUND.test(label))
				return { label, period: end.period };
		}
	}
	return undefined;
}

/**
 * The parts of the headers of some columns, those with a period in their words parted once more, where one thing is told
 * for several periods: `Cases 2021`, `Cases 2022`. A header that is a period itself tells how the others are meant.
 */
export function partedByPeriod(heads: readonly string[][]): string[][] {
	if (heads.some((parts) => parts.some(isPeriod))) return [...heads];
	const split = heads.map((parts) => {
		const found = parts.map(splitPeriod);
		const at = found.findIndex((each) => each !== undefined);
		const { label, period } = found[at] ?? {};
		return label === undefined || period === undefined
			? undefined
			: { period, parts: [...parts.slice(0, at), label, period, ...parts.slice(at + 1)] };
	});
	const periods = new Map<string, Set<string>>();
	for (const { parts, period } of split.filter((each) => each !== undefined)) {
		const label = parts.filter((part) => part !== period).join(' – ');
		periods.set(label, (periods.get(label) ?? new Set()).add(period));
	}
	const isSeveral = periods.size > 0 && [...periods.values()].every(({ size }) => size > 1);
	return isSeveral ? heads.map((parts, index) => split[index]?.parts ?? parts) : [...heads];
}
