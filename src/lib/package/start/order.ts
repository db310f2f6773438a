import type { Category } from '../types.ts';

/** Two stand in the order of their figures by chance, half of the time. */
const FEWEST = 3;

const byLabel = new Intl.Collator('en', { numeric: true });

/** Whether numbers rise or fall from one to the next, and are not all the same. */
export function isInOrder(numbers: readonly number[]): boolean {
	const steps = numbers.slice(1).map((each, at) => Math.sign(each - (numbers[at] ?? each)));
	const told = new Set(steps.filter((step) => step !== 0));
	return told.size === 1;
}

/** Whether the labels count upwards themselves: `Under 18`, `18 to 24`, `25 and over`. */
function isCounted(labels: readonly string[]): boolean {
	const numbers = labels.map((label) => Number(/\d+/.exec(label)?.[0] ?? NaN));
	return numbers.every((each, at) => each >= (numbers[at - 1] ?? 0));
}

/**
 * Categories as the file lists them, but by their labels where it lists them by the size of their figures: a list of
 * categories is published, and would tell between which figures a withheld one lies. Totals and unknown ones stay where
 * they are.
 * @param figures the first figure of each, by code
 */
export function orderTellingNothing(
	categories: readonly Category[],
	figures: ReadonlyMap<string, number>
): Category[] {
	const isPart = ({ kind }: Category) => kind === undefined || kind === 'composite';
	const parts = categories.filter(isPart);
	const known = parts.flatMap(({ value }) => figures.get(value) ?? []);
	const labels = parts.map(({ label }) => String(label));
	if (known.length < FEWEST || !isInOrder(known) || isCounted(labels)) return [...categories];
	const sorted = parts.toSorted((one, two) => byLabel.compare(String(one.label), String(two.label))).values();
	return categories.map((each) => (isPart(each) ? (sorted.next().value ?? each) : each));
}
