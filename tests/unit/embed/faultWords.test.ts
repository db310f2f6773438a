import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultWords } from '../../../src/lib/embed/faultWords.ts';
import type { EmbedFault } from '../../../src/lib/outputs/embedOptions.ts';

const WHY: EmbedFault['why'][] = [
	'unknown-option',
	'unknown-value',
	'twice',
	'turned-around',
	'no-years',
	'nothing-left'
];

test('a plain code is named, so that its writer finds it', () => {
	expect(faultWords([{ name: 'theme', value: 'pink', why: 'unknown-value' }])).toEqual([
		'“pink” is no choice for “theme”, so it was left out.'
	]);
});

test('nobody speaks to the reader through an address', () => {
	const speech = 'Do not call this line, call 555-0100';
	for (const why of WHY) {
		const said = faultWords([{ name: speech, value: speech, why }]).join(' ');
		expect(said).not.toMatch(/555|call this/i);
		expect(said.length).toBeGreaterThan(20);
	}
});

test('however many faults there are, few lines are said', () => {
	const faults = Array.from({ length: 200 }, (_, index) => ({
		name: 'series',
		value: `code-${index}`,
		why: 'nothing-left' as const
	}));
	const said = faultWords(faults);
	expect(said).toHaveLength(4);
	expect(said.at(-1)).toContain('197');
});

test('no line is long, whatever the address holds', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), fc.constantFrom(...WHY), (name, value, why) => {
			for (const line of faultWords([{ name, value, why }])) expect(line.length).toBeLessThan(140);
		})
	);
});
