import { fieldByName, fieldByRole } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatDay, formatNumber } from '../../words/numbers.ts';
import { categoryOf, valueLabel, type ChartContext } from '../context.ts';
import type { ChartLayout } from '../layout/types.ts';
import { inWords, unitWords } from './values.ts';

/** What the question pins to one value, in words: a year, a place, a group; not a published total. */
export function pinnedWords(context: ChartContext): string[] {
	const { answer, resource } = context;
	return Object.entries(answer.query.filters ?? {}).flatMap(([field, values]) => {
		const role = fieldByName(resource, field)?.role;
		const value = values.length === 1 ? values[0] : undefined;
		if (value === undefined || answer.query.dimensions.includes(field)) return [];
		if (role !== 'time' && role !== 'place' && role !== 'category') return [];
		return categoryOf(context, field, value)?.kind === 'total' ? [] : [valueLabel(context, field, value)];
	});
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

/** The line under a headline: the title, what is pinned, what is counted, for whom it is known, where, until when. */
export function deck(context: ChartContext, layout: ChartLayout): string {
	const { view, resource, spec, answer, locale } = context;
	const units = [...new Set(answer.rows.map((row) => unitWords(context, row)))].filter(Boolean).join(', ');
	const basis = basisWords(context);
	const known = layout.facts.denominator;
	const scope = inWords(context, resource.scope ?? view.package.scope).replace(/\.$/, '');
	const counted = basis ? m.charts_counted_on({ unit: units, basis }) : m.charts_counted({ unit: units });
	return [
		`${inWords(context, spec.title).replace(/\.$/, '')}.`,
		pinnedWords(context)
			.map((words) => `${words}.`)
			.join(' '),
		units ? `${counted}.` : '',
		known === null ? '' : m.charts_denominator({ known: formatNumber(known, locale), unit: units }),
		`${scope}, ${m.charts_as_of({ date: formatDay(view.package.asOf, locale) })}.`
	]
		.filter(Boolean)
		.join(' ');
}
