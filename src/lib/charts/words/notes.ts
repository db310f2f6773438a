import type { CubeAnswer } from '../../cube/types.ts';
import { fieldByName, fieldByRole, localized } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatList, formatMoment } from '../../words/numbers.ts';
import { timeField, valueLabel, type ChartContext } from '../context.ts';
import { derivedKit } from '../derivedKit.ts';
import { placeKit } from '../kit.ts';
import { breaksWithin, periodsOf } from '../layout/time.ts';
import type { ChartLayout } from '../layout/types.ts';
import { rateNotes } from './notesRates.ts';
import { says } from './says.ts';
import { inWords, upperFirst } from './values.ts';

/** Remarks of rows that are listed; all of them are in the table. */
const MOST_ROW_NOTES = 5;

/** Notes of the chart's own that always show. */
const MOST_SPEC_NOTES = 2;

export interface ChartNote {
	kind:
		| 'non-cumulative'
		| 'years'
		| 'break'
		| 'gap'
		| 'unknown'
		| 'no-residents'
		| 'vintage'
		| 'residents'
		| 'derived'
		| 'random'
		| 'funnel'
		| 'drivers'
		| 'counts'
		| 'withheld'
		| 'partial'
		| 'part'
		| 'bases'
		| 'superseded'
		| 'spec'
		| 'row'
		| 'attribution'
		| 'limits';
	/** A few words in front; `''` for none. */
	lead: string;
	text: string;
	/** May stand behind a control: events after which figures may still be compared, remarks of rows. */
	minor: boolean;
}

/** Periods of which the same parts alone are published, by those parts in words. */
function byParts(partial: ChartLayout['facts']['partial'], locale: string): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const { period, parts } of partial) {
		const words = formatList(parts, locale);
		found.set(words, [...(found.get(words) ?? []), period]);
	}
	return found;
}

/** What must be said under a chart, most important first; the limits sentence comes last. */
export function chartNotes(context: ChartContext, layout: ChartLayout): ChartNote[] {
	const { answer, resource, spec, locale, view } = context;
	const { facts } = layout;
	const notes: ChartNote[] = [];
	const say = (kind: ChartNote['kind'], lead: string, text: string, minor = false) =>
		notes.push({ kind, lead, text, minor });
	if (layout.stackRefused) say('partial', m.charts_lead_refused(), m.charts_note_refused());
	const breakdown = breakdownWords(context);
	if (breakdown) say('non-cumulative', m.charts_lead_non_cumulative(), breakdown);
	for (const [parts, periods] of byParts(facts.partial, locale)) {
		const words = { period: upperFirst(formatList(periods, locale)), parts };
		const text = periods.length > 1 ? m.charts_note_partial_several(words) : m.charts_note_partial(words);
		say('partial', m.charts_lead_partial(), text);
	}
	if (answer.withheld === 1) say('withheld', m.charts_lead_withheld(), m.charts_note_withheld_one());
	if (answer.withheld > 1) {
		say('withheld', m.charts_lead_withheld(), m.charts_note_withheld({ count: answer.withheld }));
	}
	const breaks = answer.rows.length ? breaksWithin(answer.breaks, periodsOf(context)) : [];
	for (const { entry } of breaks.filter((each) => !each.entry.comparableAcross)) {
		const lead = m.charts_lead_break({ from: formatMoment(entry.from, locale) });
		const text = inWords(context, entry.text);
		const rule = entry.to === undefined ? m.charts_note_break_not() : m.charts_note_break_inside();
		say('break', lead, says(text, m.charts_stems_compare()) ? text : `${text} ${rule}`);
	}
	const part = partWords(context);
	if (part) say('part', '', part);
	const gaps = gapNotes(context, layout);
	if (gaps.length) say('gap', m.charts_lead_gap(), gaps.join(' '));
	// A chart that names its years says itself why; only one that does not needs the plain fact.
	if (facts.leftOut.length && !spec.notes?.length) say('gap', '', leftOutWords(facts.leftOut, locale));
	if (facts.funnel) notes.push(...placeKit().funnelNotes(context, layout));
	if (answer.rows.some((row) => row.derived)) notes.push(...derivedKit().notes(context));
	notes.push(...rateNotes(context));
	(spec.notes ?? []).forEach((note, index) =>
		say('spec', '', inWords(context, note), index >= MOST_SPEC_NOTES)
	);
	const bases = basesOf(context);
	if (bases.length > 1)
		say('bases', '', m.charts_note_bases({ names: bases.map((name) => `“${name}”`).join(', ') }), true);
	const years = yearsWords(context);
	if (years) say('years', '', years, true);
	for (const { entry } of breaks.filter((each) => each.entry.comparableAcross)) {
		say(
			'break',
			m.charts_lead_event({ from: formatMoment(entry.from, locale) }),
			inWords(context, entry.text),
			true
		);
	}
	if (facts.hasSuperseded) say('superseded', m.charts_lead_superseded(), m.charts_note_superseded(), true);
	const remarks = [...new Set(answer.rows.flatMap((row) => row.notes))].filter(Boolean);
	for (const remark of remarks.slice(0, MOST_ROW_NOTES)) say('row', '', sentence(remark), true);
	const left = remarks.length - MOST_ROW_NOTES;
	if (left === 1) say('row', '', m.charts_note_more_one(), true);
	if (left > 1) say('row', '', m.charts_note_more({ count: left }), true);
	if (resource.attribution) say('attribution', '', inWords(context, resource.attribution));
	say('limits', m.charts_lead_limits(), inWords(context, resource.limits ?? view.package.limits));
	return notes;
}

/** That the chart has more than is shown; `''` where all of it is. */
function partWords({ view }: ChartContext): string {
	const { part } = view;
	// A part that names nothing is told by the chart's own notes.
	if (!part || !Object.keys(part).length) return '';
	const time = part.from !== undefined || part.to !== undefined;
	if (time && part.series) return m.charts_note_part_both();
	return time ? m.charts_note_part_time() : m.charts_note_part_series();
}

/** Where there is no figure, in words; spoken as well as written. */
export function gapNotes(context: ChartContext, { facts }: ChartLayout): string[] {
	const { locale } = context;
	const items = facts.missing.flatMap(({ name, periods }) =>
		name ? [m.charts_note_missing_item({ name, periods: formatList(periods, locale) })] : []
	);
	return [
		...facts.missing.flatMap(({ name, periods }) =>
			name ? [] : [m.charts_note_missing({ periods: upperFirst(formatList(periods, locale)) })]
		),
		...(items.length ? [m.charts_note_missing_in({ items: items.join('; ') })] : []),
		...facts.seriesMissing.map(({ name, periods }) =>
			m.charts_note_series_missing({ name, periods: formatList(periods, locale) })
		)
	];
}

/** Dimensions other than time whose values must not be added: people, forms, places. */
export function breakdownsOf({ answer, resource }: ChartContext): CubeAnswer['nonAdditive'] {
	return answer.nonAdditive.filter(({ dimension }) => fieldByName(resource, dimension)?.role !== 'time');
}

/** Why the groups of a breakdown must not be added; `''` where they may, or where there is none. */
function breakdownWords(context: ChartContext): string {
	const found = breakdownsOf(context);
	if (!found.length) return '';
	const reason = [...new Set(found.map((each) => localized(each.reason, context.locale)))].join(' ');
	const places = found.every(({ dimension }) => fieldByName(context.resource, dimension)?.role === 'place');
	return places ? m.charts_note_non_cumulative_places({ reason }) : m.charts_note_non_cumulative({ reason });
}

/** Why years, periods or totals to a day are not added; `''` where they may be. */
function yearsWords(context: ChartContext): string {
	const time = timeField(context);
	const found = context.answer.nonAdditive.find(({ dimension }) => dimension === time?.name);
	if (!time || !found) return '';
	const full = localized(found.reason, context.locale);
	// What the descriptor's own words say already is not said twice.
	if (says(full, m.charts_stems_add())) return sentence(full);
	const reason = lowerStart(full);
	// A day is the end of a count that began long before.
	if (time.type === 'date') return m.charts_note_totals({ reason });
	return time.categories ? m.charts_note_periods({ reason }) : m.charts_note_years({ reason });
}

/** The start of a sentence as it reads after a colon; a word in capitals stays. */
function lowerStart(text: string): string {
	return /^\p{Lu}[\p{Lu}.]/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function leftOutWords(periods: string[], locale: string): string {
	const list = formatList(periods, locale);
	return periods.length === 1 && /^\d+$/.test(list)
		? m.charts_note_left_out_one({ periods: list })
		: m.charts_note_left_out({ periods: list });
}

/** The bases among the rows, in words. */
function basesOf(context: ChartContext): string[] {
	const field = fieldByRole(context.resource, 'basis')?.name;
	if (!field) return [];
	return [...new Set(context.answer.rows.flatMap((row) => row.key[field] ?? []))].map((value) =>
		valueLabel(context, field, value)
	);
}

function sentence(text: string): string {
	const start = upperFirst(text);
	return /[.!?]$/.test(start) ? start : `${start}.`;
}
