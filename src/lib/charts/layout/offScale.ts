import { m } from '../../words/index.ts';
import type { ChartContext } from '../context.ts';
import { barWords, figureWords } from '../words/values.ts';
import { known } from './parts.ts';
import type { RowGroup } from './rows.ts';
import type { Series } from './types.ts';

/** An unknown row that is more often as large as the largest known one than this leaves the scale. */
const MOST_TIMES = 3;

/** Marks the unknown rows that would press all known ones together; panels that share a scale come as one. */
export function markOffScale(groups: RowGroup[]): RowGroup[] {
	const sizeOf = (some: RowGroup[]) =>
		Math.max(0, ...some.flatMap((group) => known(group.rows.flatMap((row) => row ?? []))));
	const largest = sizeOf(groups.filter((group) => !group.unknown));
	return groups.map((group) =>
		group.unknown && largest > 0 && sizeOf([group]) > largest * MOST_TIMES
			? { ...group, offScale: true }
			: group
	);
}

/** `8,210 (2018), 11,996 (2021), off the scale` */
export function offScaleWords(context: ChartContext, series: Series[], group: RowGroup): string {
	const values = group.rows.flatMap((row, at) => {
		if (!row) return [];
		const label = series.length > 1 ? (series[at]?.label ?? '') : '';
		if (!label) return [barWords(context, row, true)];
		return [m.charts_off_scale_at({ value: figureWords(context, row), series: label })];
	});
	return m.charts_off_scale({ values: values.join(', ') });
}
