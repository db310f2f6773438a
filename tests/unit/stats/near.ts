import { expect } from 'vitest';

/**
 * Expects four significant digits of a published number, or as many of them as were published.
 * @param decimals digits after the point with which it was published
 */
export function expectPublished(
	actual: number | null | undefined,
	published: number,
	decimals: number
): void {
	const magnitude = published === 0 ? -decimals : Math.floor(Math.log10(Math.abs(published)));
	const tolerance = Math.max(0.5 * 10 ** -decimals, 0.5 * 10 ** (magnitude - 3));
	expect(Math.abs((actual ?? NaN) - published), `${actual} is not ${published}`).toBeLessThanOrEqual(
		tolerance * 1.0001
	);
}

/** Expects two numbers to agree in about `digits` significant digits. */
export function expectNear(actual: number | null | undefined, expected: number, digits: number): void {
	const scale = Math.max(Math.abs(expected), Number.MIN_VALUE);
	expect(Math.abs((actual ?? NaN) - expected) / scale, `${actual} is not ${expected}`).toBeLessThanOrEqual(
		10 ** -digits
	);
}
