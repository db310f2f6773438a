import { breakdownsOf } from '../charts/words/notes.ts';
import { pinnedWords } from '../charts/words/deck.ts';
import { sourceShort } from '../charts/words/rowWords.ts';
import { titleWords } from '../charts/words/title.ts';
import { inWords, lowerFirst } from '../charts/words/values.ts';
import { categoryOf, measuresOf, timeField, valueLabel, type ChartContext } from '../charts/context.ts';
import { momentOf, startOfPeriod } from '../charts/layout/time.ts';
import type { ChartLayout } from '../charts/layout/types.ts';
import { isOneYear } from '../package/fiscal.ts';
import { fieldByRole } from '../package/labels.ts';
import { formatDay, formatMoment } from '../words/numbers.ts';
import { m } from '../words/index.ts';
import { quotedFigures, type QuotedFigures } from './quote/figures.ts';
import { placesClause, rateSentences } from './quote/places.ts';
import { lowerStart, whatWords, who } from './quote/phrases.ts';

/**
 * A ready text for an article that quotes the chart's main figure with its caveats: who counted what and
 * when, that groups must not be added, a break before it, what is withheld, what the figures cannot say,
 * the source. It speaks of the answer that the context holds, so a reader's choice is quoted as chosen. A
 * withheld figure is named as withheld, a choice without figures as empty; neither gets a number.
 */
export function quote(context: ChartContext, layout: ChartLayout): string {
	const figures = quotedFigures(context, layout);
	if (!figures) return [withoutNumber(context), sourceWords(context, undefined)].join(' ');
	return [
		figureSentence(context, figures),
		unknownSentence(figures),
		measureSentences(context, figures),
		rateSentences(context, figures),
		withheldSentence(context, figures),
		confidenceSentence(figures),
		groupsSentence(context, figures),
		breakSentence(context, figures),
		limitsSentence(context),
		attributionSentence(context),
		sourceWords(context, figures)
	]
		.filter(Boolean)
		.join(' ');
}

/** Title and choices of a question that has no number to quote, and why. */
function withoutNumber(context: ChartContext): string {
	const { answer } = context;
	const time = timeField(context)?.name;
	const asked = time ? answer.query.filters?.[time] : undefined;
	const period = time && asked?.length === 1 ? [valueLabel(context, time, asked[0])] : [];
	const title = [titleWords(context), ...pinnedWords(context), ...period].join(', ');
	if (!answer.rows.length) return m.press_empty({ title });
	return answer.withheld > 0 ? m.press_all_withheld({ title }) : m.press_no_number({ title });
}

function figureSentence(context: ChartContext, figures: QuotedFigures): string {
	if (figures.isSpread) return periodSentence(context, figures, placesClause(context, figures));
	const words = { who: who(context), what: whatWords(context, figures) };
	const time = timeField(context);
	const isDay = time?.type === 'date';
	const clause = context.resource.attribution
		? m.press_clause_show(words)
		: isDay
			? m.press_clause_had_counted(words)
			: m.press_clause_counted(words);
	return periodSentence(context, figures, clause);
}

/** A clause with the period that it speaks of. */
function periodSentence(context: ChartContext, figures: QuotedFigures, clause: string): string {
	const time = timeField(context);
	const period = time && figures.period !== undefined ? valueLabel(context, time.name, figures.period) : '';
	if (!period) return capital(m.press_quote_no_period({ clause }));
	if (time?.type === 'date') return m.press_quote_by_day({ period, clause });
	return isOneYear(period)
		? m.press_quote_in_year({ period, clause })
		: m.press_quote_for_period({ period, clause });
}

function unknownSentence({ unknown }: QuotedFigures): string {
	if (!unknown) return '';
	const { what, value, among } = unknown;
	const population = among.map(lowerFirst).join(', ');
	return m.press_unknown({ what, value, among: population && m.press_details({ details: population }) });
}

/** What each measure of the quote is, as the descriptor explains it. */
function measureSentences(context: ChartContext, { rows }: QuotedFigures): string {
	const categories = fieldByRole(context.resource, 'measure')?.categories ?? [];
	const sentences = measuresOf(context, rows).map((measure) => {
		const category = categories.find((each) => each.value === measure);
		if (!category?.description) return '';
		const description = lowerStart(inWords(context, category.description));
		return ended(m.press_measure({ label: inWords(context, category.label), description }));
	});
	return sentences.filter(Boolean).join(' ');
}

function withheldSentence(context: ChartContext, { period, hiddenAfter }: QuotedFigures): string {
	const time = timeField(context)?.name;
	if (hiddenAfter !== undefined && time) {
		return m.press_newest_withheld({ period: valueLabel(context, time, hiddenAfter) });
	}
	const hidden = context.answer.rows.some(
		(row) => row.status === '[c]' && (!time || !(time in row.key) || row.key[time] === period)
	);
	return hidden ? m.press_some_withheld() : '';
}

/** How a figure was read that was not seen in the publication itself. */
function confidenceSentence({ rows }: QuotedFigures): string {
	const letters = rows.map(({ confidence }) => confidence);
	if (letters.includes('D')) return m.press_confidence_d();
	return letters.includes('C') ? m.press_confidence_c() : '';
}

function groupsSentence(context: ChartContext, { rows }: QuotedFigures): string {
	const found = breakdownsOf(context).filter(({ dimension }) =>
		rows.some((row) => {
			const value = row.key[dimension];
			return value !== undefined && categoryOf(context, dimension, value)?.kind !== 'total';
		})
	);
	const reason = [...new Set(found.map((each) => inWords(context, each.reason)))].join(' ');
	return reason ? ended(m.press_groups({ reason: lowerStart(reason) })) : '';
}

/** The newest break behind the figure, or the interval that it stands in, where comparing is forbidden. */
function breakSentence(context: ChartContext, { period }: QuotedFigures): string {
	const at = period === undefined ? null : startOfPeriod(context, period);
	if (at === null) return '';
	const cut = context.answer.breaks.findLast((entry) => {
		const [from, to] = [momentOf(entry.from), entry.to === undefined ? null : momentOf(entry.to)];
		if (entry.comparableAcross || from === null || from > at + 0.5) return false;
		return to === null || to >= at;
	});
	if (!cut) return '';
	return cut.to === undefined
		? m.press_break_before({ from: formatMoment(cut.from, context.locale) })
		: m.press_break_inside({ period: formatMoment(String(period), context.locale) });
}

/** The descriptor's limits; where they start with a bare verb, as a sentence of their own. */
function limitsSentence(context: ChartContext): string {
	const limits = inWords(context, context.resource.limits ?? context.view.package.limits);
	const [verb = ''] = limits.toLowerCase().split(/\s/);
	return m.press_limits_verbs().split(' ').includes(verb)
		? ended(m.press_limits_this({ limits: lowerStart(limits) }))
		: ended(m.press_limits({ limits }));
}

function attributionSentence(context: ChartContext): string {
	const { attribution } = context.resource;
	return attribution ? ended(inWords(context, attribution)) : '';
}

function sourceWords(context: ChartContext, figures: QuotedFigures | undefined): string {
	const { package: pkg } = context.view;
	const rows = figures?.rows ?? [];
	const ids = [...rows.flatMap((row) => row.sources), ...rows.flatMap((row) => row.rate?.sources ?? [])];
	const words = {
		title: inWords(context, pkg.title),
		version: pkg.version,
		asOf: formatDay(pkg.asOf, context.locale)
	};
	const sources = [...new Set(ids.map((id) => sourceShort(context, id)))].join('; ');
	return sources ? m.press_source({ ...words, sources }) : m.press_source_site(words);
}

function ended(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
