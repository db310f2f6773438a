import { MOST_LARGE_PANELS } from '../../../charts/layout/parts.ts';
import { fieldByName, fieldByRole, localized } from '../../../package/index.ts';
import type { Text } from '../../../package/types.ts';
import { m } from '../../../words/index.ts';
import { decide, type Draft } from '../draft.ts';
import { queryOf } from '../query.ts';
import { FORMS, type Form } from '../state.ts';
import { answerFrom, followOneAnother, isAggregate, timeName, valuesIn } from '../table.ts';
import { MOST_LINES, seriesCount, tooManyLines } from './lines.ts';

/** Rows of bars and dots that are drawn at most in all small charts together. */
const MOST_ROWS = 200;

/** A map of fewer places says less than a list. */
const LEAST_MAPPED = 0.5;

function periodsOf({ table, rows }: Draft): string[] {
	const time = fieldByName(table.resource, timeName(table));
	return time ? valuesIn(time, rows) : [];
}

function panelCount({ table, question, rows }: Draft): number {
	const { panels } = question;
	if (!panels) return 1;
	return question.shown[panels]?.length ?? new Set(rows.map((row) => row[timeName(table)])).size;
}

function whyNoLine(draft: Draft): string {
	const { table, question, rows } = draft;
	const time = fieldByName(table.resource, timeName(table));
	const periods = periodsOf(draft);
	if (!time || question.panels === time.name) return m.explore_reason_needs_time();
	if (!followOneAnother(time, periods)) return m.explore_reason_periods();
	if (periods.length < 2) return m.explore_reason_one_period();
	return tooManyLines(table, question, rows);
}

function sentence(text: Text): string {
	const words = localized(text).trim();
	return /[.!?]$/.test(words) ? words : `${words}.`;
}

function whyNoStack(draft: Draft): string {
	const { table, question, rows } = draft;
	const { by, show, panels } = question;
	const time = timeName(table);
	if (!by) return m.explore_reason_stack_by();
	if (show !== 'count') return m.explore_reason_stack_counts();
	const answer = answerFrom(table, queryOf(table, { ...question, at: '' }));
	if (answer.refused) return answer.reason;
	const refused = answer.nonAdditive.find(({ dimension }) => dimension === by);
	if (refused) return m.explore_reason_not_additive({ reason: sentence(refused.reason) });
	if (!time || panels === time) return m.explore_reason_needs_time();
	const field = fieldByName(table.resource, by);
	const shown = question.shown[by] ?? [];
	const all = question.all[by] ?? [];
	if (field && shown.some((value) => isAggregate(field, value))) return m.explore_reason_stack_overlap();
	if (all.some((value) => !shown.includes(value))) return m.explore_reason_stack_part();
	if (question.basis === '' && seriesCount(table, question, rows) > shown.length)
		return m.explore_reason_stack_bases();
	if (shown.length > MOST_LINES)
		return m.explore_reason_many_parts({ count: shown.length, most: MOST_LINES });
	return panelCount(draft) > MOST_LARGE_PANELS
		? m.explore_reason_many_forms({ most: MOST_LARGE_PANELS })
		: '';
}

function tooManyRows(draft: Draft): string {
	const { question, table, rows } = draft;
	const panels = panelCount(draft);
	if (panels > MOST_LARGE_PANELS) return m.explore_reason_many_forms({ most: MOST_LARGE_PANELS });
	const along = question.by ? (question.shown[question.by]?.length ?? 1) : periodsOf(draft).length;
	const bases = question.by ? seriesCount(table, question, rows) / Math.max(1, along) : 1;
	return along * panels * bases > MOST_ROWS ? m.explore_reason_many_rows() : '';
}

function whyNoBar(draft: Draft): string {
	const { show } = draft.question;
	if (show === 'index' || show === 'change') return m.explore_reason_only_lines();
	if (show === 'rate') return m.explore_reason_rate_dots();
	return tooManyRows(draft);
}

function whyNoDot(draft: Draft): string {
	const { show, by } = draft.question;
	if (show === 'index' || show === 'change') return m.explore_reason_only_lines();
	if (!by) return m.explore_reason_needs_by();
	return tooManyRows(draft);
}

/** What maps and funnel plots have in common: one figure for each place. */
function whyNoPlaces({ table, question, rows }: Draft, without: () => string): string {
	const place = fieldByRole(table.resource, 'place')?.name;
	if (!place || place !== table.mapped?.field) return without();
	if (question.by !== place) return m.explore_reason_by_places();
	if (question.panels) return m.explore_reason_one_chart();
	const bases = seriesCount(table, question, rows) > (question.shown[place]?.length ?? 0);
	return bases ? m.explore_reason_stack_bases() : '';
}

function whyNoMap(draft: Draft): string {
	const reason = whyNoPlaces(draft, m.explore_reason_no_places);
	if (reason) return reason;
	const { question, table } = draft;
	if (question.show !== 'count' && question.show !== 'rate') return m.explore_reason_map_figures();
	const all = table.mapped?.count ?? 0;
	const shown = question.shown[question.by]?.length ?? 0;
	return shown < all * LEAST_MAPPED ? m.explore_reason_few_places() : '';
}

function whyNoFunnel(draft: Draft): string {
	const reason = whyNoPlaces(draft, m.explore_reason_no_funnel);
	if (reason) return reason;
	return draft.question.show === 'rate' ? '' : m.explore_reason_funnel_rates();
}

const LABELS: Record<Form, () => string> = {
	line: () => m.explore_form_line(),
	'stacked-bar': () => m.explore_form_stacked(),
	bar: () => m.explore_form_bar(),
	dot: () => m.explore_form_dot(),
	'tile-map': () => m.explore_form_tiles(),
	funnel: () => m.explore_form_funnel()
};

/** The form of the chart: lines where time can run along, else dots for places and rates, else bars. */
export function decideForm(draft: Draft): void {
	const { state, question, table } = draft;
	const reasons: Record<Form, string> = {
		line: whyNoLine(draft),
		'stacked-bar': whyNoStack(draft),
		bar: whyNoBar(draft),
		dot: whyNoDot(draft),
		'tile-map': whyNoMap(draft),
		funnel: whyNoFunnel(draft)
	};
	// Where no form is short enough, the figures are listed however many they are.
	const isOpen = Object.values(reasons).includes('');
	if (!isOpen) reasons[question.show === 'rate' ? 'dot' : 'bar'] = '';
	// A chart of changes is one of dots with limits, each over its year.
	const label = (form: Form) =>
		form === 'line' && question.show === 'change' ? m.explore_form_changes() : LABELS[form]();
	const options = FORMS.map((value) => ({ value, label: label(value), reason: reasons[value] }));
	const isPlace = fieldByName(table.resource, question.by)?.role === 'place';
	const standard = !reasons.line ? 'line' : isPlace || question.show === 'rate' ? 'dot' : 'bar';
	question.form = decide(draft, 'form', m.explore_form(), options, state.form, standard) as Form;
}
