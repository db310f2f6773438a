import type { CubeRow } from '../../cube/types.ts';
import type { DotMark } from './types.ts';

/** The dot of a row: hollow where the figure is of low reliability. */
export function dotMark(place: Omit<DotMark, 'faint' | 'hollow' | 'hidden'>, row: CubeRow): DotMark {
	return { ...place, faint: false, hollow: row.status === '[u]', hidden: false };
}
