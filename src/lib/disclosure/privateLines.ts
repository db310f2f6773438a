import type { Table } from '../package/types.ts';
import { standingOf } from './figures.ts';
import type { Finding, Standing } from './types.ts';

const placeOf = ({ table, key }: Standing) => `${table} ${key}`;

/**
 * Findings by the lines of the private files, since rows stand in another order in what would be published. Versions of
 * one figure, whose rows are not told apart by what they are about, keep theirs.
 */
export function byPrivateLines(findings: readonly Finding[], tables: Record<string, Table>): Finding[] {
	const lines = new Map<string, number | undefined>();
	const twice = new Set<string>();
	for (const table of Object.values(tables)) {
		for (const row of table.rows.keys()) {
			const at = standingOf(table, row);
			const place = placeOf(at);
			if (lines.has(place)) twice.add(place);
			lines.set(place, at.line);
		}
	}
	return findings.map((finding) => {
		const place = placeOf(finding.at);
		return lines.has(place) && !twice.has(place)
			? { ...finding, at: { ...finding.at, line: lines.get(place) } }
			: finding;
	});
}
