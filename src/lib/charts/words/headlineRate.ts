import type { CubeRow } from '../../cube/types.ts';
import { m } from '../../words/index.ts';
import { fieldByRole } from '../../package/labels.ts';
import { valueLabel, type ChartContext } from '../context.ts';
import type { ChartLayout } from '../layout/types.ts';
import { latestFigures, MOST_NAMED } from './headlineLatest.ts';
import { whenWords } from './headlineLargest.ts';
import { averageFor, placesName } from './headlinePlaces.ts';
import { titleWords } from './title.ts';
import { valueWithLimits } from './values.ts';

/**
 * The sentence over the rates of one place along time: the newest with its limits, and how it stands to the
 * average of all places, which is said only where the limits leave no doubt.
 */
export function rateHeadline(context: ChartContext, layout: ChartLayout): string {
	const { newest } = latestFigures(context, layout);
	const [first, ...others] = newest;
	if (!first) return m.charts_headline_empty();
	const period = valueLabel(context, context.spec.x, first.row.key[context.spec.x]);
	const place = onePlace(context);
	if (others.length) {
		const items = newest
			.slice(0, MOST_NAMED)
			.map(({ strand, row }) =>
				m.charts_headline_series({ name: strand.name, value: valueWithLimits(context, row, strand.name) })
			);
		return m.rates_headline_several({ name: place || titleWords(context), period, items: items.join('; ') });
	}
	const value = valueWithLimits(context, first.row, '');
	const words = { name: place || titleWords(context), value, when: whenWords(period) };
	const compared = comparedWords(context, first.row);
	return compared ? m.rates_headline_compared({ ...words, compared }) : m.charts_headline_single(words);
}

/** The one place that the question is about; `''` where it is about several. */
function onePlace(context: ChartContext): string {
	const field = fieldByRole(context.resource, 'place')?.name;
	const asked = field === undefined ? undefined : context.answer.query.filters?.[field];
	return field !== undefined && asked?.length === 1 ? valueLabel(context, field, asked[0]) : '';
}

/**
 * How a rate stands to the average of all places of its time: above or below only where the average lies outside its
 * limits; `''` where there is no average.
 */
export function comparedWords(context: ChartContext, row: CubeRow): string {
	const average = averageFor(context, row)?.value ?? null;
	const { low = null, high = null } = row.rate ?? {};
	if (average === null || low === null || high === null || row.value === null) return '';
	// On so few, limits are too wide and too rough to tell.
	if (row.status === '[u]') return '';
	const places = placesName(context);
	if (low > average) return m.rates_above({ places });
	if (high < average) return m.rates_below({ places });
	return m.rates_not_different({ places });
}
