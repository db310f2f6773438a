import { m } from '../../words/index.ts';
import { timeField, type ChartContext } from '../context.ts';
import { derivedKit } from '../derivedKit.ts';
import type { ChartLayout } from '../layout/types.ts';
import { comparesPlaces } from '../places.ts';
import { saidIn } from './deck.ts';
import { largestHeadline } from './headlineLargest.ts';
import { latestHeadline } from './headlineLatest.ts';
import { placesHeadline } from './headlinePlaces.ts';
import { rateHeadline } from './headlineRate.ts';

/**
 * The sentence over a chart, computed from its figures: the latest value, or the largest part; of places side by
 * side only what is shown. It never compares across a break, two bases or a gap, and never explains.
 */
export function headline(context: ChartContext, layout: ChartLayout): string {
	const sentence = plainHeadline(context, layout);
	const { subject } = context.spec;
	return subject && !saidIn(sentence, subject) ? m.charts_headline_subject({ subject, sentence }) : sentence;
}

function plainHeadline(context: ChartContext, layout: ChartLayout): string {
	const rows = context.answer.rows;
	if (!rows.length) return m.charts_headline_empty();
	if (rows.every((row) => row.status === '[c]')) return m.charts_headline_hidden();
	if (rows.some((row) => row.derived)) return derivedKit().headline(context, layout);
	if (comparesPlaces(context)) return placesHeadline(context);
	if (layout.kind !== 'stacked-bar' && timeField(context)?.name === context.spec.x)
		return context.answer.query.rate ? rateHeadline(context, layout) : latestHeadline(context, layout);
	return largestHeadline(context, layout);
}
