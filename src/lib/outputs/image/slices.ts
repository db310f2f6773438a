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

/**
 * The only panel of a bar chart in as many pieces as there are columns, about equally high and cut between
 * rows; null for other charts, and where there are fewer rows than columns.
 */
export function slicesOf(layout: ChartLayout, columns: number): Panel[] | null {
	const [panel] = layout.panels;
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
