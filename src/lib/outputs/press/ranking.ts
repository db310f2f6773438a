import { categoryOf, timeField, valueLabel, type ChartContext } from '../../charts/context.ts';
import { valueWords } from '../../charts/words/values.ts';
import type { CubeAnswer, CubeRow } from '../../cube/types.ts';
import { fieldByRole } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { quotedFigures } from '../quote/figures.ts';
import { chartName, drawn, isExact, quoteOf } from './parts.ts';
import type { Ask, ExampleFinder } from './types.ts';

/** Places that make a list which invites to be read as a ranking. */
const FEWEST_PLACES = 5;

/** The place with the largest count, taken for the place where most happens. */
export const rankingExample: ExampleFinder = (view, ask) => {
	const { context, layout } = drawn(view);
	const place = fieldByRole(context.resource, 'place')?.name;
	const row = quotedFigures(context, layout)?.rows.at(-1);
	if (!place || !row) return undefined;
	const asked = ofEachPlace(context, place, row, ask);
	if (!asked) return undefined;
	const named = asked.rows
		.filter(isExact)
		.filter((each) => categoryOf(context, place, each.key[place] ?? '')?.kind === undefined);
	const [top] = [...named].sort((a, b) => b.value - a.value);
	if (!top || named.length < FEWEST_PLACES) return undefined;
	const value = top.key[place];
	const own = value === undefined ? undefined : onePlace(context, place, value, row, ask);
	if (!own) return undefined;
	const words = {
		place: valueLabel(context, place, top.key[place]),
		value: valueWords({ ...context, answer: asked }, top),
		count: named.length
	};
	return {
		kind: 'ranking',
		wrong: m.press_wrong_ranking(words),
		why: m.press_why_ranking(words),
		right: quoteOf(view, own),
		chart: chartName(view)
	};
};

/** The counts of all places, of the same thing and time as one figure of the chart. */
function ofEachPlace(
	{ answer, resource, ...context }: ChartContext,
	place: string,
	row: CubeRow,
	ask: Ask
): CubeAnswer | undefined {
	const { query } = answer;
	const pinned = (role: 'measure' | 'unit' | 'basis') => {
		const field = fieldByRole(resource, role)?.name;
		const value = field === undefined ? undefined : row.key[field];
		return value === undefined ? query[role] : [String(value)];
	};
	const { [place]: _, ...filters } = query.filters ?? {};
	const time = timeField({ answer, resource, ...context })?.name;
	const at = time === undefined ? undefined : row.key[time];
	const wanted = { measure: pinned('measure'), unit: pinned('unit'), basis: pinned('basis') };
	const kept = Object.entries(wanted).filter(([, values]) => values !== undefined);
	return ask({
		table: query.table,
		dimensions: [place],
		filters: { ...filters, ...(time && at !== undefined ? { [time]: [at] } : {}) },
		...Object.fromEntries(kept)
	});
}

/** The chart's own question about one place, at the time of the figure. */
function onePlace(
	context: ChartContext,
	place: string,
	value: string | number,
	row: CubeRow,
	ask: Ask
): CubeAnswer | undefined {
	const { query } = context.answer;
	const time = timeField(context)?.name;
	const own = query.dimensions.includes(place)
		? context.answer
		: ask({ ...query, filters: { ...query.filters, [place]: [value] } });
	const rows = own?.rows.filter(
		({ key }) => (!(place in key) || key[place] === value) && (!time || key[time] === row.key[time])
	);
	return own && rows?.length ? { ...own, rows } : undefined;
}
