import { isDay } from '../dates.ts';
import type { Grain } from './types.ts';

/** A stretch of time that a text names. */
export interface Period {
	grain: Grain;
	/** As the package writes it: `2019`, `2021/22`, `2019-03`, `2019-Q1`, `2019-03-31`. */
	text: string;
	/** A mark after it, such as `*` or `(p)`. */
	mark: string;
}

const MONTHS: string[] = [
	'jan january enero ene janvier janv januar janeiro gennaio gen',
	'feb february febrero fevrier fevr februar fevereiro fev febbraio',
	'mar march marzo mars marz maerz marco mrz',
	'apr april abril abr avril avr aprile',
	'may mayo mai maio maggio mag',
	'jun june junio juin juni junho giugno giu',
	'jul july julio juillet juil juli julho luglio lug',
	'aug august agosto ago aout',
	'sep sept september septiembre septembre setembro set settembre',
	'oct october octubre octobre oktober okt outubro out ottobre ott',
	'nov november noviembre novembre novembro',
	'dec december diciembre dic decembre dezember dez dezembro dicembre'
];
const MONTH_OF = new Map(MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])));
/** The month that a word in lower case without accents names, from 1. */
export function monthNumber(word: string): number | undefined {
	return MONTH_OF.get(word);
}

const YEAR = '((?:19|20|21)\\d\\d)';
const MARK = /\s*(\*+|[†‡]|[¹²³⁴-⁹]+|\((?:[a-z]|\d|prov\.?|provisional|revised|prelim\.?)\)|\[[a-z]\])$/i;

const two = (number: number) => String(number).padStart(2, '0');
const year = new RegExp(`^(?:(?:year|cy|ano|jahr|annee) ?)?${YEAR}$`);
const fiscal = new RegExp(`^(?:fy|fiscal year|ejercicio)? ?${YEAR} ?[/–-] ?(\\d\\d|(?:19|20|21)\\d\\d)$`);
const fiscalEnd = new RegExp(`^(?:fy|fiscal year|ejercicio) ?${YEAR}$`);
const monthFirst = new RegExp(`^(\\p{L}+)\\.?[ -]?(?:de )?(?:${YEAR}|['’]?(\\d\\d))$`, 'u');
const monthLast = new RegExp(`^${YEAR}[ -](\\p{L}+)\\.?$`, 'u');
const isoMonth = new RegExp(`^${YEAR}-(0[1-9]|1[0-2])$`);
const slashMonth = new RegExp(`^(0?[1-9]|1[0-2])[/.]${YEAR}$`);
const quarterFirst = new RegExp(
	`^(?:[qt]([1-4])|([1-4])(?:st|nd|rd|th|\\.)? ?(?:t|q|quarter|quartal|trimestre)) ?(?:[/-] ?)?${YEAR}$`
);
const quarterLast = new RegExp(`^${YEAR} ?[/-]? ?[qt]([1-4])$`);
const dottedDay = new RegExp(`^(\\d{1,2})\\.(\\d{1,2})\\.${YEAR}$`);

function fiscalOf(text: string): string | undefined {
	const [, end] = fiscalEnd.exec(text) ?? [];
	if (end) return `FY${end}`;
	const [, from, to] = fiscal.exec(text) ?? [];
	if (from === undefined || to === undefined) return undefined;
	return Number(to) % 100 === (Number(from) + 1) % 100 ? `${from}/${to.slice(-2)}` : undefined;
}

function monthOf(text: string): string | undefined {
	const [, isoYear, isoNumber] = isoMonth.exec(text) ?? [];
	if (isoYear && isoNumber) return `${isoYear}-${isoNumber}`;
	const [, number, ofNumber] = slashMonth.exec(text) ?? [];
	if (number && ofNumber) return `${ofNumber}-${two(Number(number))}`;
	const [, name, long, short] = monthFirst.exec(text) ?? [];
	const [, before, after] = monthLast.exec(text) ?? [];
	const month = MONTH_OF.get(name ?? after ?? '');
	const of = long ?? before ?? (short === undefined ? undefined : `20${short}`);
	return month === undefined || of === undefined ? undefined : `${of}-${two(month)}`;
}

function quarterOf(text: string): string | undefined {
	const [, one, other, of] = quarterFirst.exec(text) ?? [];
	const [, before, after] = quarterLast.exec(text) ?? [];
	const quarter = one ?? other ?? after;
	return quarter === undefined ? undefined : `${of ?? before ?? ''}-Q${quarter}`;
}

function dayOf(text: string): string | undefined {
	if (isDay(text)) return text;
	const [, day, month, of] = dottedDay.exec(text) ?? [];
	const iso = `${of ?? ''}-${two(Number(month))}-${two(Number(day))}`;
	return isDay(iso) ? iso : undefined;
}

const READERS: [Grain, (text: string) => string | undefined][] = [
	['year', (text) => year.exec(text)?.[1]],
	['fiscal', fiscalOf],
	['month', monthOf],
	['quarter', quarterOf],
	['day', dayOf]
];

/** Every way in which a text names a period: `2011-12` is a month and a fiscal year. */
export function periodsOf(text: string): Period[] {
	const mark = MARK.exec(text)?.[1] ?? '';
	const plain = (mark === '' ? text : text.replace(MARK, ''))
		.toLowerCase()
		.normalize('NFKD')
		.replaceAll(/\p{M}/gu, '')
		.trim();
	if (!/\d\d/.test(plain)) return [];
	return READERS.flatMap(([grain, read]) => {
		const found = read(plain);
		return found === undefined ? [] : [{ grain, text: found, mark }];
	});
}

/** Whether a text names a period. */
export function isPeriod(text: string): boolean {
	return periodsOf(text).length > 0;
}

/** The grain in which all of some texts can be read. */
export function grainOf(texts: readonly string[]): Grain | undefined {
	const found = texts.map((text) => periodsOf(text).map(({ grain }) => grain));
	if (found.length === 0) return undefined;
	return READERS.map(([grain]) => grain).find((grain) => found.every((grains) => grains.includes(grain)));
}

/** A text as a period of a grain. */
export function periodIn(text: string, grain: Grain): Period | undefined {
	return periodsOf(text).find((period) => period.grain === grain);
}
