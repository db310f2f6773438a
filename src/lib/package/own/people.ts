import { isCountName } from './roles.ts';
import type { ColumnTally } from './tally.ts';
import { describesPerson } from './personal.ts';
import type { OwnColumn, PeopleFinding } from './types.ts';

const MOST_COMPARED = 100_000;
const LEAST_ROWS = 10;
const NEARLY_ALL = 0.95;

function hashOf(text: string, start: number): number {
	let hash = start;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return Math.imul(hash ^ 0xff, 0x01000193);
}

/** How many rows are unlike every other in the columns that describe persons. */
export class Combinations {
	private readonly counts = new Map<number, number>();
	private readonly columns: number[];
	private rows = 0;

	constructor(originals: readonly string[]) {
		this.columns = originals.flatMap((original, index) => (describesPerson(original) ? [index] : []));
	}

	add(cells: readonly string[]): void {
		if (this.columns.length < 2 || this.rows >= MOST_COMPARED) return;
		this.rows++;
		let hash = 0x811c9dc5;
		for (const index of this.columns) hash = hashOf(cells[index] ?? '', hash);
		this.counts.set(hash, (this.counts.get(hash) ?? 0) + 1);
	}

	get alone(): { rows: number; of: number } {
		let rows = 0;
		for (const count of this.counts.values()) if (count === 1) rows++;
		return { rows, of: this.rows };
	}
}

const isFigures = ({ type, hints }: OwnColumn) =>
	type === 'whole' || type === 'decimal' || type === 'decimal-comma' || hints.includes('thousands');

/** Whether each row may be one person: nothing is counted, or every count is one. */
export function peopleFinding(
	columns: readonly OwnColumn[],
	tallies: readonly ColumnTally[],
	combinations: Combinations
): PeopleFinding | undefined {
	const rows = tallies[0]?.cells ?? 0;
	if (rows < LEAST_ROWS) return undefined;
	const counts = columns.filter((column) => isFigures(column) && isCountName(column.original));
	const ofOnes = counts.filter(({ index }) => {
		const tally = tallies[index];
		return (
			tally !== undefined &&
			tally.ones >= NEARLY_ALL * (tally.filled - tally.bareMarkers) &&
			tally.largest <= 1
		);
	});
	const alone = combinations.alone.of > 0 ? { alone: combinations.alone } : {};
	if (counts.length > 0) {
		if (ofOnes.length < counts.length) return undefined;
		return { why: 'ones', columns: ofOnes.map(({ original }) => original), ...alone };
	}
	const describing = columns.filter(
		({ original, personal }) => describesPerson(original) || personal.length > 0
	);
	if (describing.length < 2) return undefined;
	return { why: 'attributes', columns: describing.map(({ original }) => original), ...alone };
}
