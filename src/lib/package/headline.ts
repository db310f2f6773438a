import { DESCRIPTOR } from './descriptor.ts';
import { lineOfPath, listed } from './fault.ts';
import { fieldByRole, fieldsByRole } from './labels.ts';
import type { DataPackage, Fault, Table } from './types.ts';

/** A period in which rows that should be of one kind have several values of a field. */
function mixedPeriod(table: Table, where: Record<string, string>, field: string) {
	const times = fieldsByRole(table.resource, 'time').map(({ name }) => name);
	const found = new Map<string, Set<string>>();
	for (const row of table.rows) {
		if (!Object.entries(where).every(([name, code]) => String(row[name] ?? '') === code)) continue;
		const period = times.map((name) => String(row[name] ?? '')).join(' ');
		found.set(period, (found.get(period) ?? new Set()).add(String(row[field] ?? '')));
	}
	if (found.size === 0) return 'none';
	const mixed = [...found].find(([, values]) => values.size > 1);
	return mixed && { period: mixed[0], values: [...mixed[1]] };
}

/**
 * Headline figures of which the rows are not all of one measure, unit and basis in each period, so that
 * people would stand beside cases; or that have no row at all.
 */
export function headlineFaults(
	description: DataPackage,
	lines: ReadonlyMap<string, number>,
	tables: Record<string, Table>
): Fault[] {
	const faults: Fault[] = [];
	for (const [index, line] of (description.headline ?? []).entries()) {
		for (const name of ['cumulative', 'yearly'] as const) {
			const place = line[name];
			const table = place && Object.hasOwn(tables, place.resource) ? tables[place.resource] : undefined;
			if (!place || !table) continue;
			const column = `headline[${index}].${name}.where`;
			const say = (value: string, rule: string, mend: string) =>
				faults.push({ file: DESCRIPTOR, row: lineOfPath(lines, column), column, value, rule, mend });
			for (const role of ['measure', 'unit', 'basis'] as const) {
				const field = fieldByRole(table.resource, role);
				const mixed = mixedPeriod(table, place.where, field?.name ?? '');
				if (mixed === 'none') {
					say(JSON.stringify(place.where), `no row of ${place.resource} fits`, 'correct its values');
					break;
				}
				if (!field || !mixed) continue;
				const rule = `${mixed.period} has several values of ${field.name} (${listed(mixed.values)})`;
				say(JSON.stringify(place.where), rule, `choose one: add ${field.name} here`);
			}
		}
	}
	return faults;
}
