/** Relative size at which a series or fraction has settled. */
const SETTLED = 1e-15;
const MOST_TERMS = 20_000;
const TINY = 1e-300;

/** Lanczos' coefficients for g = 7 and nine terms. */
const LANCZOS = [
	0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
	12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
];

/**
 * Natural logarithm of the gamma function.
 *
 * Source: Lanczos C., "A precision approximation of the gamma function", SIAM Journal on Numerical Analysis B 1 (1964).
 * @param x 0.5 or more
 */
export function logGamma(x: number): number {
	const at = x - 1;
	const base = at + 7.5;
	const sum = LANCZOS.reduce((total, part, index) => total + (index === 0 ? part : part / (at + index)), 0);
	return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(base) - base + Math.log(sum);
}

/**
 * A continued fraction b0 + a1 / (b1 + a2 / (b2 + …)), by the modified method of Lentz.
 *
 * Source: Lentz W. J., Applied Optics 15 (1976), 668; modified by Thompson I. J. and Barnett A. R. (1986).
 */
function fraction(first: number, term: (index: number) => readonly [a: number, b: number]): number {
	let value = first || TINY;
	let above = value;
	let below = 0;
	for (let index = 1; index < MOST_TERMS; index++) {
		const [a, b] = term(index);
		below = 1 / (b + a * below || TINY);
		above = b + a / above || TINY;
		value *= above * below;
		if (Math.abs(above * below - 1) < SETTLED) break;
	}
	return value;
}

/**
 * The regularized lower incomplete gamma function P(shape, x): by its series below the mean, else by the continued
 * fraction of what is left.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.11.4 and 8.9.2.
 */
export function regularizedGamma(shape: number, x: number): number {
	if (x <= 0) return 0;
	const scale = Math.exp(shape * Math.log(x) - x - logGamma(shape));
	if (x >= shape + 1) {
		const rest = fraction(x + 1 - shape, (n) => [n * (shape - n), x + 1 - shape + 2 * n]);
		return 1 - scale / rest;
	}
	let term = 1 / shape;
	let sum = term;
	for (let n = 1; n < MOST_TERMS && term > sum * SETTLED; n++) sum += term *= x / (shape + n);
	return sum * scale;
}

/**
 * The regularized incomplete beta function I(x; a, b), by its continued fraction.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22.
 */
export function regularizedBeta(x: number, a: number, b: number): number {
	if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
	if (x > (a + 1) / (a + b + 2)) return 1 - regularizedBeta(1 - x, b, a);
	const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
	const rest = fraction(1, (index) => {
		const m = Math.floor(index / 2);
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		return [index % 2 ? odd : even, 1];
	});
	return scale / (a * rest);
}

/** Where a rising function reaches a value, by halving an interval that holds the place. */
export function inverse(
	rising: (x: number) => number,
	value: number,
	[least, most]: readonly [number, number]
): number {
	let low = least;
	let high = most;
	while (high - low > 1e-14 * Math.abs(high)) {
		const middle = (low + high) / 2;
		if (middle <= low || middle >= high) break;
		if (rising(middle) < value) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
