import { localized } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { timeField, valueLabel, type ChartContext } from '../context.ts';
import type { ChartLayout } from '../layout/types.ts';
import { latestFigures, MOST_NAMED } from '../words/headlineLatest.ts';
import { titleWords } from '../words/title.ts';
import { derivedNumber, derivedValue } from './words.ts';

/** The sentence over a chart of an index, a change or a share: the newest figures, and what they are set against. */
export function derivedHeadline(context: ChartContext, layout: ChartLayout): string {
	const title = titleWords(context);
	const isTrend = timeField(context)?.name === context.spec.x;
	if (!context.answer.rows.some(({ value }) => value !== null)) return m.derived_headline_none({ title });
	if (!isTrend) return title;
	const { newest } = latestFigures(context, layout);
	const [first, ...others] = newest;
	if (!first) return title;
	const period = valueLabel(context, context.spec.x, first.row.key[context.spec.x]);
	if (!others.length) {
		const value = derivedValue(first.row, context.locale);
		const name = first.strand.name.replace(title, localized(context.spec.title, context.locale));
		return m.derived_headline({ name, value, period });
	}
	const items = newest
		.slice(0, MOST_NAMED)
		.map(({ strand, row }) =>
			m.derived_headline_item({ name: strand.name, value: derivedNumber(row, context.locale) })
		);
	return m.derived_headline_several({ title, period, items: items.join('; ') });
}
