import type { ChartContext } from '../context.ts';
import { averageOfPlaces } from './average.ts';
import { barPanel, barRoom } from './bar.ts';
import { compactPanel, isCompact } from './compactDots.ts';
import { dotPanel } from './dot.ts';
import { markOffScale } from './offScale.ts';
import { add, hasOneScale, known, partsOf, scalesOf } from './parts.ts';
import { cutRows, isPlaceOfRates, rowGroups } from './rows.ts';
import { withoutFar } from './scale.ts';
import { highsOf } from './whiskers.ts';
import type { ChartLayout } from './types.ts';

/** Adds the panels of bars or dots. */
export function layRows(context: ChartContext, layout: ChartLayout) {
	const { fields, series } = layout;
	const drawn = partsOf(context).map((part) => {
		const { shown, left } = cutRows(rowGroups(context, fields, part.rows, series), context.spec.limit);
		layout.facts.left = Math.max(layout.facts.left, left);
		return { ...part, groups: shown };
	});
	const shared = hasOneScale(context) ? markOffScale(drawn.flatMap((part) => part.groups)) : null;
	const parts = drawn.map((part) => {
		const groups = shared ? shared.splice(0, part.groups.length) : markOffScale(part.groups);
		return { ...part, groups };
	});
	const scales = scalesOf(
		context,
		parts.map((part) => {
			const values = part.groups.flatMap((group) =>
				group.offScale ? [] : known(group.rows.flatMap((row) => row ?? []))
			);
			return isPlaceOfRates(context) && layout.kind === 'dot' && isCompact(series, part.groups)
				? withoutFar(values)
				: values;
		}),
		layout.kind === 'dot'
			? parts.map((part) => part.groups.flatMap((group) => highsOf(group.rows.flatMap((row) => row ?? []))))
			: undefined
	);
	const groups = parts.map((part) => part.groups);
	const room = barRoom(
		context,
		groups,
		scales.map((scale) => scale.most)
	);
	parts.forEach((part, index) => {
		const scale = scales[index];
		if (!scale) return;
		if (layout.kind === 'dot') {
			const average = series.length === 1 ? averageOfPlaces(context, part.rows) : null;
			const frame = { context, series, scale, average };
			const draw = isCompact(series, part.groups) ? compactPanel : dotPanel;
			add(layout, draw(frame, part.title, part.groups, index));
		} else
			add(layout, barPanel({ context, series, top: scale.most, ...room }, part.title, part.groups, index));
	});
	if (series.length > 1) layout.key = series.map((_, at) => at);
}
