import { localized } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatMoment } from '../../words/numbers.ts';
import { measuresOf, type ChartContext } from '../context.ts';
import { affects, breaksWithin, gapsOf, joinYears, periodsOf, rangeOf } from '../layout/time.ts';
import type { PlacedBreak } from '../layout/time.ts';
import type { ChartLayout, Datum } from '../layout/types.ts';
import { datumWords, labelFields } from '../words/rowWords.ts';
import { titleWords } from '../words/title.ts';
import { scaleOf, type PitchScale } from './pitch.ts';

/** A figure that is heard, or a stretch without one, which words stand for: never a tone. */
export type Note =
	| {
			kind: 'tone';
			hertz: number;
			/** -1 left to 1 right. */
			pan: number;
			/** Beats since the note before: 1, or in proportion to the days between. */
			beats: number;
			words: string;
			/** Index in `ChartLayout.data`. */
			datum: number;
	  }
	| { kind: 'silence'; words: string; datum: number | null };

/** One line of a chart as sound. */
export interface TuneLine {
	name: string;
	/** What the lowest and the highest line of the grid stand for. */
	least: string;
	most: string;
	notes: Note[];
}

/**
 * The lines of a chart as tones, in the order of its key; the height of a tone is the height of its point. A withheld
 * figure, a year without one and a break that must not be compared across are silence and words. Empty for other
 * kinds of charts, and for lines with fewer than two figures.
 */
export function tuneOf(context: ChartContext, layout: ChartLayout): TuneLine[] {
	if (layout.kind !== 'line') return [];
	const drawn = layout.average ? [...layout.series, layout.average] : layout.series;
	const order = layout.key.length ? layout.key : drawn.map((_, at) => at);
	return layout.panels.flatMap((panel, inPanel) => {
		const scale = scaleOf(panel.grid);
		if (!scale || panel.small) return [];
		return order.flatMap((inSeries) => {
			const own = layout.data
				.map((datum, index) => ({ datum, index }))
				.filter(({ datum }) => datum.panel === inPanel && datum.series === inSeries && !datum.superseded)
				.sort((a, b) => a.datum.position - b.datum.position);
			if (own.filter(({ datum }) => datum.row.value !== null).length < 2) return [];
			const series = drawn.length > 1 ? drawn[inSeries]?.label : undefined;
			return {
				name: [panel.title, series].filter(Boolean).join(', ') || titleWords(context),
				least: scale.leastLabel,
				most: scale.mostLabel,
				notes: notesOf(context, layout, own, scale)
			};
		});
	});
}

function notesOf(
	context: ChartContext,
	layout: ChartLayout,
	own: { datum: Datum; index: number }[],
	scale: PitchScale
): Note[] {
	const periods = periodsOf(context);
	const rows = own.map(({ datum }) => datum.row);
	const missing = joinYears(gapsOf(context, periods, rows).missing, periods.nameOf);
	const breaks = breaksWithin(context.answer.breaks, rangeOf(context, periods, rows)).filter(
		({ entry }) => !entry.comparableAcross && affects(entry, measuresOf(context, rows))
	);
	const fields = labelFields(context, layout.fields);
	const [first, last] = [own[0]?.datum.position ?? 0, own.at(-1)?.datum.position ?? 0];
	const usual = periods.kind === 'dates' ? (last - first) / (own.length - 1) : 1;
	return own.flatMap(({ datum, index }, at) => {
		const before = own[at - 1]?.datum;
		const between = before ? { from: before.position, to: datum.position } : undefined;
		const within = (place: number | null) =>
			place !== null &&
			between !== undefined &&
			between.from < place - periods.first &&
			place - periods.first <= between.to;
		const { label, value, details } = datumWords(context, layout, datum, fields);
		const words = [`${label}: ${value}`, ...details].join(', ');
		const away = between ? (between.to - between.from) / usual : 1;
		return [
			...missing
				.filter(({ from }) => within(from))
				.map((run): Note => silence(`${run.label}: ${m.charts_gap_label()}`)),
			...breaks
				.filter((each) => within(each.at) || within(each.to))
				.map((each): Note => silence(breakWords(context, each))),
			datum.row.value === null
				? { ...silence(words), datum: index }
				: {
						kind: 'tone' as const,
						...scale.toneAt(datum.box),
						beats: periods.kind === 'dates' ? away : 1,
						words,
						datum: index
					}
		];
	});
}

const silence = (words: string): Extract<Note, { kind: 'silence' }> => ({
	kind: 'silence',
	words,
	datum: null
});

function breakWords(context: ChartContext, { entry }: PlacedBreak): string {
	return m.charts_alt_break({
		from: formatMoment(entry.from, context.locale),
		label: localized(entry.label, context.locale)
	});
}
