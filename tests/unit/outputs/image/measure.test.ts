import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { measure } from '../../../../src/lib/outputs/image/measure.ts';
import { RANGES, type Face } from '../../../../src/lib/outputs/image/metrics.ts';
import { balanced, wrapRuns } from '../../../../src/lib/outputs/image/wrap.ts';
import { advancesOf } from './fontFile.ts';

const require = createRequire(import.meta.url);
const FILES: Record<Face, string> = {
	sans: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
	bold: '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
	serif: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'
};

describe.each(Object.entries(FILES) as [Face, string][])('widths of %s', (face, file) => {
	it('are those of the font that draws the pictures', () => {
		const advance = advancesOf(require.resolve(file));
		const wrong = RANGES.flatMap(([first, last]) =>
			Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((code) => {
				const known = advance(code);
				return known && measure(String.fromCodePoint(code), face, 1000) !== known;
			})
		);
		expect(wrong).toEqual([]);
	});
});

it('guesses the width of a character without an entry by its script', () => {
	expect(measure('電', 'sans', 10)).toBe(10);
	expect(measure('Ж', 'sans', 10)).toBe(6.5);
});

const run = (text: string) => [{ text, face: 'sans', fill: '#000' } as const];
const texts = (lines: { text: string }[][]) => lines.map((line) => line.map((each) => each.text).join(''));

describe('wrapping', () => {
	it('breaks between words, and no line is longer than its width', () => {
		const lines = texts(wrapRuns(run('one two three four five six seven eight'), 80, 14));
		expect(lines.join(' ')).toBe('one two three four five six seven eight');
		expect(lines.length).toBeGreaterThan(2);
		for (const line of lines) expect(measure(line, 'sans', 14)).toBeLessThanOrEqual(80);
	});

	it('breaks a word that no line holds, an address after a slash', () => {
		expect(texts(wrapRuns(run('https://example.org/charts/name'), 130, 14))).toEqual([
			'https://',
			'example.org/charts/',
			'name'
		]);
		for (const line of texts(wrapRuns(run('W'.repeat(60)), 100, 14)))
			expect(measure(line, 'sans', 14)).toBeLessThanOrEqual(100);
	});

	it('makes the lines of a headline about equally long, and no more of them', () => {
		const words = run('Not known for ten thousand victims in that year; the rest is known');
		const [plain, even] = [wrapRuns(words, 300, 20), balanced(words, 300, 20)];
		const widths = (lines: { text: string }[][]) => texts(lines).map((line) => measure(line, 'sans', 20));
		expect(even.length).toBe(plain.length);
		expect(Math.min(...widths(even))).toBeGreaterThan(Math.min(...widths(plain)));
	});
});
