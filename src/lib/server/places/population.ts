import { canShowRates } from '../../charts/rateChoice.ts';
import type { ChartView } from '../../charts/types.ts';
import { fieldByRole } from '../../package/index.ts';
import type { PopulationLink, Resource, Row, Table } from '../../package/types.ts';
import { rowsWithinReach } from '../../ui/filters/options.ts';

/** Whether the link uses a basis for a time. */
function serves({ bases }: PopulationLink, basis: string, time: string): boolean {
	if (!bases) return true;
	return bases.some(({ value, from = '', to = '\uffff' }) => value === basis && from <= time && time <= to);
}

/**
 * The residents by whom some charts can divide: of the places and times that a filter can bring there, on the bases
 * that serve those times. A page carries no others.
 * @returns for each table of residents its rows, in its own order
 */
export function populationRows(
	views: ChartView[],
	tables: Record<string, Table>
): { resource: Resource; rows: Row[] }[] {
	const found = new Map<string, { table: Table; rows: Set<Row> }>();
	for (const { spec, resource } of views) {
		const link = resource.population;
		const table = link && tables[link.resource];
		if (!table || !canShowRates(spec, resource)) continue;
		const reach = rowsWithinReach(spec, resource, tables[resource.name]?.rows ?? []);
		const wanted = (['place', 'time'] as const).flatMap((role) => {
			const [own, theirs] = [fieldByRole(resource, role)?.name, fieldByRole(table.resource, role)?.name];
			if (own === undefined || theirs === undefined) return [];
			return [{ theirs, values: new Set(reach.map((row) => String(row[own] ?? ''))) }];
		});
		const basis = fieldByRole(table.resource, 'basis')?.name;
		const time = fieldByRole(table.resource, 'time')?.name;
		const known = found.get(link.resource) ?? { table, rows: new Set<Row>() };
		for (const row of table.rows) {
			const isWanted = wanted.every(({ theirs, values }) => values.has(String(row[theirs] ?? '')));
			const isServed =
				basis === undefined || serves(link, String(row[basis] ?? ''), String(time ? row[time] : ''));
			if (isWanted && isServed) known.rows.add(row);
		}
		found.set(link.resource, known);
	}
	return [...found.values()].map(({ table, rows }) => ({
		resource: table.resource,
		rows: table.rows.filter((row) => rows.has(row))
	}));
}
