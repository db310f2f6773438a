import type { CubeRow } from '../../cube/types.ts';
import type { PlaceShapes } from '../types.ts';
import { classAt, stepOf } from './classes.ts';
import type { AreaMark } from './mapTypes.ts';
import type { Datum } from './types.ts';

/** A place of a map with what is published of it. */
export interface PlaceFigure {
	code: string;
	name: string;
	mark: string;
	row: CubeRow;
}

/** Whether a row has a figure, or one that is withheld. */
export function isPublished(row: CubeRow): boolean {
	return row.value !== null || row.status === '[c]';
}

/**
 * The places that a map can show, in alphabetical order, each with its row. A place without a row gets one that
 * says so, so that pointing at it answers for itself and not for its neighbour.
 * @param isShown whether the map has a tile or a shape for a place
 */
export function placeFigures(
	shapes: PlaceShapes,
	rows: CubeRow[],
	field: string,
	isShown: (code: string) => boolean
): { shown: PlaceFigure[]; unplaced: CubeRow[] } {
	const byCode = new Map(rows.map((row) => [String(row.key[field]), row]));
	const shown = shapes.places
		.filter((place) => isShown(place.code))
		.map((place) => ({ ...place, row: byCode.get(place.code) ?? missing(field, place.code) }));
	const drawn = new Set(shown.map((place) => place.code));
	return { shown, unplaced: rows.filter((row) => !drawn.has(String(row.key[field]))) };
}

function missing(field: string, code: string): CubeRow {
	return {
		key: { [field]: code },
		value: null,
		status: '[x]',
		qualifier: '',
		denominator: null,
		sources: [],
		confidence: '',
		notes: []
	};
}

/** How a place is filled. */
export function fillOf(row: CubeRow, limits: number[]): Pick<AreaMark, 'tone' | 'step'> {
	if (row.value !== null) return { tone: 'class', step: stepOf(limits, classAt(limits, row)) };
	return { tone: row.status === '[c]' ? 'withheld' : 'unknown', step: null };
}

/** What a reader learns at a place of a map. */
export function placeDatum(place: PlaceFigure, position: number, panel: number, box: AreaMark['box']): Datum {
	return { row: place.row, series: 0, position, panel, box, superseded: false };
}
