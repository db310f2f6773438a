import type { ChartLayout, Panel } from '../../charts/layout/types.ts';

/** A piece of a panel from one height to another, moved to the top. */
function pieceOf(panel: Panel, from: number, to: number): Panel {
	const inside = (y: number) => y >= from && y < to;
	return {
		...panel,
		height: to - from,
		texts: panel.texts.filter(({ y }) => inside(y)).map((text) => ({ ...text, y: text.y - from })),
		bars: panel.bars.filter(({ y }) => inside(y)).map((bar) => ({ ...bar, y: bar.y - from })),
		axes: panel.axes.filter(({ y0 }) => inside(y0)).map(({ y0, y1 }) => ({ y0: y0 - from, y1: y1 - from }))
	};
}

/** Close rows in columns, each under the axis and the words that stand above all rows. */
function columnsOf(panel: Panel, rows: NonNullable<Panel['rows']>, columns: number): Panel[] | null {
	if (rows.count < columns * 2) return null;
	const each = Math.ceil(rows.count / columns);
	return Array.from({ length: columns }, (_, column) => {
		const from = rows.from + column * each * rows.height;
		const to = rows.from + Math.min(rows.count, (column + 1) * each) * rows.height;
		const placeOf = (y: number) => (y < rows.from ? y : y - from + rows.from);
		const shown = (y: number) => y < rows.from || (y >= from && y < to);
		const moved = <Mark extends { y: number }>(marks: Mark[]) =>
			marks.filter(({ y }) => shown(y)).map((mark) => ({ ...mark, y: placeOf(mark.y) }));
		const stretched = <Mark extends { y0: number; y1: number }>(marks: Mark[]) =>
			marks
				.filter(({ y0 }) => shown(y0))
				.map((mark) => ({ ...mark, y0: placeOf(mark.y0), y1: Math.min(placeOf(mark.y1), bottom) }));
		const bottom = to - from + rows.from;
		return {
			...panel,
			height: bottom,
			texts: moved(panel.texts),
			bars: moved(panel.bars),
			threads: moved(panel.threads),
			ticks: moved(panel.ticks),
			dots: moved(panel.dots),
			whiskers: stretched(panel.whiskers),
			axes: stretched(panel.axes),
			rules: panel.rules.map((rule) => ({ ...rule, y1: bottom }))
		};
	});
}

/**
 * The only panel of a bar chart, or of many close rows, in as many pieces as there are columns, about equally high and cut between
 * rows; null for other charts, and where there are fewer rows than columns.
 */
export function slicesOf(layout: ChartLayout, columns: number): Panel[] | null {
	const [panel] = layout.panels;
	if (panel?.rows && layout.panels.length === 1) return columnsOf(panel, panel.rows, columns);
	if (layout.kind !== 'bar' || layout.panels.length !== 1 || !panel) return null;
	const starts = new Map<number, number>();
	for (const { position, box } of layout.data)
		starts.set(position, Math.min(box.y0, starts.get(position) ?? Infinity));
	const rows = [...starts.values()].sort((a, b) => a - b);
	if (rows.length < columns * 2) return null;
	const cuts = [0];
	for (let column = 1; column < columns; column++) {
		const ideal = (panel.height * column) / columns;
		const cut = rows.reduce((best, y) => (Math.abs(y - ideal) < Math.abs(best - ideal) ? y : best), 0);
		cuts.push(cut - 4);
	}
	cuts.push(panel.height);
	return cuts.slice(0, -1).map((from, at) => pieceOf(panel, from, cuts[at + 1] ?? panel.height));
}
