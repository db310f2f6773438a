import type { SourceEntry } from '../charts/types.ts';
import { fieldByRole, localized } from '../package/index.ts';
import type { Row } from '../package/types.ts';
import { loadPackage } from './package.ts';
import { sourceEntriesOf } from './sourceEntries.ts';

/** Every source of the package by its key, as charts cite it. */
export async function sourceEntries(): Promise<Map<string, SourceEntry>> {
	return sourceEntriesOf((await loadPackage()).tables);
}

/** A source with the tables that cite it and the letters with which they do. */
export interface CitedSource {
	row: Row;
	confidence: string[];
	tables: { name: string; title: string }[];
}

/** Every source of the package in the order of its table. */
export async function citedSources(): Promise<CitedSource[]> {
	const { package: pkg, tables } = await loadPackage();
	const cited = new Map<string, CitedSource>();
	const facts = pkg.resources.flatMap((resource) => {
		const field = fieldByRole(resource, 'source');
		const key = resource.schema.foreignKeys?.find((each) => field && each.fields.includes(field.name));
		return field && key ? [{ resource, field, key }] : [];
	});
	for (const name of new Set(facts.map(({ key }) => key.reference.resource))) {
		const id = facts.find(({ key }) => key.reference.resource === name)?.key.reference.fields[0] ?? '';
		for (const row of tables[name]?.rows ?? [])
			cited.set(String(row[id]), { row, confidence: [], tables: [] });
	}
	for (const { resource, field } of facts) {
		const letter = fieldByRole(resource, 'confidence')?.name ?? '';
		for (const row of tables[resource.name]?.rows ?? []) {
			const source = cited.get(String(row[field.name]));
			if (!source) continue;
			if (source.tables.at(-1)?.name !== resource.name) {
				source.tables.push({ name: resource.name, title: localized(resource.title) });
			}
			const confidence = String(row[letter] ?? '');
			if (confidence && !source.confidence.includes(confidence)) source.confidence.push(confidence);
		}
	}
	return [...cited.values()];
}
