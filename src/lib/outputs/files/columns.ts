import type { Cell } from '../../package/types.ts';
import type { FileColumn } from './types.ts';

/**
 * The type of a column of numbers, markers and nulls: whole where every number is one that is exact.
 * @param cells of one column
 */
export function numberType(cells: readonly Cell[]): FileColumn['type'] {
	return cells.every((cell) => typeof cell !== 'number' || Number.isSafeInteger(cell)) ? 'whole' : 'decimal';
}

/** Names as they are, each once and none empty: a second `a` is `a_2`. */
export function uniqueNames(names: readonly string[]): string[] {
	const taken = new Set(names);
	const given = new Set<string>();
	return names.map((name, index) => {
		let unique = name || `column_${index + 1}`;
		for (let count = 2; given.has(unique) || (unique !== name && taken.has(unique)); count++) {
			unique = `${name || `column_${index + 1}`}_${count}`;
		}
		given.add(unique);
		return unique;
	});
}
