import type { CubeRow } from '../../cube/types.ts';
import { localized } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatList, formatNumber } from '../../words/numbers.ts';
import { timeField, valueLabel, type ChartContext } from '../context.ts';
import type { MapClass, MapKeyFacts } from '../layout/mapTypes.ts';
import type { ChartLayout } from '../layout/types.ts';
import { lowerFirst, rowStatusWords, unitWords, valueWords } from './values.ts';

/** Names that a sentence lists; more are counted. */
const MOST_NAMES = 12;

/** What a colour or sign of a map means. */
export interface MapKeyEntry {
	kind: 'class' | 'withheld' | 'unknown' | 'low';
	/** Step of the ramp; null unless a class. */
	step: MapClass['step'] | null;
	words: string;
}

/** The key of a map: what the figures are in, and its entries, classes first. */
export interface MapKeyWords {
	/** `calls per 100,000 residents`; `''` where no unit is named. */
	unit: string;
	entries: MapKeyEntry[];
	/** What must be known of the classes and of where the tiles stand. */
	remarks: string[];
}

/** Everything that the key of a map says. */
export function mapKeyWords(context: ChartContext, layout: ChartLayout, facts: MapKeyFacts): MapKeyWords {
	const known = layout.data.flatMap((datum) => (datum.row.value === null ? [] : datum.row));
	const low = known.find((row) => row.status === '[u]');
	const count = (words: string, places: number | null) => counted(context, words, places);
	const entry = (kind: MapKeyEntry['kind'], words: string, places: number): MapKeyEntry[] =>
		places ? [{ kind, step: null, words: count(words, places) }] : [];
	return {
		unit: known[0] ? unitWords(context, known[0]) : '',
		entries: [
			...facts.classes.map((each): MapKeyEntry => {
				return { kind: 'class', step: each.step, words: count(classWords(context, each), each.places) };
			}),
			...entry('withheld', m.charts_key_withheld(), facts.withheld),
			...entry('unknown', m.maps_none(), facts.unknown),
			...(low ? entry('low', m.maps_low({ status: rowStatusWords(low) }), facts.low) : [])
		],
		remarks: [
			...(facts.isFixed || !facts.classes.length ? [] : [m.maps_own_classes()]),
			...(facts.isList ? [m.maps_in_order()] : [])
		]
	};
}

/** The limits of a class: `under 2`, `2 to under 5`, `20 and more`. */
export function classWords({ locale }: ChartContext, { from, to }: MapClass): string {
	const number = (value: number) => formatNumber(value, locale);
	if (from === null) return to === null ? m.maps_class_all() : m.maps_class_under({ limit: number(to) });
	if (to === null) return m.maps_class_from({ limit: number(from) });
	return m.maps_class_between({ from: number(from), to: number(to) });
}

function counted(context: ChartContext, words: string, places: number | null): string {
	if (places === null) return words;
	const name = placeName(context, places === 1 ? 'one' : 'many');
	if (places === 1) return m.maps_places_one({ words, place: name });
	return m.maps_places({ words, count: formatNumber(places, context.locale), places: name });
}

/** What a place is called inside a sentence: `state`, `states`. */
function placeName({ view, locale }: ChartContext, number: 'one' | 'many'): string {
	return lowerFirst(localized(view.shapes?.[number] ?? '', locale));
}

/** What stands in words under a map: the places that it cannot show; or why there is a list instead of it. */
export function mapSentences(context: ChartContext, layout: ChartLayout): string[] {
	const refused = refusedWords(context, layout);
	const unplaced = (layout.map?.unplaced ?? []).map(({ title, rows }) => {
		const words = unplacedWords(context, rows);
		return title ? m.maps_titled({ title, words }) : words;
	});
	return refused ? [refused, ...unplaced] : unplaced;
}

function unplacedWords(context: ChartContext, rows: CubeRow[]): string {
	if (rows.length > MOST_NAMES) {
		return m.maps_unplaced_many({ count: rows.length, places: placeName(context, 'many') });
	}
	const items = rows.map((row) =>
		m.maps_unplaced_item({
			name: valueLabel(context, context.spec.x, row.key[context.spec.x]),
			value: valueWords(context, row)
		})
	);
	return m.maps_unplaced({ list: formatList(items, context.locale) });
}

/** Why places are listed instead of mapped; `''` where they are mapped. */
function refusedWords(context: ChartContext, layout: ChartLayout): string {
	const refused = layout.facts.mapRefused;
	if (!refused) return '';
	if (refused.reason === 'no-shapes') return m.maps_refused_no_shapes();
	if (refused.reason === 'several') return m.maps_refused_several();
	const { known, all } = refused;
	const words = { all, places: placeName(context, 'many'), when: whenWords(context) };
	return known === 1 ? m.maps_refused_few_one(words) : m.maps_refused_few({ ...words, known });
}

/** The one period that is shown: ` for 2018`; `''` where there are several, or none. */
function whenWords(context: ChartContext): string {
	const time = timeField(context)?.name;
	if (!time) return '';
	const kept = new Set(context.answer.rows.flatMap((row) => row.key[time] ?? []));
	const [period, ...others] = kept.size ? kept : (context.answer.query.filters?.[time] ?? []);
	if (period === undefined || others.length) return '';
	return m.maps_for_period({ period: valueLabel(context, time, period) });
}
