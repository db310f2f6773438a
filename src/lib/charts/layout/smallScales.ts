import type { ChartContext } from '../context.ts';
import { hasOneScale, known } from './parts.ts';
import { valueScale, withoutFar, type ValueScale } from './scale.ts';
import type { PanelPart } from './types.ts';
import { highsOf } from './whiskers.ts';

/**
 * The scales of many small panels: one for all where they count the same, except for those far above all others,
 * which would lay them flat.
 * @returns the scale of each panel, and the one that most of them share; null where each has its own
 */
export function smallScales(
	context: ChartContext,
	parts: PanelPart[]
): { own: ValueScale[]; shared: ValueScale | null } {
	const isRate = context.answer.query.rate === true;
	const values = parts.map((part) => known([...part.rows, ...part.averages]));
	const alone = parts.map((part, index) =>
		valueScale(values[index] ?? [], context.locale, isRate ? highsOf(part.rows) : undefined)
	);
	if (!hasOneScale(context)) return { own: alone, shared: null };
	const largest = values.map((some) => Math.max(0, ...some));
	const held = withoutFar(largest);
	const top = Math.max(0, ...held);
	const shared = valueScale(held, context.locale, isRate ? [] : undefined);
	return {
		own: alone.map((scale, index) => ((largest[index] ?? 0) > top ? scale : shared)),
		shared
	};
}
