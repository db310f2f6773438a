import { statusWords } from '../../charts/words/values.ts';
import { isOneYear } from '../../package/fiscal.ts';
import { m } from '../../words/index.ts';
import { formatShare } from '../../words/numbers.ts';
import { qualifiedNumber } from '../figures.ts';
import type { Earlier, ReachFigure } from './types.ts';

/** A figure with its qualifier, or why it shows no number: `more than 55,000`, `withheld for privacy`. */
export function numberWords(
	{ value, qualifier, status }: Pick<Earlier, 'value' | 'qualifier' | 'status'>,
	locale: string
): string {
	return value === null
		? m.reach_hidden({ why: statusWords(status || '[x]') })
		: qualifiedNumber({ value, qualifier }, locale);
}

/** A figure with its unit: `32,309 signals`. */
export function figureWords(figure: ReachFigure, locale: string): string {
	const value = numberWords(figure, locale);
	return figure.value === null || !figure.unit ? value : m.reach_figure({ value, unit: figure.unit });
}

/** A change of so many percent, without its sign: `15%`. */
export function percentWords(value: number, locale: string): string {
	return formatShare(Math.abs(value) / 100, locale);
}

/** The same with its sign: `+15%`, `−3%`. */
export function signedPercent(value: number, locale: string): string {
	return `${value > 0 ? '+' : value < 0 ? '−' : ''}${percentWords(value, locale)}`;
}

/** When a figure was counted, inside a sentence: `in 2016`, `for October 2021 to September 2022`. */
export function whenWords(period: string): string {
	return isOneYear(period) ? m.reach_in_year({ period }) : m.reach_for_period({ period });
}
