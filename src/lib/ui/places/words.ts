import { statusWords } from '../../charts/words/values.ts';
import { RATE_PER } from '../../stats/rate.ts';
import { m } from '../../words/index.ts';
import { formatList, formatNumber, formatRate } from '../../words/numbers.ts';
import { periodWords, qualifiedNumber } from '../figures.ts';
import type { Coverage, NewestFigure, NewestRate, PlaceFigure } from './types.ts';

/** `246 calls`, or why there is no number: `Calls: withheld for privacy`. */
function figureWords(figure: NewestFigure, locale: string): string {
	const { measure, unit, value, status, qualifier } = figure;
	if (value === null) return m.places_figure_hidden({ measure, why: statusWords(status || '[x]') });
	const number = qualifiedNumber({ value, qualifier }, locale);
	return unit ? `${number} ${unit}` : number;
}

/** The newest figures of a place in one sentence; `''` where there is none. */
export function newestSentence(place: string, newest: NewestFigure[], locale: string): string {
	const [first, ...others] = newest;
	if (!first) return '';
	const period = periodWords(first.period);
	if (newest.every((figure) => figure.period === first.period)) {
		const figures = formatList(
			newest.map((figure) => figureWords(figure, locale)),
			locale
		);
		const words = { place, period, figures };
		return others.length ? m.places_figures_in(words) : m.places_figure_in(words);
	}
	const figures = newest.map((figure) =>
		m.places_figure_of({ figure: figureWords(figure, locale), period: periodWords(figure.period) })
	);
	return m.places_figures_newest({ place, figures: formatList(figures, locale) });
}

/**
 * What the newest rate of a place says, and what it does not: its limits, where the average of all lies, and how
 * reliable it is.
 * @param all how many places there are, and how they are called
 */
export function rateSentences(
	place: string,
	rate: NewestRate,
	all: { count: number; many: string },
	locale: string
): string[] {
	const { low, high, average } = rate;
	if (rate.rate === null || low === null || high === null) {
		return [m.places_rate_none({ place, why: statusWords(rate.status || '[x]') })];
	}
	const number = (value: number) => formatRate(value, locale);
	const first = m.places_rate({
		place,
		period: periodWords(rate.period),
		rate: number(rate.rate),
		per: formatNumber(RATE_PER, locale),
		unit: rate.unit,
		low: number(low),
		high: number(high)
	});
	const small = rate.status === '[u]' ? [m.places_rate_small()] : [];
	if (average === null) return [first, ...small];
	const words = { ...all, average: number(average) };
	if (average > high) return [first, m.places_rate_below(words), m.places_rate_outside(), ...small];
	if (average < low) return [first, m.places_rate_above(words), m.places_rate_outside(), ...small];
	return [first, m.places_rate_within(words), ...small];
}

/** Periods in order, neighbouring years as a span: `2012 to 2016 and 2018`. */
export function periodList(periods: string[], locale: string): string {
	const spans: [string, string][] = [];
	for (const period of periods) {
		const last = spans.at(-1);
		const isYear = /^\d{4}$/.test(period);
		if (last && isYear && /^\d{4}$/.test(last[1]) && Number(period) === Number(last[1]) + 1) last[1] = period;
		else spans.push([period, period]);
	}
	return formatList(
		spans.map(([from, to]) =>
			from === to ? periodWords(from) : m.places_span({ from: periodWords(from), to: periodWords(to) })
		),
		locale
	);
}

/** For which periods a measure is published, in one sentence. */
export function coverageWords({ measure, complete, some }: Coverage, count: number, locale: string): string {
	const periods = periodList(complete, locale);
	const few = formatList(
		some.map((each) => m.places_coverage_period({ period: periodWords(each.period), count: each.count })),
		locale
	);
	if (!complete.length) return m.places_coverage_some({ measure, some: few });
	if (!some.length) return m.places_coverage_complete({ measure, count, periods });
	return m.places_coverage_both({ measure, count, periods, some: few });
}

/** The cells of a line of the table of all places: count, residents, rate, limits, marker. */
export function placeCells(
	figure: PlaceFigure,
	locale: string
): Record<'count' | 'residents' | 'rate' | 'limits' | 'marker', string> {
	const { count, status, residents, rate, low, high } = figure;
	const hasLimits = low !== null && high !== null;
	return {
		count:
			count === null
				? status === null
					? m.places_no_figure()
					: status || '[x]'
				: formatNumber(count, locale),
		residents: residents === null ? m.places_no_residents() : formatNumber(residents, locale),
		rate: rate === null ? '' : formatRate(rate, locale),
		limits: hasLimits
			? m.places_limits({ low: formatRate(low, locale), high: formatRate(high, locale) })
			: '',
		marker: status ? `${status} ${statusWords(status)}` : ''
	};
}
