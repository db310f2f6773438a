import type { Table } from '../package/types.ts';
import { standingOf } from './figures.ts';
import type { Finding, Standing } from './types.ts';

const placeOf = ({ table, key }: Standing) => `${table} ${key}`;

/** Findings by the lines of the private files: rows stand in another order in what would be published. */
export function byPrivateLines(findings: readonly Finding[], tables: Record<string, Table>): Finding[] {
	const lines = new Map(
		Object.values(tables).flatMap((table) =>
			table.rows.map((_, row): [string, number | undefined] => {
				const at = standingOf(table, row);
				return [placeOf(at), at.line];
			})
		)
	);
	return findings.map((finding) => {
		const place = placeOf(finding.at);
		return lines.has(place) ? { ...finding, at: { ...finding.at, line: lines.get(place) } } : finding;
	});
}
