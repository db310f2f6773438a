import { fieldByName, fieldByRole, localized } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatDay, formatList } from '../../words/numbers.ts';
import { timeField, valueLabel, type ChartContext } from '../context.ts';
import { breaksWithin, periodsOf } from '../layout/time.ts';
import type { ChartLayout } from '../layout/types.ts';
import { inWords } from './values.ts';

/** Remarks of rows that are listed; all of them are in the table. */
const MOST_ROW_NOTES = 5;

export interface ChartNote {
	kind:
		| 'non-cumulative'
		| 'break'
		| 'gap'
		| 'withheld'
		| 'partial'
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

/** What must be said under a chart, most important first; the limits sentence comes last. */
export function chartNotes(context: ChartContext, layout: ChartLayout): ChartNote[] {
	const { answer, resource, spec, locale, view } = context;
	const { facts } = layout;
	const notes: ChartNote[] = [];
	const say = (kind: ChartNote['kind'], lead: string, text: string, minor = false) =>
		notes.push({ kind, lead, text, minor });
	if (layout.stackRefused) say('partial', m.charts_lead_refused(), m.charts_note_refused());
	for (const { dimension, reason } of answer.nonAdditive) {
		const text = m.charts_note_non_cumulative({
			dimension: fieldWords(context, dimension),
			reason: localized(reason, locale)
		});
		// Over the years the reason is much the same everywhere, so a breakdown's own reason goes first.
		const minor = dimension === timeField(context)?.name && answer.nonAdditive.length > 1;
		say('non-cumulative', m.charts_lead_non_cumulative(), text, minor);
	}
	for (const { period, parts } of facts.partial) {
		say(
			'partial',
			m.charts_lead_partial(),
			m.charts_note_partial({ period, parts: formatList(parts, locale) })
		);
	}
	if (answer.withheld === 1) say('withheld', m.charts_lead_withheld(), m.charts_note_withheld_one());
	if (answer.withheld > 1) {
		say('withheld', m.charts_lead_withheld(), m.charts_note_withheld({ count: answer.withheld }));
	}
	const breaks = answer.rows.length ? breaksWithin(answer.breaks, periodsOf(context)) : [];
	for (const { entry } of breaks.filter((each) => !each.entry.comparableAcross)) {
		const lead = m.charts_lead_break({ from: formatMoment(entry.from, locale) });
		say('break', lead, `${inWords(context, entry.text)} ${m.charts_note_break_not()}`);
	}
	for (const text of gapNotes(context, layout)) say('gap', m.charts_lead_gap(), text);
	if (facts.leftOut.length)
		say('gap', '', m.charts_note_left_out({ periods: formatList(facts.leftOut, locale) }));
	const bases = basesOf(context);
	if (bases.length > 1)
		say('bases', '', m.charts_note_bases({ names: bases.map((name) => `“${name}”`).join(', ') }));
	for (const note of spec.notes ?? []) say('spec', '', inWords(context, note));
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
	if (remarks.length > MOST_ROW_NOTES) {
		say('row', '', m.charts_note_more({ count: remarks.length - MOST_ROW_NOTES }), true);
	}
	if (resource.attribution) say('attribution', '', inWords(context, resource.attribution));
	say('limits', m.charts_lead_limits(), inWords(context, resource.limits ?? view.package.limits));
	return notes;
}

/** Where there is no figure, in words; spoken as well as written. */
export function gapNotes(context: ChartContext, { facts }: ChartLayout): string[] {
	const { locale } = context;
	return [
		...facts.missing.map(({ name, periods }) => {
			const list = formatList(periods, locale);
			return name
				? m.charts_note_missing_in({ name, periods: list })
				: m.charts_note_missing({ periods: list });
		}),
		...facts.seriesMissing.map(({ name, periods }) =>
			m.charts_note_series_missing({ name, periods: formatList(periods, locale) })
		)
	];
}

/** A field's title as it reads inside a sentence. */
function fieldWords(context: ChartContext, name: string): string {
	const field = fieldByName(context.resource, name);
	return field?.title ? inWords(context, field.title).toLowerCase() : name.replaceAll('_', ' ');
}

/** The bases among the rows, in words. */
function basesOf(context: ChartContext): string[] {
	const field = fieldByRole(context.resource, 'basis')?.name;
	if (!field) return [];
	return [...new Set(context.answer.rows.flatMap((row) => row.key[field] ?? []))].map((value) =>
		valueLabel(context, field, value)
	);
}

/** The first moment of a break as readers say it: `2014`, `March 2020`, `September 1, 2025`. */
export function formatMoment(moment: string, locale: string): string {
	if (!/^\d{4}-\d{2}$/.test(moment)) return formatDay(moment, locale);
	const options: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric', timeZone: 'UTC' };
	return new Intl.DateTimeFormat(locale, options).format(new Date(`${moment}-01T00:00:00Z`));
}

function sentence(text: string): string {
	const start = text.charAt(0).toUpperCase() + text.slice(1);
	return /[.!?]$/.test(start) ? start : `${start}.`;
}
