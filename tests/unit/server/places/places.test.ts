import { describe, expect, it } from 'vitest';
import type { DataPackage } from '../../../../src/lib/package/types.ts';
import { loadPackage, type LoadedPackage } from '../../../../src/lib/server/package.ts';
import { placesIn } from '../../../../src/lib/server/places/places.ts';
import { geographyOf } from '../../../../src/lib/server/places/geography.ts';
import { tilesOf } from '../../../../src/lib/server/places/tiles.ts';
import { withUniqueNames } from '../../../../src/lib/server/places/uniqueNames.ts';
import { pathPoints } from './pathPoints.ts';

async function places(change: (pkg: DataPackage) => void = () => {}, geometry = true) {
	const loaded = await loadPackage();
	const pkg = structuredClone(loaded.package);
	change(pkg);
	const resources = withUniqueNames(pkg.resources, pkg.places?.field ?? '');
	const changed: LoadedPackage = { ...loaded, package: pkg, resources };
	if (!geometry) delete changed.geometry;
	return placesIn(changed);
}

const of = (found: Awaited<ReturnType<typeof places>>, code: string) =>
	found?.places.find((each) => each.code === code);

describe('places of the default package', () => {
	it('are the states that have counts, by name; one with residents alone is none', async () => {
		const found = await places();
		const names = found?.places.map(({ name }) => name) ?? [];
		expect(names).toHaveLength(51);
		expect(names).toEqual([...names].sort());
		expect(names).not.toContain('Puerto Rico');
		expect(found?.shapes.places[0]).toEqual({ code: 'AL', name: 'Alabama', mark: 'AL' });
	});

	it('have a shape and a tile each, and the neighbours that share a border', async () => {
		const found = await places();
		expect(Object.keys(found?.shapes.shapes?.paths ?? {})).toHaveLength(51);
		expect(new Set(Object.values(found?.shapes.tiles ?? {}).map(String)).size).toBe(51);
		expect(of(found, 'ME')?.neighbours).toEqual(['NH']);
		expect(of(found, 'DC')?.neighbours).toEqual(['MD', 'VA']);
		expect(of(found, 'HI')?.neighbours).toEqual([]);
		expect(of(found, 'TN')?.neighbours).toHaveLength(8);
	});

	it('are drawn within their box', async () => {
		const shapes = (await places())?.shapes.shapes;
		const numbers = Object.values(shapes?.paths ?? {}).flatMap((path) => pathPoints(path).flat());
		expect(numbers.length).toBeGreaterThan(2000);
		const across = numbers.filter((_, index) => index % 2 === 0);
		const down = numbers.filter((_, index) => index % 2 === 1);
		expect(Math.min(...across, ...down)).toBeGreaterThanOrEqual(0);
		expect(Math.max(...across)).toBeLessThanOrEqual(shapes?.width ?? 0);
		expect(Math.max(...down)).toBeLessThanOrEqual(shapes?.height ?? 0);
	});

	it('are told apart by their codes where two share a name', async () => {
		const found = await places((pkg) => {
			for (const { schema } of pkg.resources) {
				for (const each of schema.fields.flatMap(({ role, categories }) =>
					role === 'place' ? (categories ?? []) : []
				))
					if (each.value === 'AK') each.label = 'Alabama';
			}
		});
		expect(found?.places.slice(0, 2).map(({ name }) => name)).toEqual(['Alabama (AK)', 'Alabama (AL)']);
	});

	it('stand in rows of tiles without a layout and have no shapes without a geometry', async () => {
		const found = await places((pkg) => {
			delete pkg.places?.tiles;
			delete pkg.places?.geometry;
		}, false);
		expect(found?.shapes).toMatchObject({ isGeographic: false, tiles: { AL: [0, 0], AK: [1, 0] } });
		expect(found?.shapes.shapes).toBeUndefined();
		expect(of(found, 'TN')?.neighbours).toEqual([]);
	});

	it('are none where the package declares none', async () => {
		expect(await places((pkg) => void delete pkg.places)).toBeUndefined();
	});
});

describe('geographyOf', () => {
	const shape = (arcs: number[][][], geometries: object[]) =>
		new TextEncoder().encode(
			JSON.stringify({
				type: 'Topology',
				arcs,
				objects: { areas: { type: 'GeometryCollection', geometries } }
			})
		);
	const geometry = { path: 'shapes.json', object: 'areas', projection: 'planar' } as const;
	const square = [
		[0, 0],
		[0, 10],
		[20, 10],
		[20, 0],
		[0, 0]
	];

	it('draws shapes that are on paper already into the corner of their box', () => {
		const moved = square.map(([x = 0, y = 0]) => [x + 100, y + 50]);
		const { shapes } = geographyOf(geometry, shape([moved], [{ type: 'Polygon', id: 'n', arcs: [[0]] }]));
		expect(shapes).toMatchObject({ width: 960, height: 480 });
		expect(shapes.paths['n']).toMatch(/^M0 0l/);
	});

	it.each([
		['an arc that is missing', geometry, shape([], [{ type: 'Polygon', id: 'n', arcs: [[4]] }])],
		['no shape at all', geometry, shape([], [])],
		[
			'shapes off the map of the projection',
			{ ...geometry, projection: 'albers-usa' } as const,
			shape([square], [{ type: 'Polygon', id: 'n', arcs: [[0]] }])
		]
	])('stops and names the file: %s', (_, settings, bytes) => {
		expect(() => geographyOf(settings, bytes)).toThrow(/^shapes\.json: the shapes cannot be drawn/);
	});
});

describe('tilesOf', () => {
	it('puts places that the layout leaves out in rows below it', () => {
		expect(tilesOf(['a', 'b', 'c', 'd'], { a: [1, 0], c: [0, 1] })).toEqual({
			tiles: { a: [1, 0], c: [0, 1], b: [0, 3], d: [1, 3] },
			isGeographic: true
		});
	});

	it('lays out fewer places than a row has in one row', () => {
		expect(tilesOf(['a', 'b'])).toEqual({ tiles: { a: [0, 0], b: [1, 0] }, isGeographic: false });
	});
});
