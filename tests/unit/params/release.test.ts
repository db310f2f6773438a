import { expect, it } from 'vitest';
import { match } from '../../../src/params/release.ts';

it.each([
	['v1.2.3', true],
	['v10.0.12', true],
	['v1.2.3x', false],
	['v1.2.3/../x', false],
	['1.2.3', false]
])('tells whether %s is a version in an address', (text, isOne) => {
	expect(match(text)).toBe(isOne);
});
