import type { DerivedOf } from '../../cube/types.ts';
import { SMALL_COUNT } from '../../stats/rate.ts';
import { m } from '../../words/index.ts';
import type { ChartContext } from '../context.ts';
import type { ChartNote } from '../words/notes.ts';
import { upperFirst } from '../words/values.ts';
import { gapWords } from './words.ts';

function note(lead: string, text: string): ChartNote {
	return { kind: 'derived', lead, text, minor: false };
}

/** What the figures of a chart are computed from, in a sentence. */
export function derivedSentence({ kind, period }: DerivedOf): { lead: string; text: string } {
	if (kind === 'index') return { lead: m.derived_lead_index(), text: m.derived_note_index({ period }) };
	if (kind === 'change')
		return { lead: m.derived_lead_change(), text: m.derived_note_change({ least: SMALL_COUNT }) };
	return { lead: m.derived_lead_share(), text: m.derived_note_share() };
}

/** How many figures have no number for which reason; withheld ones have a note of their own. */
export function gapReasons({ answer }: ChartContext): string {
	const counts = new Map<string, number>();
	for (const row of answer.rows) {
		if (row.value !== null || row.status === '[c]' || row.derived?.gap === 'missing') continue;
		const reason = gapWords(row);
		counts.set(reason, (counts.get(reason) ?? 0) + 1);
	}
	const reasons = [...counts].map(([reason, count]) => m.derived_gap_count({ reason, count }));
	return reasons.length ? upperFirst(m.derived_note_gaps({ reasons: reasons.join('; ') })) : '';
}

/** What must be said under a chart of an index, a change or a share. */
export function derivedNotes(context: ChartContext): ChartNote[] {
	const derived = context.answer.rows.find((row) => row.derived)?.derived;
	if (!derived) return [];
	const { lead, text } = derivedSentence(derived);
	const gaps = gapReasons(context);
	return [note(lead, text), ...(gaps ? [note(m.derived_lead_gaps(), gaps)] : [])];
}
