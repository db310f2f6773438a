import { dimensionsOf } from '../package/labels.ts';
import type { Table } from '../package/types.ts';
import { isEarlier } from './earlier.ts';
import type { Finding, System } from './types.ts';

/**
 * Published totals of which all fall into one category while the others are zero: whoever is counted there has that
 * trait, though no count is small. They are only reported on, because at the level of a state or a nation such figures
 * are published as a rule, and nothing in a package says how small an area is.
 */
export function groupFindings(tables: Record<string, Table>, { cells, constraints }: System): Finding[] {
	const categories = new Set(
		Object.values(tables).flatMap(({ resource }) =>
			dimensionsOf(resource).flatMap(({ role, name }) =>
				role === 'category' ? [`${resource.name}.${name}`] : []
			)
		)
	);
	const seen = new Set<number>();
	return constraints.flatMap(({ cells: tied, coefficients, lower, upper, over }): Finding[] => {
		if (lower !== 0 || upper !== 0 || !categories.has(over)) return [];
		const parts = tied.flatMap((id, index) => ((coefficients[index] ?? 0) > 0 ? (cells[id] ?? []) : []));
		if (parts.length < 2 || parts.some(({ value, hidden }) => value === null || hidden)) return [];
		const [only, ...others] = parts.filter(({ value }) => value !== 0);
		const at = only?.standings.find(({ table }) => !isEarlier(table));
		if (!only?.controlled || !at || others.length > 0 || seen.has(only.id)) return [];
		seen.add(only.id);
		return [{ kind: 'whole-group', mode: 'inform', at, threshold: only.threshold }];
	});
}
