import type { ChartContext, ChartLayout } from '../../charts/index.ts';
import { m } from '../../words/index.ts';
import type { Palette } from './palette.ts';
import { hasRows, partOf, type Part } from './part.ts';
import { place, type Fitted } from './place.ts';
import type { ImageWords, Remark } from './words.ts';

/** px of the picture for one px of the design, whose smallest words are 12 px high: never below 11.5 px. */
const SMALLEST = 0.96;
/** Notes that fill a page still stand in the picture: small words are better than none. */
const LAST_RESORT = 0.3;
/** All notes are worth smaller words down to here; below it they are worth a little only. */
const SMALLEST_WITH_ALL = 1.08;
const NOTES_ARE_WORTH = 0.06;
/** Fewer rows than this say too little: then a panel is left out rather than more rows. */
const LEAST_ROWS = 4;

/**
 * The largest arrangement in which everything fits the frame. A chart with more rows or panels than fit
 * keeps its largest rows or first panels, and says how many more there are.
 * @throws if not even a few rows of one panel fit
 */
export function fitImage(
	context: ChartContext,
	layout: ChartLayout,
	words: ImageWords,
	form: 'wide' | 'square',
	palette: Palette
): Fitted {
	const attempt = ({ layout: drawn, left }: Part): Fitted | null => {
		const all = [...left, ...words.required, ...words.optional];
		const tryNotes = (notes: Remark[], smallest: number) =>
			place(drawn, words, notes, form, palette, smallest);
		const large = tryNotes(all, SMALLEST_WITH_ALL);
		if (large) return large;
		const short = tryNotes(fewerNotes(words, left), SMALLEST);
		return short && (tryNotes(all, Math.max(SMALLEST, short.scale - NOTES_ARE_WORTH)) ?? short);
	};
	if (layout.facts.small) {
		const most = largestThat(1, layout.panels.length, (panels) =>
			attempt(partOf(context, layout, panels, null))
		);
		if (most) return most;
	}
	for (let panels = Math.max(1, layout.panels.length); panels > 0; panels--) {
		const found = withRows(context, layout, panels, attempt);
		if (found) return found;
	}
	const { layout: drawn, left } = partOf(context, layout, 1, LEAST_ROWS);
	const tiny = place(drawn, words, fewerNotes(words, left), form, palette, LAST_RESORT);
	if (tiny) return tiny;
	throw new Error(`No picture of ${context.spec.id} fits its frame.`);
}

/** What must be said, and that there is more. */
function fewerNotes({ required, optional }: ImageWords, left: Remark[]): Remark[] {
	const more = optional.length ? [{ lead: '', text: m.image_notes_more() }] : [];
	return [...left, ...required, ...more];
}

/** Some panels with the most rows that fit. */
function withRows(
	context: ChartContext,
	layout: ChartLayout,
	panels: number,
	attempt: (part: Part) => Fitted | null
): Fitted | null {
	const all = attempt(partOf(context, layout, panels, null));
	if (all || !hasRows(layout)) return all;
	const rows = Math.max(...layout.data.map(({ position }) => position)) + 1;
	return largestThat(LEAST_ROWS, rows - 1, (limit) => attempt(partOf(context, layout, panels, limit)));
}

/** What the largest count gives that fits; what fits at a count fits at any smaller one. */
function largestThat(from: number, to: number, attempt: (count: number) => Fitted | null): Fitted | null {
	let best: Fitted | null = null;
	let [least, most] = [from, to];
	while (least <= most) {
		const count = Math.floor((least + most) / 2);
		const found = attempt(count);
		if (found) [best, least] = [found, count + 1];
		else most = count - 1;
	}
	return best;
}
