import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../../src/lib/charts/layout/layoutChart.ts';
import { deck } from '../../../../src/lib/charts/words/deck.ts';
import { contextOf, type Figure } from '../fixture.ts';

describe('the line below a headline', () => {
	it('says what is counted, for when, where and until when', () => {
		const figures: Figure[] = [
			[2018, 'all', 10],
			[2019, 'all', 30]
		];
		const context = contextOf({ figures });
		expect(deck(context, layoutChart(context))).toBe(
			'Cases by year. 2018–2019. Counted: cases (narrow). Test line. Gathered by March 31, 2026.'
		);
	});
});
