import { ODD_PIN, PIN_NAME, readPin } from '../../outputs/versions/pin.ts';
import { m } from '../../words/index.ts';
import type { ExploreState } from './state.ts';

/** The version of addresses; one of another version is not followed. */
const VERSION = '1';

/** Longer addresses are not read: what this page writes is far shorter. */
const MOST_LENGTH = 6000;

/** Longer values are not repeated in a notice. */
const MOST_REPEATED = 30;

/** The name of a field's values in an address. */
const FIELD = /^f\.(?!__proto__$)(.+)$/s;

/** Between the values of a field; in a value itself it is written `%7E`. */
const BETWEEN = '~';

/** Names in an address, by the choice. */
const NAMES = {
	table: 't',
	measure: 'm',
	unit: 'unit',
	basis: 'basis',
	by: 'by',
	panels: 'panels',
	from: 'from',
	to: 'to',
	at: 'at',
	show: 'show',
	base: 'base',
	form: 'form'
} as const satisfies Partial<Record<keyof ExploreState, string>>;

type Named = keyof typeof NAMES;

/** What an address says. */
export interface ReadAddress {
	state: ExploreState;
	/** The version of the data that a permanent link names; `ODD_PIN` for what is none. */
	pinned?: string;
	/** What could not be followed, in sentences. */
	notices: string[];
}

/** A value of a stranger's address in a notice; undefined where it is too long or odd to be repeated. */
function repeatable(value: string): string | undefined {
	return value.length <= MOST_REPEATED && /^[\p{L}\p{N}_.,: -]+$/u.test(value) ? value : undefined;
}

function unescaped(text: string): string {
	return text.replaceAll(/%7E/gi, BETWEEN).replaceAll('%25', '%');
}

function escaped(value: string): string {
	return value.replaceAll('%', '%25').replaceAll(BETWEEN, '%7E');
}

function pinOf(search: string): Pick<ReadAddress, 'pinned'> {
	const pinned = readPin(search);
	return pinned === undefined ? {} : { pinned };
}

/** Reads `100`, or `100~calls`; undefined for anything else. */
function readLeast(value: string): ExploreState['least'] {
	const [number = '', measure] = value.split(BETWEEN).map(unescaped);
	if (!/^\d{1,9}$/.test(number)) return undefined;
	return { count: Number(number), ...(measure ? { measure } : {}) };
}

/**
 * Reads an address. Whether the choices are possible is for `explore` to see; only what no choice could be is left out
 * here, and named.
 * @param search the query part: `?v=1&t=…`
 * @param tables names of the tables that can be chosen
 */
export function readAddress(search: string, tables: readonly string[]): ReadAddress {
	const empty: ExploreState = { values: {} };
	if (search.length > MOST_LENGTH) return { state: empty, notices: [m.explore_notice_long()] };
	const parameters = new URLSearchParams(search);
	const version = parameters.get('v');
	const isOwn = [...parameters.keys()].some(
		(name) => name !== 'v' && (Object.values(NAMES).some((each) => each === name) || FIELD.test(name))
	);
	if (version === null && !isOwn) return { state: empty, ...pinOf(search), notices: [] };
	if (version !== VERSION) return { state: empty, notices: [m.explore_notice_version()] };
	const state: ExploreState = { values: {} };
	const notices: string[] = [];
	for (const name of Object.keys(NAMES) as Named[]) {
		const value = parameters.get(NAMES[name]);
		if (value !== null) state[name] = value;
	}
	for (const [name, value] of parameters) {
		const field = FIELD.exec(name)?.[1];
		if (field && !Object.hasOwn(state.values, field))
			state.values[field] = value.split(BETWEEN).map(unescaped);
	}
	const least = parameters.get('least');
	if (least !== null) {
		const read = readLeast(least);
		if (read) state.least = read;
		else notices.push(m.explore_notice_least());
	}
	const pinned = pinOf(search);
	if (state.table !== undefined && !tables.includes(state.table)) {
		const named = repeatable(state.table);
		const notice = named ? m.explore_notice_table_named({ name: named }) : m.explore_notice_table();
		return { state: empty, ...pinned, notices: [notice] };
	}
	return { state, ...pinned, notices };
}

/**
 * The query part of the address for what a reader chose, `''` for nothing.
 * @param pinned the version of the data, for a permanent link
 */
export function writeAddress(state: ExploreState, pinned?: string): string {
	const parameters: [string, string][] = [];
	for (const name of Object.keys(NAMES) as Named[]) {
		const value = state[name];
		if (value !== undefined) parameters.push([NAMES[name], value]);
	}
	for (const [field, values] of Object.entries(state.values).sort(([a], [b]) => (a < b ? -1 : 1)))
		parameters.push([`f.${field}`, values.map(escaped).join(BETWEEN)]);
	if (state.least) {
		const { count, measure } = state.least;
		parameters.push(['least', measure ? `${count}${BETWEEN}${escaped(measure)}` : String(count)]);
	}
	if (pinned && pinned !== ODD_PIN) parameters.push([PIN_NAME, pinned]);
	if (!parameters.length) return '';
	// `~` has no meaning of its own in an address, and many values are far shorter with it as it is.
	const search = new URLSearchParams([['v', VERSION], ...parameters]).toString().replaceAll('%7E', BETWEEN);
	return `?${search}`;
}
