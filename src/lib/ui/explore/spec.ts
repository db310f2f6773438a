import type { Derivation } from '../../charts/derived/derive.ts';
import type { ChartPart, ChartSpec } from '../../charts/types.ts';
import { lowerFirst } from '../../charts/words/values.ts';
import { fieldByName, fieldByRole, localized, unitName } from '../../package/index.ts';
import { m } from '../../words/index.ts';
import { formatNumber } from '../../words/numbers.ts';
import { isPartOfTime, queryOf } from './query.ts';
import type { Question } from './state.ts';
import { fieldTitle, labelled, timeName, type ExploreTable } from './table.ts';

/** Groups in the order of the table up to so many; more are ordered by their figures, and so many are drawn. */
const MOST_IN_ORDER = 10;
const MOST_BARS = 15;

/** A label inside a longer name: `Calls, substantive` is `Calls (substantive)`. */
function flat(label: string): string {
	return label.replace(/,\s+(.+)$/, ' ($1)');
}

/** What is counted, as a name. */
export function countedName(table: ExploreTable, question: Question): string {
	const { resource } = table;
	const measure = fieldByRole(resource, 'measure')?.name;
	if (measure) return flat(labelled(table, measure, question.measure));
	const unit = fieldByRole(resource, 'unit')?.name;
	const words = unit ? labelled(table, unit, question.unit) : unitName(resource);
	return words ? words.charAt(0).toUpperCase() + words.slice(1) : localized(resource.title);
}

function titleOf(table: ExploreTable, question: Question): string {
	const counted = countedName(table, question);
	const what = question.show === 'rate' ? m.explore_title_rate({ what: lowerFirst(counted) }) : counted;
	const time = timeName(table);
	const isAlong = question.form === 'line' || question.form === 'stacked-bar' || !question.by;
	const axes = [question.by, question.panels, isAlong ? time : ''].filter(Boolean);
	const names = [...new Set(axes)].map((name) => lowerFirst(fieldTitle(table, name)));
	const [first, ...others] = names;
	if (!first) return what;
	const [second, third] = others;
	if (!second) return m.explore_title_by({ what, first });
	return third
		? m.explore_title_by_three({ what, first, second, third })
		: m.explore_title_by_two({ what, first, second });
}

/** The values other than totals that the whole chart is narrowed to. */
function subjectOf(table: ExploreTable, { picked, form }: Question): string {
	return Object.entries(picked)
		.flatMap(([name, value]) => {
			const field = fieldByName(table.resource, name);
			// Beside lines over time the place stands in front of every figure.
			if (!value || !field || (field.role === 'place' && form === 'line')) return [];
			const isTotal = field.categories?.find((each) => each.value === value)?.kind === 'total';
			return isTotal ? [] : [labelled(table, name, value)];
		})
		.join(', ');
}

/** What narrowed the chart, in sentences. */
function notesOf(table: ExploreTable, question: Question): string[] {
	const notes: string[] = [];
	const { least } = question;
	if (least) {
		const measure = fieldByRole(table.resource, 'measure')?.name;
		const unit = least.measure === question.measure || !measure ? countedName(table, question) : '';
		const counted = unit || flat(labelled(table, measure ?? '', least.measure));
		notes.push(
			m.explore_note_least({
				field: fieldTitle(table, least.field),
				count: formatNumber(least.count),
				counted: lowerFirst(counted),
				kept: least.kept,
				of: least.of
			})
		);
	} else {
		for (const [name, values] of Object.entries(question.shown)) {
			const all = question.all[name] ?? [];
			if (all.every((value) => values.includes(value))) continue;
			const words = { field: fieldTitle(table, name), kept: values.length, of: all.length };
			if (values.every((value) => all.includes(value))) notes.push(m.explore_note_some(words));
		}
	}
	for (const field of addedUp(question))
		notes.push(m.explore_note_added({ field: fieldTitle(table, field) }));
	if (isPartOfTime(question) && !question.at)
		notes.push(
			m.explore_note_periods({ from: periodLabel(table, question.from), to: periodLabel(table, question.to) })
		);
	return notes;
}

/** The fields whose parts are added up, for no total is published with them. */
function addedUp({ picked }: Question): string[] {
	return Object.keys(picked).filter((field) => picked[field] === '');
}

function periodLabel(table: ExploreTable, period: string): string {
	return labelled(table, timeName(table), period);
}

/** The part that a chart is, so that no sentence calls a figure the newest or the highest of all. */
export function partOf(question: Question): ChartPart | undefined {
	const isSome = Object.entries(question.shown).some(([name, values]) =>
		(question.all[name] ?? []).some((value) => !values.includes(value))
	);
	return isSome || isPartOfTime(question) || addedUp(question).length ? {} : undefined;
}

/** The chart that answers a question. */
export function specOf(table: ExploreTable, question: Question): ChartSpec {
	const { by, panels, form } = question;
	const time = timeName(table);
	const basis = fieldByRole(table.resource, 'basis')?.name;
	const isAlong = form === 'line' || form === 'stacked-bar' || !by;
	const series = [isAlong ? by : '', basis && question.basis === '' ? basis : ''].filter(Boolean);
	const isPlace = fieldByName(table.resource, by)?.role === 'place';
	const isLong = !isPlace && (question.shown[by]?.length ?? 0) > MOST_IN_ORDER;
	const notes = notesOf(table, question);
	const subject = subjectOf(table, question);
	return {
		id: 'explore',
		title: titleOf(table, question),
		...(subject ? { subject } : {}),
		pages: [],
		query: queryOf(table, question),
		mark: form,
		x: isAlong ? time : by,
		...(series.length ? { series } : {}),
		...(form === 'tile-map' && table.classes ? { classes: table.classes } : {}),
		...(panels ? { facet: panels } : {}),
		...(form === 'bar' && by && isLong ? { order: 'value' as const, limit: MOST_BARS } : {}),
		...(notes.length ? { notes } : {})
	};
}

/** What is shown in place of counts; undefined for counts, and for rates, which the cube gives. */
export function derivationOf({ show, base }: Question): Derivation | undefined {
	if (show === 'index') return { kind: 'index', base };
	return show === 'change' || show === 'share' ? { kind: show } : undefined;
}
