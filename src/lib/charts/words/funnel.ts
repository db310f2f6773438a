import { m } from '../../words/index.ts';
import { formatList, formatRate } from '../../words/numbers.ts';
import type { ChartContext } from '../context.ts';
import type { ChartLayout } from '../layout/types.ts';
import { placesName } from './headlinePlaces.ts';
import type { ChartNote } from './notes.ts';

/** Places that are named where they have no rate; more are counted. */
const MOST_NAMES = 8;

/** What a funnel plot says: how many places lie outside its limits, why more than chance would put there, and that it ranks nobody. */
export function funnelNotes(context: ChartContext, { facts }: ChartLayout): ChartNote[] {
	const { funnel } = facts;
	if (!funnel) return [];
	const { shown, outside95, outside998, outsideAdjusted, phi, without } = funnel;
	const places = placesName(context);
	const counts = { shown, places, inner: outside95, outer: outside998, wide: outsideAdjusted };
	const spread = { phi: formatRate(phi, context.locale) };
	const sentences = [
		m.intervals_funnel_outside(counts),
		phi > 1 ? m.intervals_funnel_overdispersed(spread) : m.intervals_funnel_chance(spread),
		phi > 1 ? m.intervals_funnel_widened(counts) : '',
		m.intervals_funnel_no_ranking(),
		withoutWords(context, without, places)
	];
	return [
		{
			kind: 'funnel',
			lead: m.intervals_lead_funnel(),
			text: sentences.filter(Boolean).join(' '),
			minor: false
		}
	];
}

function withoutWords({ locale }: ChartContext, names: string[], places: string): string {
	if (!names.length) return '';
	return names.length > MOST_NAMES
		? m.intervals_funnel_without_many({ count: names.length, places })
		: m.intervals_funnel_without({ names: formatList(names, locale) });
}
