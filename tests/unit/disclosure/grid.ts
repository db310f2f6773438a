import { systemOf, type BuiltSystem } from '../../../src/lib/disclosure/system.ts';
import type {
	DataPackage,
	DisclosureSettings,
	Field,
	Resource,
	Row,
	Table
} from '../../../src/lib/package/types.ts';

/** A table of made-up counts over dimensions that add up, with every total; `null` is withheld. */
export interface Grid {
	name?: string;
	/** Names and lengths of its dimensions. */
	dimensions: [name: string, length: number][];
	/** The count at a place; null where it is withheld. */
	count: (place: number[]) => number | null;
	/** The total at a place, in which -1 stands for all; absent: the sum of the counts. */
	total?: (place: number[]) => number | null;
	additivity?: 'additive' | 'none';
	scope?: string;
}

const dimension = (name: string, length: number): Field => ({
	name,
	type: 'string',
	role: 'category',
	categories: [
		...Array.from({ length }, (_, index) => ({ value: `${name}${index}`, label: `${name} ${index}` })),
		{ value: 'all', label: 'All', kind: 'total' as const }
	]
});

function placesOf(dimensions: Grid['dimensions']): number[][] {
	return dimensions.reduce<number[][]>(
		(places, [, length]) =>
			places.flatMap((place) =>
				Array.from({ length: length + 1 }, (_, index) => [...place, index === length ? -1 : index])
			),
		[[]]
	);
}

export function gridTable(grid: Grid): Table {
	const { name = 'grid', dimensions, count, additivity = 'additive', scope } = grid;
	const fields = dimensions.map(([each, length]) => dimension(each, length));
	const inner = placesOf(dimensions).filter((place) => !place.includes(-1));
	const sum = (place: number[]) =>
		inner
			.filter((each) => place.every((at, index) => at === -1 || at === each[index]))
			.reduce((total, each) => total + (count(each) ?? 0), 0);
	const rows = placesOf(dimensions).map((place): Row => {
		const value = place.includes(-1) ? (grid.total ?? sum)(place) : count(place);
		const key = place.map((at, index): [string, string] => [
			dimensions[index]?.[0] ?? '',
			at === -1 ? 'all' : `${dimensions[index]?.[0] ?? ''}${at}`
		]);
		return { ...Object.fromEntries<string>(key), value, status: value === null ? '[c]' : '' };
	});
	const resource: Resource = {
		name,
		path: `${name}.csv`,
		type: 'table',
		title: name,
		description: name,
		unit: 'cases',
		...(scope === undefined ? {} : { scope }),
		schema: {
			fields: [...fields, { name: 'value', type: 'integer', role: 'value' }],
			primaryKey: fields.map((field) => field.name)
		},
		additivity: fields.map((field) => ({ dimension: field.name, additivity, reason: 'Made up.' }))
	};
	return { resource, rows, lines: rows.map((_, index) => index + 2) };
}

export function packageOf(tables: Table[], disclosure?: DisclosureSettings): DataPackage {
	return {
		$schema: '',
		name: 'grid',
		title: 'Grid',
		description: 'Made up',
		version: '1.0.0',
		asOf: '2024-12-31',
		scope: 'A line',
		limits: 'Made up',
		publisher: 'A publisher',
		resources: tables.map(({ resource }) => resource),
		...(disclosure ? { disclosure } : {})
	};
}

export function gridSystem(grids: Grid[], disclosure: DisclosureSettings = { mode: 'protect' }): BuiltSystem {
	const tables = grids.map(gridTable);
	return systemOf(
		packageOf(tables, disclosure),
		Object.fromEntries(tables.map((table) => [table.resource.name, table]))
	);
}

/** A two-way table of an array of rows, in which the named places are withheld. */
export function twoWay(interior: readonly number[][], hidden: readonly string[] = []): Grid {
	return {
		dimensions: [
			['row', interior.length],
			['column', interior[0]?.length ?? 0]
		],
		count: ([row = 0, column = 0]: number[]) =>
			hidden.includes(`${row},${column}`) ? null : (interior[row]?.[column] ?? 0),
		total: ([row = -1, column = -1]) =>
			interior
				.flatMap((each, index) =>
					row === -1 || row === index ? each.filter((_, at) => column === -1 || column === at) : []
				)
				.reduce((sum, each) => sum + each, 0)
	};
}

/** The cell at a place of a two-way table, by id. */
export function idAt(system: BuiltSystem, place: string, table = 'grid'): number {
	const [row, column] = place.split(',');
	const cell = system.cells.find(({ standings }) =>
		standings.some((each) => each.table === table && each.key === `row row${row}, column column${column}`)
	);
	return cell?.id ?? -1;
}
