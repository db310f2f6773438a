import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { deriveChartSpecs } from '../../src/lib/charts/catalog/deriveChartSpecs.ts';
import type { DataPackage } from '../../src/lib/package/types.ts';
import { townRows, withTowns } from './towns.ts';
import { CANARY, EXAMPLE, readRows, smallCounts, THRESHOLD, valleyRows, type Cells } from './valleys.ts';

/** Two private packages of the same variant are the same; of different ones they differ only in what is withheld. */
export interface Variant {
	/** What is added to each small count. */
	moved: number;
	/** Whether rows stand upside down. */
	isReversed: boolean;
}

function writeTable(folder: string, table: string, columns: string[], rows: Cells[], variant: Variant): void {
	// Rows of a table that is not protected stay as they are.
	const ordered = variant.isReversed && table !== 'residents' ? rows.toReversed() : rows;
	const text = Papa.unparse(ordered, { columns, newline: '\n' });
	writeFileSync(path.join(folder, `${table}.csv`), `${text}\n`);
}

/**
 * Writes a private package: the made-up line of two valleys, with towns. What stands beside a figure that is withheld, in a
 * note and in a column without a role, and a file that the descriptor does not name, must not be published either.
 */
export function writePrivate(folder: string, variant: Variant): void {
	rmSync(folder, { recursive: true, force: true });
	cpSync(EXAMPLE, folder, { recursive: true });
	const counts = smallCounts(variant.moved);
	const next = () => counts.next().value;
	for (const [table, rows] of valleyRows(next, variant.moved)) {
		const columns = Object.keys(readRows(EXAMPLE, table)[0] ?? {});
		if (table === 'situations') columns.push('workings');
		writeTable(folder, table, columns, rows, variant);
	}
	for (const [table, rows] of Object.entries(townRows(next, variant.moved))) {
		writeTable(folder, table, Object.keys(rows[0] ?? {}), rows, variant);
	}
	const file = path.join(folder, 'datapackage.json');
	const descriptor = JSON.parse(readFileSync(file, 'utf8')) as DataPackage;
	descriptor.disclosure = { mode: 'protect', threshold: THRESHOLD };
	const situations = descriptor.resources.find(({ name }) => name === 'situations');
	situations?.schema.fields.push({ name: 'workings', type: 'integer', title: 'Workings' });
	const charts = deriveChartSpecs(descriptor);
	writeFileSync(file, JSON.stringify(withTowns(descriptor, charts), null, '\t'));
	writeFileSync(path.join(folder, 'workings.txt'), `${CANARY} file ${variant.moved}\n`);
}
