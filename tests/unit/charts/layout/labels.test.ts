import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBreakLabels } from '../../../../src/lib/charts/layout/breaks.ts';
import { emptyPanel, plotWidth } from '../../../../src/lib/charts/layout/panel.ts';
import { spreadLabels } from '../../../../src/lib/charts/layout/spread.ts';
import { textWidth, wrapText } from '../../../../src/lib/charts/layout/text.ts';
import { labelWidths } from '../../../../src/lib/charts/layout/ticks.ts';

const WORDS = fc.array(fc.constantFrom('new', 'rule', 'COVID-19', 'hotline', 'and', 'textline', 'operator'), {
	minLength: 1,
	maxLength: 4
});

describe('labels pushed apart', () => {
	const label = fc.record({
		y: fc.integer({ min: -50, max: 400 }),
		height: fc.integer({ min: 10, max: 40 })
	});

	it('never overlap, stay in range and keep their order', () => {
		fc.assert(
			fc.property(fc.array(label, { maxLength: 8 }), (labels) => {
				const middles = spreadLabels(labels, 0, 330);
				const placed = labels
					.map(({ y, height }, at) => ({
						y,
						at,
						top: (middles[at] ?? 0) - height / 2,
						bottom: (middles[at] ?? 0) + height / 2
					}))
					.sort((a, b) => a.top - b.top);
				placed.forEach((each, at) => {
					expect(each.top).toBeGreaterThanOrEqual(-1e-6);
					expect(each.bottom).toBeLessThanOrEqual(330 + 1e-6);
					const next = placed[at + 1];
					if (next) expect(next.top).toBeGreaterThanOrEqual(each.bottom - 1e-6);
					if (next) expect(next.y).toBeGreaterThanOrEqual(each.y);
				});
			})
		);
	});

	it('stay where they are when there is room', () => {
		expect(
			spreadLabels(
				[
					{ y: 20, height: 10 },
					{ y: 60, height: 10 }
				],
				0,
				100
			)
		).toEqual([20, 60]);
	});

	it('share the movement', () => {
		expect(
			spreadLabels(
				[
					{ y: 50, height: 20 },
					{ y: 50, height: 20 }
				],
				0,
				100
			)
		).toEqual([40, 60]);
	});
});

describe('break labels', () => {
	it('never overlap one another, cross a rule or leave the panel, at the width they are placed for and wider', () => {
		const entry = fc.record({
			x: fc.double({ min: 0, max: 1, noNaN: true }),
			label: WORDS.map((words) => words.join(' '))
		});
		fc.assert(
			fc.property(
				fc.array(entry, { maxLength: 6 }),
				fc.constantFrom(200, 340),
				fc.constantFrom(1, 1.7),
				(breaks, width, wider) => {
					const [before, after] = [46, 14];
					const placed = placeBreakLabels(breaks, width, before, after).map((label) => {
						const long = Math.max(...label.lines.map((line) => textWidth(line, 12))) + 4;
						const at = label.x * width * wider;
						const from = label.anchor === 'start' ? at : at - long;
						return { ...label, from, to: from + long, top: label.row + label.lines.length };
					});
					for (const one of placed) {
						expect(one.from).toBeGreaterThanOrEqual(-before - 1e-6);
						expect(one.to).toBeLessThanOrEqual(width * wider + after + 1e-6);
						for (const other of placed) {
							if (one === other) continue;
							const beside = one.to <= other.from + 1e-6 || other.to <= one.from + 1e-6;
							const apart = one.top <= other.row || other.top <= one.row;
							expect(beside || apart).toBe(true);
						}
					}
				}
			)
		);
	});

	it('wrap before a rule that rises past them, where that leaves room', () => {
		const [first] = placeBreakLabels(
			[
				{ x: 0.4, label: 'Hotline and textline' },
				{ x: 0.8, label: 'COVID-19' }
			],
			240,
			46,
			14
		);
		expect(first?.lines).toEqual(['Hotline and', 'textline']);
	});
});

describe('tick labels', () => {
	it('have room at each width, and a wider panel keeps all of a narrower one', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
				const panel = { ...emptyPanel(''), start: 2 as const };
				const places = Array.from({ length: count }, (_, at) => ({
					x: (at + 0.5) / count,
					label: String(2000 + at)
				}));
				const widths = labelWidths(panel, places);
				expect(widths.at(-1)).toBe('all');
				const shown = { all: 272, wide: 480, broad: 640 };
				let kept: string[] = [];
				for (const [tier, px] of Object.entries(shown)) {
					kept = [...kept, tier];
					const left = places
						.filter((_, at) => kept.includes(widths[at] ?? ''))
						.map((place) => place.x * plotWidth(panel, px));
					left.forEach((x, at) => {
						if (at) expect(x - (left[at - 1] ?? 0)).toBeGreaterThan(textWidth('2000', 12.5));
					});
				}
			})
		);
	});
});

describe('long tick labels', () => {
	it('are shown only where they stay in the panel', () => {
		const label = 'October 2023 to September 2024 (fiscal year)';
		const places = [
			{ x: 0.25, label },
			{ x: 0.75, label }
		];
		expect(labelWidths({ ...emptyPanel(''), start: 2 }, places)).toEqual(['never', 'broad']);
	});
});

describe('wrapping', () => {
	it('keeps every word and fits the width where a word does', () => {
		fc.assert(
			fc.property(WORDS, (words) => {
				const lines = wrapText(words.join(' '), 70, 12);
				expect(lines.join(' ')).toBe(words.join(' '));
				for (const line of lines) if (line.includes(' ')) expect(textWidth(line, 12)).toBeLessThanOrEqual(70);
			})
		);
	});
});
