import type { CubeRow } from '../../cube/types.ts';
import { fieldByName, fieldByRole } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatDay, formatList, formatNumber } from '../../words/numbers.ts';
import { categoryOf, timeField, valueLabel, valuesOf, type ChartContext } from '../context.ts';
import type { ChartLayout } from '../layout/types.ts';
import { titleWords } from './title.ts';
import { countedUnit, inWords, lowerFirst, unitWords, upperFirst } from './values.ts';

/** Named periods that a deck lists at most. */
const MOST_PERIODS = 3;

/**
 * What the question pins to one value, in words: a place, a group; not a published total, nor what the
 * chart itself pins and its title says.
 */
export function pinnedWords(context: ChartContext): string[] {
	const { answer, resource, spec } = context;
	return Object.entries(answer.query.filters ?? {}).flatMap(([field, values]) => {
		const role = fieldByName(resource, field)?.role;
		const value = values.length === 1 ? values[0] : undefined;
		if (value === undefined || (role !== 'place' && role !== 'category')) return [];
		// A kept field names its values itself, but one place alone is no label of a series.
		const isKept = answer.query.dimensions.includes(field);
		if (isKept && (role !== 'place' || field === spec.x)) return [];
		if (categoryOf(context, field, value)?.kind === 'total') return [];
		const words = valueLabel(context, field, value);
		const own = spec.query.filters?.[field];
		const isOwn = own?.length === 1 && own[0] === value;
		return isOwn && saidIn(titleWords(context), words) ? [] : [words];
	});
}

/** Whether most words of a label stand in another text, in this form or with another ending. */
export function saidIn(text: string, label: string): boolean {
	const small = m.charts_small_words().split(' ');
	const stems = (words: string) =>
		(words.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !small.includes(word)).map(stem);
	const said = new Set(stems(text));
	const wanted = stems(label);
	return wanted.filter((each) => said.has(each)).length * 2 > wanted.length;
}

function stem(word: string): string {
	return word.slice(0, 5);
}

/** The one basis on which all figures stand, in words; `''` where there are several or none. */
export function basisWords(context: ChartContext): string {
	const field = fieldByRole(context.resource, 'basis')?.name;
	if (!field) return '';
	const { answer } = context;
	const asked = answer.query.basis ?? answer.query.filters?.[field] ?? [];
	const found = [...new Set(answer.rows.flatMap((row) => row.key[field] ?? []))];
	const [value, ...others] = found.length ? found : asked;
	return value === undefined || others.length ? '' : valueLabel(context, field, value);
}

/** The periods that are shown: `2008–2017`, or the names of a few; `''` where there is no time. */
export function periodWords(context: ChartContext): string {
	const time = timeField(context)?.name;
	if (!time) return '';
	const kept = context.answer.rows.some((row) => time in row.key);
	const values = (kept ? valuesOf(context, time) : (context.answer.query.filters?.[time] ?? [])).filter(
		(value) => categoryOf(context, time, value)?.kind === undefined
	);
	const years = values.map((value) => /^(\d{4}(?:\/\d\d)?)(-\d\d-\d\d)?$/.exec(String(value))?.[1]);
	if (years.length && years.every((year) => year !== undefined)) {
		const [first, last] = [years[0], years.at(-1)];
		return first === last ? `${first}` : `${first}–${last}`;
	}
	const names = values.map((value) => valueLabel(context, time, value));
	return names.length > MOST_PERIODS ? '' : formatList(names, context.locale);
}

function countedWords(context: ChartContext, units: string): string {
	const { answer, spec, view } = context;
	const basis = basisWords(context);
	const isOwn = answer.query.basis?.join() === spec.query.basis?.join();
	const scope = inWords(context, context.resource.scope ?? view.package.scope);
	const said = isOwn && /\s/.test(basis) && saidIn(`${titleWords(context)} ${scope}`, basis);
	if (!basis || said) return m.charts_counted({ unit: units });
	const words = { unit: units, basis: lowerFirst(basis) };
	return basis.includes('(') ? m.charts_counted_by(words) : m.charts_counted_on(words);
}

/** What the figures count, as one sentence of the deck; `''` where nothing says so. */
export function countedClause(context: ChartContext): string {
	const units = countedUnits(context);
	return units ? countedWords(context, units) : '';
}

/** What an index, a change or a share is computed from is counted; the title says what it is. */
function countedUnits(context: ChartContext): string {
	const unitOf = (row: CubeRow) => (row.derived ? countedUnit(context, row) : unitWords(context, row));
	return [...new Set(context.answer.rows.map(unitOf))].filter(Boolean).join(', ');
}

/** The line under a headline: the title, what is pinned, when, what is counted, for whom it is known, where. */
export function deck(context: ChartContext, layout: ChartLayout): string {
	const { view, resource, answer, locale } = context;
	const units = countedUnits(context);
	const known = layout.facts.denominator;
	return [
		titleWords(context),
		...pinnedWords(context),
		upperFirst(periodWords(context)),
		countedClause(context),
		known === null || answer.query.rate
			? ''
			: m.charts_denominator({ known: formatNumber(known, locale), unit: units }),
		inWords(context, resource.scope ?? view.package.scope),
		m.charts_gathered_by({ date: formatDay(view.package.asOf, locale) })
	]
		.filter(Boolean)
		.map((words) => `${words.replace(/\.$/, '')}.`)
		.join(' ');
}
