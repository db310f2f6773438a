import type { ChartContext } from '../../charts/context.ts';
import { comparesPlaces } from '../../charts/places.ts';
import { middleHalf } from '../../charts/words/describePlaces.ts';
import { overallRate, placesKnown, placesName } from '../../charts/words/headlinePlaces.ts';
import { comparedWords } from '../../charts/words/headlineRate.ts';
import { residentsWords } from '../../charts/words/residents.ts';
import { formatRate } from '../../words/numbers.ts';
import { m } from '../../words/index.ts';
import type { QuotedFigures } from './figures.ts';
import { who } from './phrases.ts';

/**
 * What many places show together: the average where every place has a figure, where the middle half lies, or how
 * many have one. No place is singled out by the size of its figure.
 */
export function placesClause(context: ChartContext, { rows }: QuotedFigures): string {
	const places = placesName(context);
	const overall = overallRate(context);
	const middle = middleHalf(context, rows);
	const words = { who: who(context), places };
	if (overall) {
		const value = `${formatRate(overall.value, context.locale)} ${overall.unit}`;
		const average = m.rates_quote_average({ ...words, value });
		return middle ? m.rates_quote_average_and_middle({ average, ...middle, places }) : average;
	}
	const { known, all } = placesKnown(context);
	if (middle && known === all) return m.rates_quote_middle_all({ ...words, ...middle, known });
	return middle
		? m.rates_quote_middle({ ...words, ...middle, known, all })
		: m.rates_quote_some({ ...words, known, all });
}

/** Whose residents a rate is of, what its limits show, and that places are not ranked by it. */
export function rateSentences(context: ChartContext, { rows }: QuotedFigures): string {
	const rated = rows.filter((row) => row.rate && row.value !== null);
	const residents = [...new Set(rated.map((row) => residentsWords(context, row)))].filter(Boolean);
	const [only, ...others] = rated;
	const compared = only && !others.length ? comparedWords(context, only) : '';
	const isMarked = rated.some((row) => row.status === '[u]') && rows.length > 1;
	return [
		compared ? m.rates_quote_compared({ compared }) : '',
		...residents.map((words) => `${words}.`),
		rated.length ? m.rates_note_limits() : '',
		isMarked ? m.rates_quote_unreliable() : '',
		comparesPlaces(context) ? m.rates_quote_not_ranked() : '',
		comparesPlaces(context) && context.resource.population ? m.rates_note_drivers() : ''
	]
		.filter(Boolean)
		.join(' ');
}
