import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PALETTES, wordsColour } from '../../../../src/lib/outputs/image/palette.ts';

const tokens = readFileSync('src/lib/ui/tokens.css', 'utf8');
const styles = readFileSync('src/lib/charts/charts.css', 'utf8');

describe.each(['light', 'dark'] as const)('the colours of pictures in %s', (theme) => {
	const token = (name: string) =>
		new RegExp(`--${name}:\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)`).exec(tokens)?.[
			theme === 'light' ? 1 : 2
		];
	const { hues, classes, ...others } = PALETTES[theme];

	it.each(Object.entries(others))('%s is the token of the pages', (name, colour) => {
		expect(colour).toBe(token(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)));
	});

	it.each(Object.entries(classes))('class %s is the token of the pages', (step, colour) => {
		expect(colour).toBe(token(`class-${step}`));
	});

	it.each(Object.entries(hues))('hue %s is the token of the pages', (hue, colour) => {
		expect(colour).toBe(token(`hue-${hue}`));
	});
});

it('mixes words of a hue as the style sheet does', () => {
	expect(styles).toContain('color-mix(in srgb, var(--mark) 80%, var(--ink))');
	expect(wordsColour(PALETTES.light, 2)).toBe('#99451b');
});
