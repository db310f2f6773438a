import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { dimensionsOf, localized, valueField } from '../package/labels.ts';
import type { Field, Resource } from '../package/types.ts';
import { examplesOf } from '../ui/sql/examples.ts';
import type { ColumnEntry, SqlPageData, TableEntry } from '../ui/sql/types.ts';
import { loadPackage } from './package.ts';
import { projectFolder } from './projectFolder.ts';
import { isCurrentKept } from './releases/frozen.ts';
import { revisions } from './revisions.ts';
import { isAddressConfigured, siteAddress } from './site.ts';

/** Codes that are listed of one column; the page of the table has them all. */
const CODES_AT_MOST = 12;

const textOf = (text: Field['title']) => (text === undefined ? '' : localized(text));

function columnOf(field: Field): ColumnEntry {
	const codes = field.categories ?? [];
	return {
		name: field.name,
		title: textOf(field.title),
		description: textOf(field.description),
		codes:
			codes.length > CODES_AT_MOST
				? []
				: codes.map(({ value, label }) => ({ code: value, label: localized(label) }))
	};
}

function neverOf(resource: Resource): TableEntry['never'] {
	if (!valueField(resource)) return [];
	return dimensionsOf(resource).flatMap(({ name, title }) => {
		const rules = (resource.additivity ?? []).filter(
			({ dimension, additivity }) => dimension === name && additivity === 'none'
		);
		const reasons = [...new Set(rules.map(({ reason }) => localized(reason)))];
		return reasons.length ? [{ column: textOf(title) || name, reasons }] : [];
	});
}

/** Bytes of the slim engine as a host sends it, where the build has made it. */
async function engineBytes(): Promise<number> {
	try {
		return (await readFile(path.join(projectFolder(), '.cache/engine/duckdb-eh.wasm.br'))).byteLength;
	} catch {
		return 0;
	}
}

/** What the page of SQL says of the package. */
export async function sqlPage(): Promise<SqlPageData> {
	const { package: pkg, tables } = await loadPackage();
	return {
		tables: pkg.resources.map((resource) => ({
			name: resource.name,
			title: localized(resource.title),
			description: localized(resource.description),
			rows: tables[resource.name]?.rows.length ?? 0,
			columns: resource.schema.fields.map(columnOf),
			never: neverOf(resource)
		})),
		examples: examplesOf(pkg),
		megabytes: Math.ceil((await engineBytes()) / 1e6),
		hasRevisions: (await revisions()) !== undefined,
		published: { address: siteAddress(), configured: isAddressConfigured(), kept: await isCurrentKept() },
		words: {
			title: localized(pkg.title),
			publisher: localized(pkg.publisher),
			limits: localized(pkg.limits),
			version: pkg.version,
			asOf: pkg.asOf
		}
	};
}
