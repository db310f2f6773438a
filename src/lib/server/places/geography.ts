import {
	geoAlbersUsa,
	geoEqualEarth,
	geoIdentity,
	geoMercator,
	geoPath,
	type ExtendedFeatureCollection,
	type GeoIdentityTransform,
	type GeoProjection
} from 'd3';
import { feature, neighbors } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { PlaceShapes } from '../../charts/types.ts';
import { shapeCode } from '../../package/index.ts';
import type { PlaceSettings, Projection } from '../../package/types.ts';
import { relativePath } from './relativePath.ts';

/** The width in which shapes are drawn; the height follows from them. */
const WIDTH = 960;

/** The shapes of a package's places, drawn, and which of them touch. */
export interface Geography {
	shapes: NonNullable<PlaceShapes['shapes']>;
	/** Codes of the places that share a border with a place. */
	neighbours: ReadonlyMap<string, string[]>;
}

/** Shapes on paper, moved to the corner and scaled to the width. */
function planar(shapes: ExtendedFeatureCollection): GeoIdentityTransform {
	const [[left, top], [right]] = geoPath(geoIdentity()).bounds(shapes);
	const scale = WIDTH / (right - left);
	return geoIdentity()
		.scale(scale)
		.translate([-left * scale, -top * scale]);
}

/** A projection that can be fitted; `planar` shapes are only moved and scaled. */
type Fitted = GeoProjection | GeoIdentityTransform;

function fitted(projection: Projection, shapes: ExtendedFeatureCollection): Fitted {
	switch (projection) {
		case 'albers-usa':
			return geoAlbersUsa().fitWidth(WIDTH, shapes);
		case 'equal-earth':
			return geoEqualEarth().fitWidth(WIDTH, shapes);
		case 'mercator':
			return geoMercator().fitWidth(WIDTH, shapes);
		case 'planar':
			return planar(shapes);
	}
}

/**
 * Draws the shapes of a geometry.
 * @param bytes TopoJSON that the package check found sound
 * @throws an error that names the file where its shapes cannot be drawn with its projection
 */
export function geographyOf(geometry: NonNullable<PlaceSettings['geometry']>, bytes: Uint8Array): Geography {
	let drawn: Geography | undefined;
	let reason = 'they lie outside of what it can show';
	try {
		drawn = draw(geometry, bytes);
	} catch (error) {
		reason = error instanceof Error ? error.message : String(error);
	}
	const { width = NaN, height = NaN, paths = {} } = drawn?.shapes ?? {};
	const isDrawn = width > 0 && height > 0 && Number.isFinite(width + height) && Object.keys(paths).length > 0;
	if (drawn && isDrawn && !Object.values(paths).some((path) => path.includes('NaN'))) return drawn;
	const { path, projection } = geometry;
	throw new Error(
		`${path}: the shapes cannot be drawn with the projection ${projection}: ${reason}. Mend the file, or choose another projection.`
	);
}

function draw(geometry: NonNullable<PlaceSettings['geometry']>, bytes: Uint8Array): Geography {
	const topology = JSON.parse(new TextDecoder().decode(bytes)) as Topology;
	const object = topology.objects[geometry.object] as GeometryCollection;
	const collection = feature(topology, object);
	const path = geoPath(fitted(geometry.projection, collection)).digits(1);
	const [[left, top], [right, bottom]] = path.bounds(collection);
	const codes = object.geometries.map((shape) => shapeCode(shape, geometry));
	const paths: Record<string, string> = {};
	collection.features.forEach((shape, index) => {
		const code = codes[index];
		const drawn = path(shape);
		if (code !== undefined && drawn !== null) paths[code] = (paths[code] ?? '') + relativePath(drawn);
	});
	const touching = new Map<string, string[]>();
	neighbors(object.geometries).forEach((others, index) => {
		const code = codes[index];
		if (code === undefined) return;
		const found = others.flatMap((other) => codes[other] ?? []).filter((other) => other !== code);
		touching.set(code, [...new Set([...(touching.get(code) ?? []), ...found])]);
	});
	const width = Math.ceil(right - Math.min(0, left));
	return { shapes: { width, height: Math.ceil(bottom - Math.min(0, top)), paths }, neighbours: touching };
}
