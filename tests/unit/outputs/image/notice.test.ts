import { describe, expect, it } from 'vitest';
import { composeNotice } from '../../../../src/lib/outputs/image/index.ts';
import { frameOf, textBoxes } from './boxes.ts';

const ADDRESS = 'https://figures.example.org/charts/cases-by-year';
const reason = (length: number) => 'One of the cells was wrong. '.repeat(length / 28 + 1).slice(0, length);

describe('the picture of a notice', () => {
	it.each([40, 2000, 20_000])('holds a reason of %i characters whole', (length) => {
		const svg = composeNotice('This version was withdrawn', reason(length), ADDRESS);
		const { width, height } = frameOf(svg);
		const boxes = textBoxes(svg);
		expect(boxes.map(({ text }) => text).join(' ')).toBe(
			`This version was withdrawn ${reason(length).trim()} ${ADDRESS}`
		);
		expect(
			boxes.filter(({ left, top, right, bottom }) => left < 0 || top < 0 || right > width || bottom > height)
		).toEqual([]);
	});

	it('writes a short reason large, and one of 2,000 characters so that it can be read', () => {
		const sizes = (length: number) =>
			textBoxes(composeNotice('Withdrawn', reason(length), ADDRESS)).map(({ size }) => size);
		expect(sizes(40)).toEqual([44, 28, 28]);
		expect(Math.min(...sizes(2000))).toBeGreaterThan(14);
	});
});
