import type { CubeAnswer } from '../../cube/types.ts';
import { m } from '../../words/index.ts';
import { formatList, formatMoment } from '../../words/numbers.ts';
import { chartContext, timeField, valueLabel, type ChartContext } from '../context.ts';
import { layoutChart } from '../layout/layoutChart.ts';
import { breaksWithin, periodsOf } from '../layout/time.ts';
import type { ChartLayout, Datum } from '../layout/types.ts';
import type { ChartView } from '../types.ts';
import { periodWords, pinnedWords } from './deck.ts';
import { comparesPlaces } from '../places.ts';
import { comparedPlaces, describePlaces } from './describePlaces.ts';
import { breakdownsOf, gapNotes } from './notes.ts';
import { datumWords, labelFields } from './rowWords.ts';
import { countedInWords } from './terms.ts';
import { titleWords } from './title.ts';
import { figureWords, inWords, shareWords, upperFirst, valueWithLimits, valueWords } from './values.ts';

/** Rows that the alt text of a bar chart reads out before it points to the table. */
const MOST_ROWS = 12;

/** The alt text of a chart, from its data only: what it is, ranges, gaps, breaks, withheld figures, caveats. */
export function describeChart(view: ChartView, answer?: CubeAnswer, locale?: string): string {
	const context = chartContext(view, answer, locale);
	return describe(context, layoutChart(context));
}

/** As `describeChart`, where the layout is known already. */
export function describe(context: ChartContext, layout: ChartLayout): string {
	const title = titleWords(context);
	const isTrend = timeField(context)?.name === context.spec.x;
	const subject = [title, ...pinnedWords(context), isTrend ? '' : periodWords(context)];
	if (!layout.data.length) return `${title}. ${m.charts_empty()}`;
	return [
		kindWords(layout, subject.filter(Boolean).join(', ')),
		...[countedInWords(context)].filter(Boolean),
		...panelWords(context, layout),
		...figuresInWords(context, layout, isTrend),
		...caveats(context, layout)
	].join(' ');
}

function panelWords(context: ChartContext, { panels }: ChartLayout): string[] {
	const count = panels.length;
	if (count < 2) return [];
	if (count > MOST_ROWS && comparesPlaces(context)) return [m.rates_alt_panels({ count })];
	const names = panels.map((panel) => panel.title);
	return [m.charts_alt_panels({ count, names: formatList(names, context.locale) })];
}

/** Places side by side are told by how they spread, or, where they are few, one after another. */
function figuresInWords(context: ChartContext, layout: ChartLayout, isTrend: boolean): string[] {
	if (!comparesPlaces(context)) {
		return isTrend ? rangesBySeries(context, layout) : rowsInWords(context, layout);
	}
	if (!comparedPlaces(context)) return describePlaces(context);
	return [
		...(isTrend ? rangesBySeries(context, layout) : rowsInWords(context, layout)),
		...describePlaces(context, true)
	];
}

function kindWords(layout: ChartLayout, title: string): string {
	switch (layout.kind) {
		case 'line':
			return m.charts_alt_line({ title });
		case 'bar':
			return m.charts_alt_bar({ title });
		case 'stacked-bar':
			return m.charts_alt_stacked({ title });
		case 'dot':
			return m.charts_alt_dot({ title });
		case 'tile-map':
		case 'map':
			return m.charts_alt_map({ title });
		case 'funnel':
			return m.charts_alt_funnel({ title });
	}
}

function rangesBySeries(context: ChartContext, layout: ChartLayout): string[] {
	const x = context.spec.x;
	return layout.panels.flatMap((panel, inPanel) =>
		layout.series.flatMap((series, at) => {
			const own = layout.data.filter(
				(datum) => datum.panel === inPanel && datum.series === at && !datum.superseded
			);
			const known = own.filter((datum) => datum.row.value !== null).sort((a, b) => a.position - b.position);
			if (!own.length) return [];
			const label = layout.series.length > 1 ? series.label : '';
			const name = [panel.title, label].filter(Boolean).join(', ') || titleWords(context);
			const [first, last] = [known[0], known.at(-1)];
			if (!first || !last) return [m.charts_alt_hidden_series({ name })];
			const period = (datum: Datum) => valueLabel(context, x, datum.row.key[x]);
			const isDay = timeField(context)?.type === 'date';
			const moment = (datum: Datum) =>
				isDay ? m.charts_alt_on({ period: period(datum) }) : m.charts_alt_in({ period: period(datum) });
			if (first === last)
				return [
					m.charts_alt_single({ name, value: valueWithLimits(context, first.row, ''), at: moment(first) })
				];
			const bySize = [...known].sort((a, b) => (a.row.value ?? 0) - (b.row.value ?? 0));
			const [least = first, most = last] = [bySize[0], bySize.at(-1)];
			if (first.row.rate || first.row.derived || comparesPlaces(context)) {
				return [
					m.rates_alt_range({
						name,
						count: known.length,
						from: period(first),
						to: period(last),
						least: figureWords(context, least.row),
						most: figureWords(context, most.row),
						last: valueWithLimits(context, last.row, ''),
						lastAt: moment(last)
					})
				];
			}
			return [
				m.charts_alt_range({
					name,
					count: known.length,
					from: period(first),
					to: period(last),
					least: valueWords(context, least.row),
					leastAt: moment(least),
					most: valueWords(context, most.row),
					mostAt: moment(most),
					last: valueWords(context, last.row),
					lastAt: moment(last)
				})
			];
		})
	);
}

function rowsInWords(context: ChartContext, layout: ChartLayout): string[] {
	const fields = labelFields(context, layout.fields);
	const shown = layout.data.filter((datum) => datum.row.status !== '[c]');
	const rows = shown.slice(0, MOST_ROWS).map((datum) => {
		const { label } = datumWords(context, layout, datum, fields);
		const value = valueWithLimits(context, datum.row, label);
		const share = shareWords(context, datum.row);
		return m.charts_alt_row({ label, value: share ? `${value}, ${share}` : value });
	});
	const left = shown.length - rows.length + layout.facts.left;
	if (left === 1) return [...rows, m.charts_alt_more_rows_one()];
	return left > 0 ? [...rows, m.charts_alt_more_rows({ count: left })] : rows;
}

function caveats(context: ChartContext, layout: ChartLayout): string[] {
	const { answer, locale } = context;
	const said: string[] = [];
	const fields = labelFields(context, layout.fields);
	said.push(...gapNotes(context, layout));
	const hidden = layout.data.filter((datum) => datum.row.status === '[c]');
	// Where places stand side by side, how many are withheld is said already.
	if (hidden.length && (hidden.length <= MOST_ROWS || !comparesPlaces(context))) {
		const labels = hidden.map((datum) => datumWords(context, layout, datum, fields).label);
		said.push(m.charts_alt_withheld({ labels: labels.join('; ') }));
	}
	for (const { entry } of breaksWithin(answer.breaks, periodsOf(context))) {
		said.push(
			m.charts_alt_break({ from: formatMoment(entry.from, locale), label: inWords(context, entry.label) })
		);
	}
	const partial = layout.facts.partial.map(({ period }) => period);
	if (partial.length)
		said.push(m.charts_alt_partial({ period: upperFirst(formatList(partial, context.locale)) }));
	if (layout.facts.hasSuperseded) said.push(m.charts_alt_superseded());
	if (breakdownsOf(context).length) said.push(m.charts_alt_non_cumulative());
	return said;
}
