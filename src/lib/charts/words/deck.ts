import { m } from '../../words/index.ts';
import { formatDay, formatNumber } from '../../words/numbers.ts';
import type { ChartContext } from '../context.ts';
import type { ChartLayout } from '../layout/types.ts';
import { inWords, unitWords } from './values.ts';

/** The line under a headline: the title, what is counted, for whom it is known, where, and until when. */
export function deck(context: ChartContext, layout: ChartLayout): string {
	const { view, resource, spec, answer, locale } = context;
	const units = [...new Set(answer.rows.map((row) => unitWords(context, row)))].filter(Boolean);
	const known = layout.facts.denominator;
	const scope = inWords(context, resource.scope ?? view.package.scope).replace(/\.$/, '');
	const parts = [
		`${inWords(context, spec.title).replace(/\.$/, '')}.`,
		units.length ? `${m.charts_counted({ unit: units.join(', ') })}.` : '',
		known === null
			? ''
			: m.charts_denominator({ known: formatNumber(known, locale), unit: units.join(', ') }),
		`${scope}, ${m.charts_as_of({ date: formatDay(view.package.asOf, locale) })}.`
	];
	return parts.filter(Boolean).join(' ');
}
