import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { resourcesWithBreaks } from '../../../../src/lib/cube/index.ts';
import { readPackage, valueField } from '../../../../src/lib/package/index.ts';
import type { DataPackage, Resource, Table } from '../../../../src/lib/package/types.ts';
import type { ExploreTable } from '../../../../src/lib/ui/explore/table.ts';

/** The default package, read once. */
export async function defaultPackage(): Promise<{
	pkg: DataPackage;
	resources: Resource[];
	tables: Record<string, Table>;
	explorable: ExploreTable[];
}> {
	const read = async (file: string) => new Uint8Array(await readFile(path.resolve('data', file)));
	const { package: pkg, tables } = await readPackage({ read });
	if (!pkg) throw new Error('The default package has faults.');
	const resources = resourcesWithBreaks(pkg);
	const mapped = { field: pkg.places?.field ?? '', count: 51 };
	const explorable = resources.filter(valueField).map((resource) => ({
		resource,
		rows: tables[resource.name]?.rows ?? [],
		resources,
		tables,
		mapped
	}));
	return { pkg, resources, tables, explorable };
}
