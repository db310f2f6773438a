import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { deck } from '../../../../src/lib/charts/words/deck.ts';
import { describe as altText } from '../../../../src/lib/charts/words/describe.ts';
import { countedTerms, deckParts } from '../../../../src/lib/charts/words/terms.ts';
import type { CodeTerm } from '../../../../src/lib/package/index.ts';
import { contextOf, type Figure } from '../fixture.ts';

const figures: Figure[] = [
	[2018, 'all', 10],
	[2019, 'all', 30]
];

function withTerms(terms: CodeTerm[]) {
	const context = contextOf({ figures, spec: { title: 'All the cases by year' } });
	return { ...context, view: { ...context.view, terms } };
}

const term: CodeTerm = { code: 'cases', id: 'case', label: 'Cases', text: 'Situations as reported' };

describe('what a chart counts', () => {
	it('leads from the line under the headline to its term, where that says what is counted', () => {
		const context = withTerms([term]);
		const layout = layoutChart(context);
		const parts = deckParts(context, layout);
		expect(parts.map(({ text }) => text).join('')).toBe(deck(context, layout));
		expect(parts.filter((part) => part.term)).toEqual([{ text: 'cases', term }]);
		expect(parts[0]?.text).toContain('All the cases by year');
	});

	it('is said once in the alternative text, with the words of the glossary, where they are short', () => {
		const textOf = (terms: CodeTerm[]) => {
			const context = withTerms(terms);
			return altText(context, layoutChart(context));
		};
		expect(textOf([term]).split('Cases: Situations as reported.')).toHaveLength(2);
		expect(textOf([{ ...term, text: 'long '.repeat(60) }])).not.toContain('long');
		expect(textOf([])).not.toContain('Situations');
	});

	it('has no term where the package explains none', () => {
		const context = withTerms([{ ...term, code: 'calls' }]);
		expect(countedTerms(context)).toEqual([]);
		expect(deckParts(context, layoutChart(context))).toHaveLength(1);
	});
});
