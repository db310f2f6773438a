import type { CubeRow } from '../../cube/types.ts';
import type { ChartContext } from '../context.ts';
import type { PlaceShapes } from '../types.ts';
import { classAt, classLimits, stepOf } from './classes.ts';
import { isMap } from './isMap.ts';
import { geographicMap } from './map.ts';
import type { MapClass, MapRefused, UnplacedRows } from './mapTypes.ts';
import { WIDE_PANEL, emptyPanel } from './panel.ts';
import { add, partsOf } from './parts.ts';
import { isPublished, placeFigures } from './places.ts';
import { tileMap } from './tileMap.ts';
import type { ChartLayout } from './types.ts';

/** A map says more than a list only if at least this part of all places is on it. */
const LEAST_PART = 0.5;

/** Whether a map has a tile or a shape for a place. */
function shows(shapes: PlaceShapes, kind: string): (code: string) => boolean {
	const { tiles, shapes: outlines } = shapes;
	if (kind === 'tile-map') return (code) => Object.hasOwn(tiles, code);
	return (code) => outlines !== undefined && Object.hasOwn(outlines.paths, code);
}

/**
 * Why a map is not drawn and its places are listed; null where it is drawn.
 * @param fields the fields that would make a series: a place has one figure on a map
 */
export function mapRefused(context: ChartContext, fields: string[]): MapRefused | null {
	const { spec, view } = context;
	const { shapes } = view;
	if (!isMap(spec.mark)) return null;
	const all = shapes?.places.length ?? 0;
	const codes = new Set(shapes?.places.map(({ code }) => code));
	const isShown = shapes ? shows(shapes, spec.mark) : () => false;
	const publishedOf = (rows: CubeRow[]) => {
		const places = rows.filter(isPublished).map((row) => String(row.key[spec.x]));
		return new Set(places.filter((code) => codes.has(code)));
	};
	const published = partsOf(context).map((part) => publishedOf(part.rows));
	const most = Math.max(0, ...published.map((places) => places.size));
	const refused = (reason: MapRefused['reason']) => ({ reason, known: most, all });
	if (!shapes || !all || shapes.field !== spec.x || ![...codes].some(isShown)) return refused('no-shapes');
	if (fields.length) return refused('several');
	return most < all * LEAST_PART ? refused('few') : null;
}

/** Adds the panels of a tile map or a geographic map. */
export function layMap(context: ChartContext, layout: ChartLayout) {
	const { spec, view, answer } = context;
	const { shapes } = view;
	if (!shapes) return;
	const parts = partsOf(context);
	const isShown = shows(shapes, layout.kind);
	const { limits, isFixed } = classLimits(context, answer.rows);
	const beside: UnplacedRows[] = [];
	parts.forEach((part, index) => {
		const { shown, unplaced } = placeFigures(shapes, part.rows, spec.x, isShown);
		const { map, data } =
			layout.kind === 'map' && shapes.shapes
				? geographicMap(shapes.shapes, shown, limits, index)
				: tileMap(context, shapes, shown, limits, index);
		const panel = emptyPanel(part.title);
		add(layout, { panel: { ...panel, height: (WIDE_PANEL * map.height) / map.width, map }, data });
		const published = unplaced.filter(isPublished);
		if (published.length) beside.push({ title: parts.length > 1 ? part.title : '', rows: published });
	});
	const rows = layout.data.map((datum) => datum.row);
	const withheld = rows.filter((row) => row.status === '[c]').length;
	layout.map = {
		classes: classesOf(limits, rows, parts.length === 1),
		isFixed,
		withheld,
		unknown: rows.filter((row) => !isPublished(row)).length,
		low: rows.filter((row) => row.value !== null && row.status === '[u]').length,
		isList: layout.kind === 'tile-map' && !shapes.isGeographic,
		unplaced: beside
	};
}

function classesOf(limits: number[], rows: CubeRow[], counted: boolean): MapClass[] {
	const known = rows.filter((row) => row.value !== null);
	if (!known.length) return [];
	return [...limits, null].map((to, index) => ({
		step: stepOf(limits, index),
		from: limits[index - 1] ?? null,
		to,
		places: counted ? known.filter((row) => classAt(limits, row) === index).length : null
	}));
}
