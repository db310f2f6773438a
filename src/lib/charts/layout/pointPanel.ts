import type { CubeRow } from '../../cube/types.ts';
import { valueLabel } from '../context.ts';
import { figureWords } from '../words/values.ts';
import type { LineFrame } from './linePanel.ts';
import { dotMark } from './dotMark.ts';
import { emptyPanel } from './panel.ts';
import { seriesId } from './series.ts';
import { textMark } from './textMark.ts';
import type { Datum, Panel, PanelPart } from './types.ts';

const MIDDLE = 12;
const HEIGHT = 30;

/** The only figure of a panel, if it has just one that is a number. */
export function onlyRow(part: PanelPart): CubeRow | null {
	const [row, ...others] = [...part.rows, ...part.superseded, ...part.averages];
	return row && row.value !== null && !others.length ? row : null;
}

/** One of several panels that has a single figure: its mark, period and value, without empty axes. */
export function pointPanel(
	{ context, fields, series, periods }: LineFrame,
	row: CubeRow,
	title: string,
	index: number
): { panel: Panel; data: Datum[]; top: number } {
	const panel = emptyPanel(title);
	const inSeries = Math.max(
		0,
		series.findIndex((each) => each.id === seriesId(fields, row))
	);
	const { hue = 1, shape = 'circle' } = series[inSeries] ?? {};
	const x = 0.02;
	const period = row.key[context.spec.x];
	panel.dots.push(dotMark({ x, y: MIDDLE, hue, shape, datum: 0 }, row));
	panel.texts.push(
		textMark({
			x,
			dx: 12,
			y: MIDDLE + 4.5,
			lines: [`${valueLabel(context, context.spec.x, period)}:`],
			value: figureWords(context, row)
		})
	);
	panel.height = HEIGHT;
	const position = (periods.at.get(period ?? '') ?? 0) - periods.first;
	const box = { x0: x, x1: x, y0: MIDDLE, y1: MIDDLE };
	return { panel, data: [{ row, series: inSeries, position, panel: index, box, superseded: false }], top: 0 };
}
