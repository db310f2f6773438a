import type { Category } from '../types.ts';
import { monthNumber } from './periods.ts';

const OTHER = /^(?:others?|otr[oa]s?|andere[rs]?|sonstige[rs]?|autres?|outr[oa]s?)(?![\p{L}\p{N}])/iu;
const BELOW =
	/^(?:[<≤]|under|below|less than|fewer than|up to|menor(?:es)? de|menos de|hasta|unter|bis|moins de)/i;
const ABOVE = /^(?:[>≥]|over|above|more than|mayor(?:es)? de|más de|über|plus de)/i;
const DAYS = [
	'monday mon lunes lun montag',
	'tuesday tue martes dienstag',
	'wednesday wed miercoles mie mittwoch',
	'thursday thu jueves jue donnerstag',
	'friday fri viernes vie freitag',
	'saturday sat sabado sab samstag',
	'sunday sun domingo dom sonntag'
].map((names) => new Set(names.split(' ')));
const BY_LABEL = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const textOf = ({ label, value }: Category) => (typeof label === 'string' ? label : value);

/** Where a value stands whatever its label: overlapping ones, others, unknown and the total after the rest. */
function rank(category: Category): number {
	if (category.kind === 'total') return 4;
	if (category.kind === 'unknown') return 3;
	if (OTHER.test(textOf(category))) return 2;
	return category.kind === 'composite' ? 1 : 0;
}

/** The number with which a label begins: `<18` before `18–24`, `65+` after `65`. */
function numberIn(label: string): number | undefined {
	const [found] = /\d+(?:\.\d+)?/.exec(label) ?? [];
	if (found === undefined) return undefined;
	return Number(found) + (BELOW.test(label) ? -0.5 : ABOVE.test(label) || /\d\s*\+/.test(label) ? 0.5 : 0);
}

/** The place of a month or a day of the week in its year or week. */
function calendarPlace(label: string): number | undefined {
	const plain = label
		.toLowerCase()
		.normalize('NFKD')
		.replaceAll(/[^a-z]/g, '');
	const day = DAYS.findIndex((names) => names.has(plain));
	return day >= 0 ? day : monthNumber(plain);
}

/**
 * Values of a column in an order that tells nothing of their figures: numbers such as ages, months and days in their own, all
 * else by label; the order of the file may be that of its figures.
 */
export function inOrder(categories: readonly Category[]): Category[] {
	const plain = categories.filter((each) => rank(each) === 0).map(textOf);
	const scale = [numberIn, calendarPlace].find((place) => plain.every((label) => place(label) !== undefined));
	const place = (each: Category) => (rank(each) === 0 ? scale?.(textOf(each)) : undefined) ?? 0;
	return categories.toSorted(
		(one, two) =>
			rank(one) - rank(two) ||
			place(one) - place(two) ||
			BY_LABEL.compare(textOf(one), textOf(two)) ||
			(one.value < two.value ? -1 : 1)
	);
}
