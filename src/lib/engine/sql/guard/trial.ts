import { literal, quoted } from '../../../cube/index.ts';
import type { TableProfile } from './profile.ts';

/** A way of changing figures so that what depends on them shows. */
export interface Stroke {
	/** What every row gets before anything is compared, so that no two sums are alike by chance. */
	base: string;
	/** What a row gets more, times the weight of its value of a dimension. */
	step: string;
	/** Weights are whole numbers, so that a cast to whole numbers does not swallow them. */
	whole: boolean;
}

/** Steps so small that nothing but sums, means and other smooth functions of the figures follows. */
export function smallStroke({ largest }: TableProfile): Stroke {
	const step = largest * 1e-6;
	return {
		base: `${step * 50} * ((rowid * 7919) % 1009) / 1009.0`,
		step: `${step} * (1 + ((rowid * 104729) % 997) / 997.0)`,
		whole: false
	};
}

/** Whole steps, which casts to whole numbers let through. */
export function wholeStroke(): Stroke {
	return { base: '((rowid * 7919) % 101)', step: '(1 + (rowid * 104729) % 7)', whole: true };
}

/** Steps so large that roundings, thresholds and conditions follow. */
export function largeStroke({ largest }: TableProfile, direction: 1 | -1 = 1): Stroke {
	const step = direction * Math.ceil(largest) * 1000;
	return { base: '0', step: String(step), whole: true };
}

/** Weights of a dimension's values, by their index, that no mean of others equals except by chance. */
export function weightOf(index: number, whole: boolean): number {
	if (whole) return 1 + index * index + 3 * index;
	const spread = Math.abs(Math.sin(index * 12.9898 + 1) * 43758.5453) % 1;
	return 1 + 2 * spread;
}

/** The statement that moves the figures of a table: by one step everywhere, or by weights of a dimension's values. */
export function moveSql(
	profile: TableProfile,
	stroke: Stroke,
	weights?: { dimension: string; of: ReadonlyMap<string | number | null, number> }
): string {
	const column = quoted(profile.value.name);
	const parts = [`${column} + ${stroke.base}`];
	if (weights) {
		const field = quoted(weights.dimension);
		const cases = [...weights.of]
			.filter(([, weight]) => weight !== 0)
			.map(
				([member, weight]) =>
					`WHEN ${member === null ? `${field} IS NULL` : `${field} = ${literal(member)}`} THEN ${weight}`
			);
		parts.push(cases.length ? `${stroke.step} * CASE ${cases.join(' ')} ELSE 0 END` : '0');
	}
	return `UPDATE main.${quoted(profile.resource.name)} SET ${column} = ${parts.join(' + ')}`;
}

/** The statement that moves all figures of a table by one step, or several. */
export function moveAllSql(profile: TableProfile, stroke: Stroke, steps = 1): string {
	const column = quoted(profile.value.name);
	return `UPDATE main.${quoted(profile.resource.name)} SET ${column} = ${column} + ${stroke.base} + ${steps} * ${stroke.step}`;
}

/** The statement that puts a number in place of withheld figures. */
export function fillSql(
	profile: TableProfile,
	stroke: Stroke,
	rows: readonly number[],
	figure = Math.max(1, Math.round(profile.largest))
): string {
	const column = quoted(profile.value.name);
	return `UPDATE main.${quoted(profile.resource.name)}
SET ${column} = CASE WHEN rowid IN (${rows.join(', ')}) THEN ${figure}
ELSE ${column} + ${stroke.base} END WHERE ${column} IS NOT NULL OR rowid IN (${rows.join(', ')})`;
}

/**
 * Figures in an order of their own, so far apart that a step leaves the order as it is, and a step of its own
 * for every row; the order 0 is that of the data.
 */
export function reorderedStroke({ largest }: TableProfile, order: number): Stroke {
	return {
		base: order ? `${Math.ceil(largest)} * (((rowid + ${order}) * ${7919 + 1000 * order}) % 10007)` : '0',
		step: `${largest / 20} * (1 + (rowid * 104729) % 997 / 997.0)`,
		whole: false
	};
}

/** The same step for every row. */
export function evenStroke({ largest }: TableProfile): Stroke {
	return { base: '0', step: String(10 * Math.ceil(largest)), whole: true };
}
