import { decodeText } from './text.ts';
import type { Fault, PlaceSettings } from './types.ts';

type Geometry = NonNullable<PlaceSettings['geometry']>;

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The code of the place that a shape of a geometry stands for; undefined where it names none. */
export function shapeCode(shape: unknown, geometry: Geometry): string | undefined {
	if (!isRecord(shape)) return undefined;
	const properties = isRecord(shape['properties']) ? shape['properties'] : {};
	const code = geometry.property === undefined ? shape['id'] : properties[geometry.property];
	return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined;
}

/** What keeps a file from being the shapes of the places; none where it can be drawn. */
export function geometryFaults(geometry: Geometry, bytes: Uint8Array): Fault[] {
	const file = geometry.path;
	const decoded = decodeText(file, bytes);
	if ('fault' in decoded) return [decoded.fault];
	let topology: unknown;
	try {
		topology = JSON.parse(decoded.text);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return [{ file, rule: `this is not JSON: ${message}`, mend: 'write the shapes anew as TopoJSON' }];
	}
	const objects = isRecord(topology) && topology['type'] === 'Topology' ? topology['objects'] : undefined;
	if (!isRecord(topology) || !isRecord(objects) || !Array.isArray(topology['arcs'])) {
		return [{ file, rule: 'this is not TopoJSON', mend: 'convert it, for example with mapshaper' }];
	}
	const object = objects[geometry.object];
	if (!isRecord(object) || !Array.isArray(object['geometries'])) {
		const names = Object.keys(objects).join(', ');
		const mend = `set places.geometry.object to one of: ${names}`;
		return [{ file, value: geometry.object, rule: 'the file has no such list of shapes', mend }];
	}
	if (object['geometries'].some((shape) => shapeCode(shape, geometry) !== undefined)) return [];
	const mend = 'name the property that holds the code of a place in places.geometry.property';
	return [{ file, value: geometry.property ?? 'id', rule: 'no shape says which place it is', mend }];
}
