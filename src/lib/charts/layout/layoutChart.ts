import type { CubeRow } from '../../cube/types.ts';
import { seriesFields, timeField, type ChartContext } from '../context.ts';
import { placeKit } from '../kit.ts';
import type { MarkKind } from '../types.ts';
import { isMap } from './isMap.ts';
import { layLines } from './layLines.ts';
import { layRows } from './layRows.ts';
import { layStack } from './layStack.ts';
import { seriesOf } from './series.ts';
import { notStackable } from './stack.ts';
import type { ChartLayout } from './types.ts';

/** From an answer to marks: pure, without DOM; every place across is a fraction of the plot's width. */
export function layoutChart(context: ChartContext): ChartLayout {
	const { spec, answer } = context;
	const refused =
		spec.mark === 'stacked-bar' && notStackable(context, seriesFields(context, 'mark')).length > 0;
	const funnelless = spec.mark === 'funnel' && !placeKit().hasFunnel(context);
	const mapless = isMap(spec.mark) ? placeKit().mapRefused(context, seriesFields(context, 'mark')) : null;
	const kind: MarkKind =
		mapless || funnelless
			? 'dot'
			: refused
				? timeField(context)?.name === spec.x
					? 'line'
					: 'dot'
				: spec.mark;
	const fields = seriesFields(context, kind === 'line' ? 'line' : 'mark');
	const layout: ChartLayout = {
		kind,
		stackRefused: refused,
		fields,
		series: seriesOf(context, fields),
		average: null,
		key: [],
		endLabels: false,
		data: [],
		panels: [],
		facts: {
			missing: [],
			leftOut: [],
			seriesMissing: [],
			partial: [],
			left: 0,
			denominator: commonDenominator(answer.rows),
			hasSuperseded: false,
			...(mapless ? { mapRefused: mapless } : {})
		}
	};
	if (!answer.rows.length) return layout;
	if (kind === 'line') layLines(context, layout);
	else if (kind === 'stacked-bar') layStack(context, layout);
	else if (isMap(kind)) placeKit().layMap(context, layout);
	else if (kind === 'funnel') placeKit().layFunnel(context, layout);
	else layRows(context, layout);
	const whiskers = layout.panels.flatMap((panel) => panel.whiskers);
	if (whiskers.length) {
		const shown = whiskers.some(({ beyond }) => !beyond);
		layout.facts.limits = { shown, cut: whiskers.some(({ cut }) => cut) };
	}
	layout.facts.hasSuperseded = layout.data.some((datum) => datum.superseded);
	return layout;
}

function commonDenominator(rows: CubeRow[]): number | null {
	const known = new Set(rows.map((row) => row.denominator));
	return known.size === 1 ? ([...known][0] ?? null) : null;
}
