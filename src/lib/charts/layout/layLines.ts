import type { ChartContext } from '../context.ts';
import { placeKit } from '../kit.ts';
import { comparesPlaces } from '../places.ts';
import { averageSeries, placeName } from './average.ts';
import { linePanel } from './linePanel.ts';
import { onlyRow, pointPanel } from './pointPanel.ts';
import { add, gapFacts, isSmall, known, partsOf, scalesOf } from './parts.ts';
import { seriesId } from './series.ts';
import { gapsOf, joinYears, periodsOf } from './time.ts';
import { highsOf } from './whiskers.ts';
import type { ChartLayout, Datum } from './types.ts';

/** Adds the panels of a line chart. */
export function layLines(context: ChartContext, layout: ChartLayout) {
	const { fields, series } = layout;
	layout.average = averageSeries(context);
	const parts = partsOf(context);
	const periods = periodsOf(context);
	layout.endLabels = parts.length === 1;
	Object.assign(layout.facts, gapFacts(context, parts));
	if (parts.length === 1 && series.length > 1) {
		const common = new Set(layout.facts.missing.flatMap((each) => each.periods));
		layout.facts.seriesMissing = series.flatMap(({ id, label }) => {
			const own = context.answer.rows.filter((row) => seriesId(fields, row) === id);
			const years = joinYears(gapsOf(context, periods, own).missing, periods.nameOf).map((run) => run.label);
			const more = years.filter((year) => !common.has(year));
			return more.length ? [{ name: label, periods: more }] : [];
		});
	}
	const { average } = layout;
	if (average && series.length === 1) nameByPlace(context, layout);
	const drawn = average ? [...layout.series, average] : series;
	const frame = { context, fields, series: drawn, average, periods, endLabels: layout.endLabels };
	const scales = scalesOf(
		context,
		parts.map((part) => known([...part.rows, ...part.superseded, ...part.averages])),
		parts.map((part) => highsOf(part.rows))
	);
	if (isSmall(context)) {
		const { smallScales, smallPanel } = placeKit();
		const { own, shared } = smallScales(context, parts);
		parts.forEach((part, index) => {
			const scale = own[index];
			if (scale) add(layout, smallPanel(frame, scale, part, index, shared));
		});
		layout.facts.small = { scale: shared?.ticks.at(-1)?.label ?? null };
		if (drawn.length > 1) layout.key = keyOf(context, layout);
		return;
	}
	const draw = (least?: number) =>
		parts.flatMap((part, index) => {
			const scale = scales[index];
			const only = parts.length > 1 ? onlyRow(part) : null;
			if (only) return [pointPanel(frame, only, part.title, index)];
			return scale ? [linePanel(frame, scale, part, index, least)] : [];
		});
	for (const panel of draw(Math.max(...draw().map(({ top }) => top)))) add(layout, panel);
	if (drawn.length > 1) layout.key = keyOf(context, layout);
}

/** Beside the average a single line is called by its place, not by what it counts. */
function nameByPlace(context: ChartContext, layout: ChartLayout) {
	const label = placeName(context);
	if (label) layout.series = layout.series.map((each) => ({ ...each, label }));
}

/** The series of the key: as the last values lie, except places, which are never put in order of their figures. */
function keyOf(context: ChartContext, layout: ChartLayout): number[] {
	return comparesPlaces(context) ? layout.series.map((_, at) => at) : byLastValue(layout);
}

function byLastValue({ series, data }: ChartLayout): number[] {
	const last = (at: number) =>
		data.reduce<Datum | undefined>((latest, datum) => {
			if (datum.series !== at || datum.superseded || datum.row.value === null) return latest;
			return !latest || datum.position >= latest.position ? datum : latest;
		}, undefined)?.row.value ?? -1;
	return series.map((_, at) => at).sort((a, b) => last(b) - last(a) || a - b);
}
