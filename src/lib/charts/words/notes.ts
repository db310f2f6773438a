import { localized } from '../../package/labels.ts';
import { fieldByName } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatDay, formatList } from '../../words/numbers.ts';
import type { ChartContext } from '../context.ts';
import { breaksWithin, periodsOf } from '../layout/time.ts';
import type { ChartLayout } from '../layout/types.ts';
import { inWords } from './values.ts';

/** Notes of rows that stand under the plot; the rest is in the table. */
const MOST_ROW_NOTES = 3;

export interface ChartNote {
	kind:
		| 'non-cumulative'
		| 'break'
		| 'gap'
		| 'withheld'
		| 'partial'
		| 'superseded'
		| 'spec'
		| 'row'
		| 'attribution'
		| 'limits';
	text: string;
}

/** What must be said under a chart, most important first; the limits sentence comes last. */
export function chartNotes(context: ChartContext, layout: ChartLayout): ChartNote[] {
	const { answer, resource, spec, locale, view } = context;
	const notes: ChartNote[] = [];
	const say = (kind: ChartNote['kind'], text: string) => notes.push({ kind, text });
	if (layout.stackRefused) say('partial', m.charts_note_refused());
	for (const { dimension, reason } of answer.nonAdditive) {
		const field = fieldByName(resource, dimension);
		const name = field?.title ? inWords(context, field.title).toLowerCase() : dimension.replaceAll('_', ' ');
		say(
			'non-cumulative',
			m.charts_note_non_cumulative({ dimension: name, reason: localized(reason, locale) })
		);
	}
	for (const { entry } of answer.rows.length ? breaksWithin(answer.breaks, periodsOf(context)) : []) {
		const not = entry.comparableAcross ? '' : ` ${m.charts_note_break_not()}`;
		say(
			'break',
			m.charts_note_break({ from: formatMoment(entry.from, locale), text: inWords(context, entry.text) }) +
				not
		);
	}
	if (layout.facts.missing.length)
		say('gap', m.charts_note_missing({ periods: formatList(layout.facts.missing, locale) }));
	if (answer.withheld === 1) say('withheld', m.charts_note_withheld_one());
	else if (answer.withheld > 1) say('withheld', m.charts_note_withheld({ count: answer.withheld }));
	for (const { period, parts } of layout.facts.partial) {
		say('partial', m.charts_note_partial({ period, parts: formatList(parts, locale) }));
	}
	if (layout.facts.hasSuperseded) say('superseded', m.charts_note_superseded());
	for (const note of spec.notes ?? []) say('spec', inWords(context, note));
	const rowNotes = [...new Set(answer.rows.flatMap((row) => row.notes))].filter(Boolean);
	for (const note of rowNotes.slice(0, MOST_ROW_NOTES)) say('row', sentence(note));
	if (rowNotes.length > MOST_ROW_NOTES)
		say('row', m.charts_note_more({ count: rowNotes.length - MOST_ROW_NOTES }));
	if (resource.attribution) say('attribution', inWords(context, resource.attribution));
	say('limits', inWords(context, resource.limits ?? view.package.limits));
	return notes;
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
