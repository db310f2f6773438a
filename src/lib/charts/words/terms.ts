import type { CubeRow } from '../../cube/types.ts';
import { fieldByRole } from '../../package/labels.ts';
import type { CodeTerm } from '../../package/terms.ts';
import { measuresOf, type ChartContext } from '../context.ts';
import type { ChartLayout } from '../layout/types.ts';
import { countedClause, deck } from './deck.ts';
import { countedUnit } from './values.ts';

/** A piece of a text; one that names what is counted has its term. */
export interface DeckPart {
	text: string;
	term?: CodeTerm;
}

/** The longest text of a term that an alternative text takes in. */
const LONGEST = 200;

function unitCode({ resource, answer }: ChartContext, row: CubeRow): string | undefined {
	const field = fieldByRole(resource, 'unit')?.name;
	if (!field) return resource.unit;
	const asked = answer.query.unit ?? answer.query.filters?.[field];
	const value = row.key[field] ?? (asked?.length === 1 ? asked[0] : resource.unit);
	return value === undefined ? undefined : String(value);
}

/** What the figures count, as the deck calls it, each with its term: that of the one measure, else of the unit. */
export function countedTerms(context: ChartContext): { words: string; term: CodeTerm }[] {
	const { view, answer } = context;
	const byCode = new Map((view.terms ?? []).map((term) => [term.code, term]));
	const found = new Map<string, CodeTerm | undefined>();
	for (const row of answer.rows) {
		const words = countedUnit(context, row);
		const [measure] = measuresOf(context, [row]);
		const ofUnit = byCode.get(unitCode(context, row) ?? '');
		const term = byCode.get(measure ?? '') ?? ofUnit;
		// Where one unit stands for several measures, only what holds for all is said.
		if (words) found.set(words, !found.has(words) || found.get(words) === term ? term : ofUnit);
	}
	return [...found].flatMap(([words, term]) => (term ? [{ words, term }] : []));
}

/** The line under a headline in pieces, so that what is counted can lead to its term. */
export function deckParts(context: ChartContext, layout: ChartLayout): DeckPart[] {
	const text = deck(context, layout);
	const from = text.indexOf(countedClause(context).replace(/\.$/, ''));
	const parts: DeckPart[] = [];
	let end = 0;
	if (from >= 0) {
		for (const { words, term } of countedTerms(context)) {
			const at = text.indexOf(words, Math.max(from, end));
			if (at < 0) continue;
			parts.push({ text: text.slice(end, at) }, { text: words, term });
			end = at + words.length;
		}
	}
	return [...parts, { text: text.slice(end) }];
}

/** What is counted, in the words of the glossary, where it is one thing and can be said in short. */
export function countedInWords(context: ChartContext): string {
	const [only, ...others] = countedTerms(context);
	if (!only || others.length) return '';
	const { label, text } = only.term;
	return text.length > LONGEST ? '' : `${label}: ${text.replace(/([^.!?])$/, '$1.')}`;
}
