import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fieldByRole } from '../../src/lib/package/labels.ts';
import type { DataPackage } from '../../src/lib/package/types.ts';
import { readRows, THRESHOLD, type Cells } from './valleys.ts';

/** What of a private package its protected copy withholds, and what it publishes. */
export interface Known {
	/** Withheld figures, numbers beside them, and the sums of those of one time, which nobody published. */
	withheld: number[];
	/** Withheld figures as parts of the published total of their time, and of the residents of their place. */
	shares: number[];
	/** How many of them are large, and withheld only for the sake of others. */
	complements: number;
	published: number[];
}

const isWhole = (text: string | undefined) => /^\d+$/.test(text ?? '');

/** Published totals and residents by what the rows have in common with them. */
function wholesOf(open: string): (row: Cells) => number[] {
	const wholes = new Map<string, number>();
	for (const row of readRows(open, 'contacts')) {
		if (row['measure'] === 'contacts') wholes.set(row['fiscal_year'] ?? '', Number(row['value']));
	}
	for (const row of readRows(open, 'towns')) {
		if (row['town'] === 'all') wholes.set(row['year'] ?? '', Number(row['value']));
	}
	for (const row of readRows(open, 'residents')) {
		wholes.set(`${row['town']} ${row['year']}`, Number(row['value']));
	}
	return (row) =>
		[row['fiscal_year'], row['year'], `${row['town']} ${row['year']}`].flatMap(
			(key) => wholes.get(key ?? '') ?? []
		);
}

/** Compares a private package with its protected copy. */
export function knownOf(secret: string, open: string): Known {
	const known: Known = { withheld: [], shares: [], complements: 0, published: [] };
	const wholes = wholesOf(open);
	const { resources } = JSON.parse(readFileSync(path.join(open, 'datapackage.json'), 'utf8')) as DataPackage;
	for (const resource of resources.filter((each) => fieldByRole(each, 'value'))) {
		const { name, schema } = resource;
		const time = fieldByRole(resource, 'time')?.name ?? '';
		const keyOf = (row: Cells) => JSON.stringify((schema.primaryKey ?? []).map((field) => row[field]));
		const shown = new Map(readRows(open, name).map((row) => [keyOf(row), row]));
		const sums = new Map<string, number>();
		for (const row of readRows(secret, name)) {
			const published = shown.get(keyOf(row)) ?? {};
			const value = Number(row['value']);
			if (published['value'] !== '[c]') {
				if (value > 0) known.published.push(value);
				continue;
			}
			const gone = Object.keys(row).filter(
				(column) => isWhole(row[column]) && row[column] !== published[column]
			);
			known.withheld.push(...gone.map((column) => Number(row[column])));
			known.shares.push(...wholes(row).map((whole) => value / whole));
			if (value >= THRESHOLD) known.complements++;
			sums.set(row[time] ?? '', (sums.get(row[time] ?? '') ?? 0) + value);
		}
		known.withheld.push(...sums.values());
	}
	return { ...known, withheld: [...new Set(known.withheld)], shares: [...new Set(known.shares)] };
}
