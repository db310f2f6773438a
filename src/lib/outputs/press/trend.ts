import { timeField, type ChartContext } from '../../charts/context.ts';
import type { ChartLayout } from '../../charts/layout/types.ts';
import { latestFigures } from '../../charts/words/headlineLatest.ts';
import type { CubeRow } from '../../cube/types.ts';
import { isExact } from './parts.ts';

/** Neighbouring exact figures of a line chart, the newest pair of each line first; empty for other charts. */
export function neighbours(
	context: ChartContext,
	layout: ChartLayout
): { name: string; before: CubeRow & { value: number }; after: CubeRow & { value: number } }[] {
	if (layout.kind !== 'line' || timeField(context)?.name !== context.spec.x) return [];
	return latestFigures(context, layout).strands.flatMap(({ name, rows }) => {
		const known = rows.filter(isExact);
		return known
			.flatMap((after, at) => {
				const before = known[at - 1];
				return before ? [{ name, before, after }] : [];
			})
			.reverse();
	});
}
