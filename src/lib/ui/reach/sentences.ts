import { statusWords } from '../../charts/words/values.ts';
import { fiscalName, fiscalStart, isOneYear } from '../../package/fiscal.ts';
import { m } from '../../words/index.ts';
import { formatList } from '../../words/numbers.ts';
import { periodWords } from '../figures.ts';
import { isPlain } from './comparable.ts';
import { figureWords, numberWords, percentWords, whenWords } from './numbers.ts';
import { yearOf, yearRanges } from './period.ts';
import { placesSentences } from './places.ts';
import type { Change, Obstacle, ReachFigure, ReachMeasureView } from './types.ts';

type PercentChange = Extract<Change, { kind: 'percent' }>;
type Barred = Extract<Change, { kind: 'obstacle' }>;

/** A change in percent: said as more or less only where the limits leave no change out. */
function percentSentence({ since, value, low, high }: PercentChange, locale: string): string {
	const percent = (part: number) => percentWords(part, locale);
	const [least, most] = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b) as [number, number];
	const words = {
		percent: percent(value),
		when: whenWords(since.period),
		earlier: numberWords(since, locale)
	};
	if (low > 0) return m.reach_more({ ...words, low: percent(least), high: percent(most) });
	if (high < 0) return m.reach_less({ ...words, low: percent(least), high: percent(most) });
	const across = { ...words, low: percent(low), high: percent(high) };
	if (value === 0) return m.reach_same(across);
	return value > 0 ? m.reach_unclear_more(across) : m.reach_unclear_less(across);
}

function whyWords({ obstacle, since: one, label }: Barred, other: ReachFigure): string {
	const words: Record<Obstacle, () => string> = {
		basis: () => m.reach_why_basis({ one: one.basis, other: other.basis }),
		unit: m.reach_why_unit,
		break: () => (label ? m.reach_why_break_label({ label }) : m.reach_why_break()),
		period: m.reach_why_period,
		table: m.reach_why_table,
		qualifier: m.reach_why_qualifier
	};
	return words[obstacle]();
}

/** Both figures, and why they are not compared; no percentage. */
function obstacleSentence(figure: ReachFigure, change: Barred, locale: string): string {
	const { since } = change;
	const [earlier, later] = [since.value ?? 0, figure.value ?? 0];
	const words = {
		earlier: numberWords(since, locale),
		later: numberWords(figure, locale),
		when: whenWords(since.period),
		then: whenWords(figure.periodLabel),
		why: whyWords(change, figure)
	};
	const told =
		!isPlain(since) || !isPlain(figure)
			? m.reach_stand
			: later > earlier
				? m.reach_rose
				: later < earlier
					? m.reach_fell
					: m.reach_stayed;
	return told(words);
}

/** How a figure stands to the one before it; `''` for the first. */
export function changeSentence(figure: ReachFigure, locale: string): string {
	const { change } = figure;
	switch (change.kind) {
		case 'first':
			return '';
		case 'percent':
			return percentSentence(change, locale);
		case 'counts':
			return m.reach_counts({
				earlier: numberWords(change.since, locale),
				when: whenWords(change.since.period)
			});
		case 'missing':
			return m.reach_missing_change({
				when: whenWords(change.since.period),
				why: statusWords(change.status)
			});
		case 'obstacle':
			return obstacleSentence(figure, change, locale);
	}
}

function figureSentence(figure: ReachFigure, locale: string): string {
	const letter = figure.confidence && m.reach_confidence_of({ letter: figure.confidence });
	const details = [figure.basis, letter].filter(Boolean).join('; ');
	const words = { figure: figureWords(figure, locale), details: details && m.reach_details({ details }) };
	const period = figure.periodLabel;
	return isOneYear(period)
		? m.reach_figure_year({ period, ...words })
		: m.reach_figure_period({ period, ...words });
}

/** The newest earlier step that a reader might take for a change although it is none. */
function barredBefore(figures: ReachFigure[]): ReachFigure | undefined {
	return figures
		.slice(0, -1)
		.findLast(({ change }) => change.kind === 'obstacle' && change.obstacle !== 'period');
}

function missingSentence({ figures, missing }: ReachMeasureView, locale: string): string {
	const nameOf = figures.every(({ period }) => fiscalStart(period) !== undefined) ? fiscalName : String;
	const years = formatList(yearRanges(missing, nameOf), locale);
	const allYears = figures.every(({ period }) => yearOf(period) !== null);
	return allYears ? m.reach_no_years({ years }) : m.reach_no_calendar_years({ years });
}

function totalSentence(total: ReachFigure, locale: string): string {
	const details =
		total.confidence && m.reach_details({ details: m.reach_confidence_of({ letter: total.confidence }) });
	return m.reach_total({ day: periodWords(total.period), figure: figureWords(total, locale), details });
}

/**
 * What a measure says, in plain sentences: the newest figure, its change where it may be compared, the newest earlier
 * step that may not, the years without a figure, the published total.
 */
export function measureSentences(measure: ReachMeasureView, locale: string): string[] {
	if (measure.places) return placesSentences(measure.places, locale);
	const { figures, missing, total } = measure;
	const newest = figures.at(-1);
	const barred = barredBefore(figures);
	return [
		...(newest ? [figureSentence(newest, locale), changeSentence(newest, locale)] : []),
		barred ? changeSentence(barred, locale) : '',
		missing.length ? missingSentence(measure, locale) : '',
		figures.length === 1 && !missing.length ? m.reach_only_period() : '',
		total ? totalSentence(total, locale) : ''
	].filter(Boolean);
}

/** What the breaks are that keep figures of some measures from being compared, each once. */
export function breakReasons(measures: ReachMeasureView[]): string[] {
	const changes = measures.flatMap(({ figures }) => figures.map(({ change }) => change));
	const reasons = changes.flatMap((change) => (change.kind === 'obstacle' ? (change.reason ?? []) : []));
	return [...new Set(reasons)];
}
