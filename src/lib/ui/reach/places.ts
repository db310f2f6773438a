import { m } from '../../words/index.ts';
import { formatList, formatNumber } from '../../words/numbers.ts';
import { yearRanges } from './period.ts';
import type { PlacesReached, ReachMeasureView } from './types.ts';

type Places = NonNullable<ReachMeasureView['places']>;

/** Years in a row for which as many places were reached, as one sentence. */
function completeSentences(years: PlacesReached[], all: string, locale: string): string[] {
	const runs: PlacesReached[][] = [];
	for (const year of years) {
		const run = runs.at(-1);
		const last = run?.at(-1);
		if (run && last && Number(last.year) + 1 === Number(year.year) && last.reached === year.reached)
			run.push(year);
		else runs.push([year]);
	}
	return runs.map((run) => {
		const [first, last] = [run[0], run.at(-1)];
		const reached = formatNumber(first?.reached ?? 0, locale);
		if (!first || !last || run.length === 1)
			return m.reach_places_year({ period: first?.year ?? '', reached, all });
		const period = m.reach_places_from_to({ from: first.year, to: last.year });
		return m.reach_places_each({ period, reached, all });
	});
}

function partialSentence(years: PlacesReached[], all: string, locale: string): string {
	const published = years.map((year) => year.published);
	const [least, most] = [Math.min(...published), Math.max(...published)];
	const words = {
		years: formatList(yearRanges(years.map(({ year }) => Number(year))), locale),
		least: formatNumber(least, locale),
		most: formatNumber(most, locale),
		all
	};
	return least === most ? m.reach_places_partial_one(words) : m.reach_places_partial(words);
}

/** How many places were reached, where every place has a figure; else that it is not known. */
export function placesSentences({ all, years }: Places, locale: string): string[] {
	const whole = formatNumber(all, locale);
	const complete = years.filter(({ published }) => published === all);
	const partial = years.filter(({ published }) => published < all);
	return [
		...completeSentences(complete, whole, locale),
		...(partial.length ? [partialSentence(partial, whole, locale)] : []),
		m.reach_places_unknown()
	];
}
