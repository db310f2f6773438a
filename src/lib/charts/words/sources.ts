import type { ChartContext } from '../context.ts';
import type { SourceEntry } from '../types.ts';

/** A source with the letter of its first figure. */
export interface CitedSource {
	source: SourceEntry;
	letter: string;
}

/** The sources that the figures name, in the order of the figures, each with the letter of its first figure. */
export function citedSources(context: ChartContext): CitedSource[] {
	const letters = new Map<string, string>();
	for (const row of [...context.answer.rows, ...context.superseded]) {
		for (const id of row.sources) if (!letters.has(id)) letters.set(id, row.confidence);
	}
	return [...letters].flatMap(([id, letter]) => {
		const source = context.sources.get(id);
		return source ? [{ source, letter }] : [];
	});
}
