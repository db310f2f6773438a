import { monthsOf, runOf } from './periods.ts';
import { ALL } from './subjects.ts';
import type { Places } from './seriesPlaces.ts';
import type { Sum } from './summed.ts';

/** One series of a table by place, some dimensions added up. */
export interface Column {
	name: string;
	places: Places;
	at: ReadonlyMap<string, Sum>;
	/** Where each place has the figure of the period before: those of the place itself. */
	now?: ReadonlyMap<string, Sum>;
}

const NOTHING = { members: [], value: 0, positive: 0, isWhole: true };

/** The place that is the same but one period later, and whether a year begins with the period of the sum itself. */
function stepOf({ summed, by }: Places, { at }: Sum): { next: string; isFirst: boolean } | undefined {
	const { subjects } = summed.witness;
	const field = subjects.dimensions.find(({ role }) => role === 'time');
	const months = field && monthsOf(field, at.get(field.name) ?? ALL);
	if (!months) return undefined;
	const after = runOf({ start: months.end, end: 2 * months.end - months.start });
	const isFirst = months.start % 12 === (field.yearStarts ?? 1) - 1;
	const next = new Map(at).set(field.name, after);
	return { next: subjects.placeOf(by ? next.set(by.name, ALL) : next), isFirst };
}

/** The series of some figures, each by itself, as far as nothing is missing from them. */
export function columnsOf(places: Places): Column[] {
	const { summed, by, series } = places;
	const over = summed.over.map(({ name }) => name).join('+');
	return series.map((each): Column => {
		const at = [...places.at].flatMap(([place, sums]): [string, Sum][] => {
			const sum = sums.get(each);
			return sum?.isWhole ? [[place, sum]] : [];
		});
		const name = `${summed.witness.name}.${over}.${by?.name ?? ''} ${each}`;
		return { name, places, at: new Map(at) };
	});
}

/** The same series one period later: the figure of March in the place of April. */
export function before(column: Column): Column {
	const at = [...column.at.values()].flatMap((sum): [string, Sum][] => {
		const step = stepOf(column.places, sum);
		return step ? [[step.next, sum]] : [];
	});
	return { ...column, name: `${column.name} before`, at: new Map(at), now: column.at };
}

/** The same, with nothing before the first period of each year: what is there before a period is counted onto it. */
export function beforeInYear(column: Column): Column {
	const earlier = before(column);
	const first = [...column.at].flatMap(([place, sum]): [string, Sum][] =>
		stepOf(column.places, sum)?.isFirst ? [[place, { ...sum, ...NOTHING }]] : []
	);
	return { ...earlier, name: `${earlier.name} in its year`, at: new Map([...earlier.at, ...first]) };
}
