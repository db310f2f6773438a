import { LANGUAGE, primaryLanguage } from './language.ts';

/** How numbers and dates are written where the reader chose nothing: the language of the site with a region, `en-US`. */
export const DEFAULT_LOCALE: string = withRegion(LANGUAGE);

/** Ways of writing numbers, each by a language that has it; the words of the site do not change with it. */
export const NUMBER_LOCALES: readonly string[] = distinctWays([
	DEFAULT_LOCALE,
	...['en-US', 'de-DE', 'fr-FR', 'de-CH', 'en-IN']
]);

/** A language as it is written where most of its readers are, unless it names a region itself. */
function withRegion(tag: string): string {
	const { language, region } = new Intl.Locale(tag).maximize();
	return `${language}-${region ?? ''}`.replace(/-$/, '');
}

/** The first locale of each way of writing numbers. */
function distinctWays(locales: string[]): string[] {
	const ways = locales.map((locale) => new Intl.NumberFormat(locale).format(1234567.8));
	return locales.filter((_, index) => ways.indexOf(ways[index] ?? '') === index);
}

const formats = new Map<string, Intl.NumberFormat>();

function format(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
	const key = `${locale} ${JSON.stringify(options)}`;
	let found = formats.get(key);
	if (!found) formats.set(key, (found = new Intl.NumberFormat(locale, options)));
	return found;
}

/** A number as readers of the locale write it: `11,999` in `en-US`, `11.999` in `de-DE`; at most two decimals. */
export function formatNumber(value: number, locale: string = DEFAULT_LOCALE): string {
	return format(locale, { maximumFractionDigits: 2 }).format(value);
}

/**
 * A rate or one of its limits: one decimal up to 100, none above, and two digits where one decimal would leave
 * nothing of it (`7.4`, `123`, `0.043`); an exact zero stays `0`.
 */
export function formatRate(value: number, locale: string = DEFAULT_LOCALE): string {
	const size = Math.abs(value);
	if (size > 0 && size < 0.095) return format(locale, { maximumSignificantDigits: 2 }).format(value);
	const decimals = size === 0 || size >= 99.95 ? 0 : 1;
	return format(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
}

/** A round number on a scale, short from a million on: `2,000`, `1.5M`. */
export function formatTick(value: number, locale: string = DEFAULT_LOCALE): string {
	if (Math.abs(value) < 1e6) return formatNumber(value, locale);
	return format(locale, { notation: 'compact', maximumFractionDigits: 2 }).format(value);
}

/**
 * A share between 0 and 1 in per cent: whole per cents, with one decimal below 1% and above 99%, so that
 * a small part never reads as none, nor all but a few as all.
 */
export function formatShare(share: number, locale: string = DEFAULT_LOCALE): string {
	const tenths = format(locale, percent(1));
	if (share > 0 && share < 0.0005) return `<${tenths.format(0.001)}`;
	if (share < 1 && share > 0.9995) return `>${tenths.format(0.999)}`;
	const near = (share > 0 && share < 0.01) || (share > 0.99 && share < 1);
	return (near ? tenths : format(locale, percent(0))).format(share);
}

function percent(decimals: number): Intl.NumberFormatOptions {
	return { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals };
}

/** The locale for names of months and for `and`: a reader who chose how numbers look reads the same words. */
export function wordLocale(locale: string): string {
	return primaryLanguage(locale) === primaryLanguage(LANGUAGE) ? locale : DEFAULT_LOCALE;
}

/** Names in a row as readers of the site's language list them: `2019, 2020 and 2022`. */
export function formatList(items: string[], locale: string = DEFAULT_LOCALE): string {
	const language = wordLocale(locale);
	return new Intl.ListFormat(language.startsWith('en') ? 'en-GB' : language, { type: 'conjunction' }).format(
		items
	);
}

/** A day such as `2026-08-31` as readers of the site's language write it; other text comes back as it is. */
export function formatDay(day: string, locale: string = DEFAULT_LOCALE): string {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return day;
	return new Intl.DateTimeFormat(wordLocale(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(`${day}T00:00:00Z`)
	);
}

/** A day or a month in words: `2023-12` as `December 2023`; any other text as it is. */
export function formatMoment(moment: string, locale: string = DEFAULT_LOCALE): string {
	if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(moment)) return formatDay(moment, locale);
	const options: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric', timeZone: 'UTC' };
	return new Intl.DateTimeFormat(wordLocale(locale), options).format(new Date(`${moment}-01T00:00:00Z`));
}
