import type { Side } from '../package/compare/types.ts';
import type { DataPackage, Resource, Table } from '../package/types.ts';
import { aligned } from './aligned.ts';

/** Added to the name of a table of an earlier release; no table of a package can have such a name. */
const EARLIER = ' (earlier release)';

/** Whether a table is one of an earlier release. */
export function isEarlier(table: string): boolean {
	return table.endsWith(EARLIER);
}

/** The name that a table of an earlier release has in the present one. */
export function presentName(table: string): string {
	return table.slice(0, -EARLIER.length);
}

/** The name that a table of the present release has in the earlier one. */
export function earlierName(table: string): string {
	return table + EARLIER;
}

/** Names of the tables of published versions: that of the package, and that of an earlier release of it. */
export function versionTables({ revisions }: DataPackage): ReadonlySet<string> {
	return new Set(revisions ? [revisions.resource, earlierName(revisions.resource)] : []);
}

function renamed(resource: Resource): Resource {
	const additivity = resource.additivity?.map((rule) =>
		rule.total ? { ...rule, total: { ...rule.total, resource: rule.total.resource + EARLIER } } : rule
	);
	const path = `${resource.path}${EARLIER}`;
	return { ...resource, name: resource.name + EARLIER, path, ...(additivity ? { additivity } : {}) };
}

/**
 * A package together with an earlier release of it, as one: whoever kept the earlier files has both. A figure that
 * both have is one figure, as everywhere; one that was revised is two.
 */
export function withEarlier(
	pkg: DataPackage,
	tables: Record<string, Table>,
	earlier: Side
): { pkg: DataPackage; tables: Record<string, Table> } {
	const before = aligned(Object.values(earlier.tables), tables).map((table) => ({
		...table,
		resource: renamed(table.resource)
	}));
	return {
		pkg: { ...pkg, resources: [...pkg.resources, ...before.map(({ resource }) => resource)] },
		tables: { ...tables, ...Object.fromEntries(before.map((table) => [table.resource.name, table])) }
	};
}
