import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(new URL('../../../src/lib/ui/tokens.css', import.meta.url), 'utf8');
const styles = readFileSync(new URL('../../../src/lib/charts/charts.css', import.meta.url), 'utf8');

type Colour = [number, number, number];

function token(name: string, theme: 'light' | 'dark'): Colour {
	const found = new RegExp(`--${name}:\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)`).exec(tokens);
	const hex = found?.[theme === 'light' ? 1 : 2];
	if (!hex) throw new Error(`no token ${name}`);
	return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Colour;
}

function luminance(colour: Colour): number {
	const [red = 0, green = 0, blue = 0] = colour.map((part) => {
		const share = part / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('contrast in %s', (theme) => {
	const ground = token('ground', theme);
	const ink = token('ink', theme);
	/** How much of a hue is in the words of a direct label, as the style sheet mixes it. */
	const part = Number(/color-mix\(in srgb, var\(--mark\) (\d+)%, var\(--ink\)\)/.exec(styles)?.[1]) / 100;

	it.each(['hue-1', 'hue-2', 'hue-3', 'hue-4', 'hue-5', 'hue-6', 'rule-strong'])(
		'%s as a mark has 3:1',
		(name) => {
			expect(contrast(token(name, theme), ground)).toBeGreaterThanOrEqual(3);
		}
	);

	it.each(['ink', 'ink-soft', 'link'])('%s as text has 4.5:1, also on raised ground', (name) => {
		expect(contrast(token(name, theme), ground)).toBeGreaterThanOrEqual(4.5);
		expect(contrast(token(name, theme), token('ground-raised', theme))).toBeGreaterThanOrEqual(4.5);
	});

	const classes = [1, 2, 3, 4, 5, 6].map((step) => token(`class-${step}`, theme));

	it.each([1, 2, 3, 4, 5, 6])('words on class %i of a map have 4.5:1', (step) => {
		const words = token(step > 3 ? 'class-paper' : 'class-ink', theme);
		expect(contrast(classes[step - 1] ?? ground, words)).toBeGreaterThanOrEqual(4.5);
	});

	it('the classes of a map get stronger step by step, told apart in grey', () => {
		const strength = [ground, ...classes].map((colour) => contrast(colour, ground));
		strength.slice(1).forEach((each, at) => {
			expect(each / (strength[at] ?? 1)).toBeGreaterThan(at ? 1.4 : 1.2);
		});
	});

	it('a class without an outline has 3:1 on the ground', () => {
		const outlined =
			/\.chart \.areas :is\(\.step-1, \.step-2, \.withheld, \.unknown, \.disc\) \{\s*stroke: var\(--rule-strong\)/;
		expect(styles).toMatch(outlined);
		for (const colour of classes.slice(2)) expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
	});

	it.each([1, 2, 3, 4, 5, 6])('the words of hue %i have 4.5:1', (hue) => {
		const mark = token(`hue-${hue}`, theme);
		const words = mark.map((value, at) => value * part + (ink[at] ?? 0) * (1 - part)) as Colour;
		expect(contrast(words, ground)).toBeGreaterThanOrEqual(4.5);
	});
});
