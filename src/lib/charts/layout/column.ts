import { m } from '../../words/index.ts';
import type { Column } from './stack.ts';
import { textMark } from './textMark.ts';
import type { Datum, Panel, Series } from './types.ts';

/** px of the hatch that leaves a column open. */
const OPEN_TOP = 10;
/** px between two parts. */
const SEAM = 1;

/** Where a column stands: its middle and half its width as fractions, the zero line and heights in px. */
interface Place {
	x: number;
	half: number;
	bottom: number;
	heightOf: (value: number) => number;
}

/**
 * Adds a column's parts, and an open top with "part" below where they are not all.
 * @param before data of the panel so far
 * @returns its data without their place in the chart, and the total to write over it
 */
export function columnMarks(
	panel: Panel,
	series: Series[],
	column: Column,
	{ x, half, bottom, heightOf }: Place,
	before: number
): { data: Omit<Datum, 'position' | 'panel'>[]; total: { x: number; y: number; value: number } | null } {
	const data: Omit<Datum, 'position' | 'panel'>[] = [];
	const [x0, x1] = [x - half, x + half];
	let y = bottom;
	column.parts.forEach((row, inSeries) => {
		if (!row) return;
		const full = row.value === null ? 0 : heightOf(row.value);
		const datum = before + data.length;
		data.push({ row, series: inSeries, box: { x0, x1, y0: y - full, y1: y }, superseded: false });
		if (row.value !== null) {
			const each = series[inSeries];
			// The seam is cut from below, so that every part ends at its exact height.
			const height = y === bottom ? full : Math.max(full - SEAM, Math.min(full, 0.5));
			const tone = each?.grey ? 'grey' : 'plain';
			panel.bars.push({ x0, x1, y: y - full, height, hue: each?.hue ?? 6, tone, datum });
		}
		y -= full;
	});
	if (column.complete) return { data, total: column.total === null ? null : { x, y, value: column.total } };
	const seam = y === bottom ? 0 : SEAM;
	panel.bars.push({ x0, x1, y: y - OPEN_TOP, height: OPEN_TOP - seam, hue: 6, tone: 'top', datum: null });
	const tick = panel.ticks.find((each) => each.x === x);
	if (tick && tick.width !== 'never') {
		panel.texts.push(
			textMark({
				x,
				y: bottom + 36,
				anchor: 'middle',
				lines: [m.charts_part_label()],
				tone: 'soft',
				width: tick.width
			})
		);
	}
	return { data, total: null };
}
