import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativePath } from '../../../../src/lib/server/places/relativePath.ts';
import { pathPoints } from './pathPoints.ts';

const tenths = fc.integer({ min: -9999, max: 9999 }).map((value) => value / 10);
const ring = fc.array(fc.tuple(tenths, tenths), { minLength: 1, maxLength: 8 });
/** Points to the nearest half, without those at which the one before stands. */
function inHalves(points: number[]): number[] {
	const kept: number[] = [];
	for (let index = 0; index < points.length; index += 2) {
		const [x, y] = points.slice(index, index + 2).map((value) => Math.round(value * 2) / 2 + 0);
		if (index > 0 && kept.at(-2) === x && kept.at(-1) === y) continue;
		kept.push(x ?? 0, y ?? 0);
	}
	return kept;
}

const written = (points: [number, number][]) => `M${points.map(([x, y]) => `${x},${y}`).join('L')}Z`;

describe('an outline as steps', () => {
	it('is shorter by what neighbours share', () => {
		expect(relativePath('M10,20L10.4,19.1L11,19L11.1,18.9Z')).toBe('M10 20l.5-1 .5 0Z');
		expect(relativePath('M1,1L2,2ZM5,5L4.5,5Z')).toBe('M1 1l1 1ZM5 5l-.5 0Z');
	});

	it('goes through the same points', () => {
		fc.assert(
			fc.property(fc.array(ring, { minLength: 1, maxLength: 3 }), (rings) => {
				const path = rings.map(written).join('');
				expect(pathPoints(relativePath(path))).toEqual(pathPoints(path).map(inHalves));
			})
		);
	});

	it('leaves what it does not know as it is', () => {
		for (const path of ['M0,0C1,1,2,2,3,3', 'MNaN,0L1,1Z', '']) expect(relativePath(path)).toBe(path);
	});
});
