import { dimensionsOf } from '../package/labels.ts';
import type { DataPackage, Table } from '../package/types.ts';
import { compositeConstraints } from './composites.ts';
import { versionTables } from './earlier.ts';
import type { Figures } from './figures.ts';
import { jointConstraints } from './joint.ts';
import { settingsOf } from './settings.ts';
import { constraintsOf, slicesOver, sliceSum } from './sums.ts';
import type { Constraint } from './types.ts';

/**
 * What ties the figures of all tables together, as the rules of additivity have it. Parts of an additive
 * dimension that are all there equal their total; where one is missing they are at most the total; where
 * parts overlap each of them is at most the total, and, where they are complete, the total at most their sum.
 * Measures, units, bases and versions of a figure are never tied.
 */
export function constraintsBetween(
	pkg: DataPackage,
	tables: Record<string, Table>,
	figures: Figures
): Constraint[] {
	const versions = versionTables(pkg);
	return Object.values(tables).flatMap((table) => {
		if (!figures.at.has(table.resource.name) || versions.has(table.resource.name)) return [];
		const dimensions = dimensionsOf(table.resource).filter(
			({ role }) => role === 'category' || role === 'place' || role === 'time'
		);
		const isGuarded = settingsOf(pkg, table.resource).mode === 'protect';
		const single = dimensions.flatMap((dimension) => {
			const slices = [...slicesOver(table, dimension).values()];
			return [
				...slices.flatMap((slice) => constraintsOf(sliceSum(slice, dimension, table, tables, figures))),
				...compositeConstraints(slices, dimension, table, figures, isGuarded)
			].map((each) => ({ ...each, over: `${table.resource.name}.${dimension.name}` }));
		});
		return [...single, ...jointConstraints(table, figures)];
	});
}
