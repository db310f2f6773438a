import type { CubeRow } from '../../cube/types.ts';
import { timeField, type ChartContext } from '../context.ts';
import type { SourceEntry } from '../types.ts';

/** A source with the letter of its first figure. */
export interface CitedSource {
	source: SourceEntry;
	letter: string;
}

/**
 * The sources that the figures name, each with the letter of its first figure: in the order of the figures,
 * the newest first where they follow time, for that is the figure that a headline tells; then those of the residents
 * behind rates.
 */
export function citedSources(context: ChartContext): CitedSource[] {
	const letters = new Map<string, string>();
	const { answer, superseded } = context;
	const time = timeField(context)?.name;
	const moment = (row: CubeRow) => String((time && row.key[time]) ?? '');
	const newestFirst = answer.rows.toSorted((a, b) =>
		moment(a) < moment(b) ? 1 : moment(a) > moment(b) ? -1 : 0
	);
	for (const row of [...newestFirst, ...superseded]) {
		for (const id of row.sources) if (!letters.has(id)) letters.set(id, row.confidence);
	}
	// The letter is that of the count; how the residents were read is not stated.
	for (const row of newestFirst) {
		for (const id of row.rate?.sources ?? []) if (!letters.has(id)) letters.set(id, '');
	}
	return [...letters].flatMap(([id, letter]) => {
		const source = context.sources.get(id);
		return source ? [{ source, letter }] : [];
	});
}
