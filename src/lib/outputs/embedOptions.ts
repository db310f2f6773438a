import type { ChartPart } from '../charts/types.ts';
import { NUMBER_LOCALES } from '../words/numbers.ts';

/** `auto` follows the reader's device; an embed is light by itself, as most pages around it are. */
export const THEMES = ['auto', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

/** How an embedded chart is drawn; absent: the standard. */
export interface EmbedOptions {
	theme?: Theme;
	/** No ground of its own, so that the page around it shows. */
	transparent?: boolean;
	/** Whether the headline is left out, for a page that has its own. */
	untitled?: boolean;
	/** A language whose way of writing numbers is used. */
	numbers?: string;
	part?: ChartPart;
	/** Filters of the chart, by their name in the address. */
	filters?: Record<string, string>;
}

/** A part of an address that could not be followed, and why; both texts may be anybody's. */
export interface EmbedFault {
	name: string;
	value: string;
	why: 'unknown-option' | 'unknown-value' | 'twice' | 'turned-around' | 'no-years' | 'nothing-left';
}

const LOOK = ['theme', 'ground', 'title'];
const OWN = [...LOOK, 'numbers', 'years', 'series'];
/** What other systems hang on addresses; never meant for the chart. */
const FOREIGN =
	/^(utm_\w+|fbclid|gclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|igshid|ref|secret|initialWidth|childId|parentTitle|parentUrl)$/;
const YEARS = /^(?:(\d{4})(?:(-)(\d{4})?)?|-(\d{4}))$/;

/** The name of the choice between a rate and a count in the address: `as=count`. */
export const RATE_NAME = 'as';

/** Whether a name in an address is an option, another system's or a choice of every chart's, so that no field's filter may have it. */
export function isReservedName(name: string): boolean {
	return OWN.includes(name) || name === RATE_NAME || FOREIGN.test(name);
}

/** Whether the figures themselves must be drawn again: anything but look. */
export function asksForFigures(search: string): boolean {
	return [...new URLSearchParams(search).keys()].some((name) => !LOOK.includes(name) && !FOREIGN.test(name));
}

/**
 * Reads the options of an embedded chart from its address. What cannot be followed is left out and
 * named; an option that stands there twice with two values counts as not given. Any other name is taken as a
 * filter's, for only the chart knows which it has.
 * @param search the query part, with or without `?`
 */
export function readEmbedOptions(search: string): { options: EmbedOptions; faults: EmbedFault[] } {
	const options: EmbedOptions = {};
	const faults: EmbedFault[] = [];
	const params = new URLSearchParams(search);
	for (const name of new Set(params.keys())) {
		if (FOREIGN.test(name)) continue;
		const [value = '', ...others] = new Set(params.getAll(name));
		const fault = (why: EmbedFault['why']) => faults.push({ name, value, why });
		if (others.length) fault('twice');
		else if (OWN.includes(name)) readOwn(name, value, options, fault);
		else if (value !== '') options.filters = { ...options.filters, [name]: value };
	}
	return { options, faults };
}

/** Codes stand with commas between, so a comma inside one is written as `%2C`. */
function readCode(code: string): string {
	return code.replace(/%2c|%25/gi, decodeURIComponent);
}

function writeCode(code: string): string {
	return code.replace(/[%,]/g, encodeURIComponent);
}

function readOwn(
	name: string,
	value: string,
	options: EmbedOptions,
	fault: (why: EmbedFault['why']) => void
): void {
	if (name === 'theme' && isOneOf(THEMES, value)) options.theme = value;
	else if (name === 'ground' && value === 'transparent') options.transparent = true;
	else if (name === 'title' && value === 'off') options.untitled = true;
	else if (name === 'numbers' && isOneOf(NUMBER_LOCALES, value)) options.numbers = value;
	else if (name === 'years' && YEARS.test(value)) {
		const years = yearsOf(value);
		if (years.from !== undefined && years.to !== undefined && years.from > years.to) fault('turned-around');
		else options.part = { ...options.part, ...years };
	} else if (name === 'series' && value !== '')
		options.part = { ...options.part, series: [...new Set(value.split(',').map(readCode))] };
	else fault('unknown-value');
}

function isOneOf<Value extends string>(values: readonly Value[], value: string): value is Value {
	return values.some((each) => each === value);
}

/** `2015`, `2015-2020`, `2015-` or `-2020`. */
function yearsOf(value: string): ChartPart {
	const [, first, dash, last, until] = YEARS.exec(value) ?? [];
	if (until !== undefined) return { to: until };
	if (first === undefined) return {};
	if (last !== undefined) return { from: first, to: last };
	return dash === undefined ? { from: first, to: first } : { from: first };
}

/** The query part of an embed's address for some options, `''` for the standard; read back it gives the same options. */
export function writeEmbedOptions(options: EmbedOptions): string {
	const { theme, transparent, untitled, numbers, part, filters } = options;
	const entries: [string, string][] = Object.entries(filters ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
	const years = part && writeYears(part);
	if (years) entries.push(['years', years]);
	if (part?.series?.length) entries.push(['series', part.series.map(writeCode).join(',')]);
	if (theme && theme !== 'light') entries.push(['theme', theme]);
	if (numbers) entries.push(['numbers', numbers]);
	if (untitled) entries.push(['title', 'off']);
	if (transparent) entries.push(['ground', 'transparent']);
	const search = new URLSearchParams(entries).toString().replaceAll('%2C', ',').replaceAll('%7C', '|');
	return search && `?${search}`;
}

function writeYears({ from, to }: ChartPart): string {
	if (from === to) return from ?? '';
	return `${from ?? ''}-${to ?? ''}`;
}

/** The options as attributes of a placeholder or a `<hotline-chart>`, by their name without `data-`. */
export function embedAttributes(options: EmbedOptions): Record<string, string> {
	const { filters, ...own } = options;
	const attributes = Object.fromEntries(new URLSearchParams(writeEmbedOptions(own)));
	const filter = writeEmbedOptions(filters ? { filters } : {}).slice(1);
	return filter ? { ...attributes, filter } : attributes;
}
