import type { TidyTable } from './tidy.ts';
import type { TidyRow } from './tidyRows.ts';

/** A total and the figures under it. */
interface Group {
	total: TidyRow | undefined;
	parts: TidyRow[];
}

/** The places of the dimensions over which a row is a total, by the codes that mean so. */
function totalsOf({ codes }: TidyRow, totals: readonly (string | undefined)[]): number[] {
	return codes.flatMap((code, at) => (totals[at] !== undefined && code === totals[at] ? [at] : []));
}

/** Whether the parts of a group give its total; nothing where a figure is missing or they tell too little. */
function fits({ total, parts }: Group): boolean | undefined {
	if (!total || total.number === '' || parts.some(({ number }) => number === '')) return undefined;
	const numbers = parts.map(({ number }) => Number(number));
	if (numbers.filter((number) => number > 0).length < 2) return undefined;
	return Math.abs(numbers.reduce((sum, each) => sum + each, 0) - Number(total.number)) < 1e-9;
}

/**
 * Names of the dimensions whose parts give the totals of the file wherever that can be seen, in at least one place:
 * what the file shows need not be asked, and readers see it too.
 */
export function addUp({ shape, rows, categories }: TidyTable): Set<string> {
	const totals = shape.dimensions.map(
		({ role }, at) =>
			(role === 'place' || role === 'category' ? categories[at] : undefined)?.find(
				({ kind }) => kind === 'total'
			)?.value
	);
	const whole = categories.map(
		(all) => new Set(all?.filter(({ kind }) => kind === 'composite').map(({ value }) => value))
	);
	const patterns = new Map<string, number[]>();
	for (const row of rows) {
		const over = totalsOf(row, totals);
		if (over.length > 0) patterns.set(over.join(), over);
	}
	const yes = new Set<number>();
	const no = new Set<number>();
	for (const over of patterns.values()) {
		const groups = new Map<string, Group>();
		for (const row of rows) {
			const at = totalsOf(row, totals).filter((each) => over.includes(each));
			const isPart = at.length === 0 && !over.some((each) => whole[each]?.has(row.codes[each] ?? ''));
			if (!isPart && at.length < over.length) continue;
			const key = JSON.stringify(row.codes.filter((_, each) => !over.includes(each)));
			const group = groups.get(key) ?? { total: undefined, parts: [] };
			if (isPart) group.parts.push(row);
			else group.total = row;
			groups.set(key, group);
		}
		const found = [...groups.values()].map(fits);
		const list = found.includes(false) ? no : found.includes(true) ? yes : undefined;
		for (const each of over) list?.add(each);
	}
	return new Set(shape.dimensions.flatMap(({ name }, at) => (yes.has(at) && !no.has(at) ? [name] : [])));
}
