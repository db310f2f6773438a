import { DEFAULT_LOCALE, formatNumber } from '../words/numbers.ts';
import { m } from '../words/index.ts';

/** A published figure with what must stand beside it. */
export interface Figure {
	value: number;
	/** A year, or the day until which it counts. */
	period: string;
	unit: string;
	/** Which lines were counted, in words; `''` where the table does not say. */
	basis: string;
	/** `more_than`, `rounded` …; `''` or `exact` where the figure is plain. */
	qualifier: string;
	/** Where it was published, with a short name. */
	sources: { id: string; label: string }[];
	confidence: string;
}

/** One measure of the all-time panel. */
export interface HeadlineFigures {
	measure: string;
	label: string;
	/** What the measure counts, with its anchor in the glossary. */
	term?: { id: string; text: string };
	total?: Figure;
	latest?: Figure;
	/** The last figure before `latest` that was counted in the same way, with no break between them. */
	previous?: Figure;
}

/** A figure's qualifier in words before and after its number: "more than" and "". */
export function qualifierAround(figure: Figure, locale: string): [string, string] {
	const [before = '', after = ''] = qualifiedNumber(figure, locale).split(formatNumber(figure.value, locale));
	return [before.trim(), after.trim()];
}

/** A figure with its qualifier in words: "more than 463,000". */
export function qualifiedNumber(
	{ value, qualifier }: Pick<Figure, 'value' | 'qualifier'>,
	locale: string
): string {
	const number = formatNumber(value, locale);
	switch (qualifier) {
		case 'more_than':
			return m.ui_qualifier_more_than({ number });
		case 'about':
			return m.ui_qualifier_about({ number });
		case 'rounded':
			return m.ui_qualifier_rounded({ number });
		case 'nearly':
			return m.ui_qualifier_nearly({ number });
		default:
			return number;
	}
}

/** A period as readers write it: `2024`, `December 2007`, `31 December 2024`; other texts unchanged. */
export function periodWords(period: string): string {
	const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(period);
	if (!parts) return period;
	const [, year, month, day] = parts;
	const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
	const form: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
	return new Intl.DateTimeFormat(DEFAULT_LOCALE, day ? { ...form, day: 'numeric' } : form).format(date);
}
