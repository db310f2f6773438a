import {
	chartNotes,
	deck,
	headline,
	type ChartContext,
	type ChartLayout,
	type ChartNote
} from '../../charts/index.ts';
import { mapKeyWords, mapSentences, type MapKeyWords } from '../../charts/words/mapWords.ts';
import { citedSources } from '../../charts/words/sources.ts';
import { rowStatusWords } from '../../charts/words/values.ts';
import { localized } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatDay, formatList } from '../../words/numbers.ts';
import { withoutStop } from '../../words/stops.ts';

/** Sources named in a picture; the page has all. */
const MOST_SOURCES = 2;

/** Notes without which a picture would mislead; the others are left out where there is no room. */
const REQUIRED = new Set<ChartNote['kind']>([
	'non-cumulative',
	'partial',
	'withheld',
	'break',
	'vintage',
	'residents',
	'random',
	'funnel',
	'unknown',
	'attribution'
]);

/** A text with a few words in front; `''` for none. */
export interface Remark {
	lead: string;
	text: string;
}

/** The key of a map, and what stands in words under it or under the list in its place. */
export interface MapImageWords {
	key: MapKeyWords | null;
	sentences: string[];
}

/** The words of a picture. */
export interface ImageWords {
	headline: string;
	deck: string;
	/** Stands with the head: what the figures are not, and what must not be added. */
	limits: Remark[];
	/** Must stand in the picture. */
	required: Remark[];
	/** Stand in it where there is room. */
	optional: Remark[];
	sources: Remark | null;
	map: MapImageWords;
	version: string;
	publisher: string;
	address: string;
}

/** What a picture says in words, apart from its marks. */
export function imageWords(context: ChartContext, layout: ChartLayout, address: string): ImageWords {
	const { view, locale } = context;
	const notes = chartNotes(context, layout).filter((note) => !note.minor);
	const ofKind = (kind: ChartNote['kind']) => notes.filter((note) => note.kind === kind);
	const inHead = (note: ChartNote) => note.kind === 'limits' || note.kind === 'non-cumulative';
	const terms = (context.resource.licenses ?? []).map((license) => localized(license.title ?? license.name));
	return {
		headline: headline(context, layout),
		deck: deck(context, layout),
		limits: [...ofKind('limits'), ...ofKind('non-cumulative')],
		required: [...notes.filter((note) => !inHead(note) && REQUIRED.has(note.kind)), ...markedWords(context)],
		optional: notes.filter((note) => !inHead(note) && !REQUIRED.has(note.kind)),
		sources: sourceWords(context),
		map: {
			key: layout.map ? mapKeyWords(context, layout, layout.map) : null,
			sentences: mapSentences(context, layout)
		},
		version: m.charts_version({
			version: view.package.version,
			date: formatDay(view.package.asOf, locale)
		}),
		publisher: [
			m.image_published_by({
				title: withoutStop(localized(view.package.title, locale)),
				publisher: withoutStop(localized(view.package.publisher, locale))
			}),
			...(terms.length ? [`${m.charts_terms()} ${terms.join(', ')}.`] : [])
		].join(' '),
		address: address.replace(/^https?:\/\//, '')
	};
}

/**
 * Markers beside drawn figures: provisional, estimated and the like; withheld ones have a note of their own, and so
 * have rates on few, which no source marks.
 */
function markedWords({ answer, locale }: ChartContext): Remark[] {
	const drawn = answer.rows.filter(
		(row) => row.value !== null && row.status !== '' && !(row.rate && row.status === '[u]')
	);
	const marks = [...new Set(drawn.map((row) => `${rowStatusWords(row)} ${row.status}`))];
	if (!marks.length) return [];
	return [{ lead: m.image_marked_lead(), text: m.image_marked({ marks: formatList(marks, locale) }) }];
}

function sourceWords(context: ChartContext): Remark | null {
	const cited = citedSources(context);
	if (!cited.length) return null;
	const named = cited.slice(0, MOST_SOURCES).map(({ source, letter }) =>
		[source.title, source.publisher, source.date]
			.filter(Boolean)
			.join(', ')
			.concat(letter ? ` (${letter})` : '')
	);
	const more = cited.length - MOST_SOURCES;
	if (more === 1) named.push(m.image_sources_more_one());
	if (more > 1) named.push(m.image_sources_more({ count: more }));
	return {
		lead: `${cited.length === 1 ? m.charts_source_one() : m.charts_sources()}:`,
		text: `${named.join('; ')}.`
	};
}
