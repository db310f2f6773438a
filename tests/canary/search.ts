/** What may stand between the thousands of a number: a comma, point, apostrophe or space, plain or in an escape. */
const BETWEEN =
	"(?:[,.'’_\\s\\u00a0\\u2000-\\u200b\\u202f\\u2060]|&(?:nbsp|thinsp|#\\d+|#x[\\da-fA-F]+);|\\\\u[\\da-fA-F]{4}|%20|%2C)?";

/** A share is taken for leaked where this many of its digits stand somewhere. */
const DIGITS_OF_SHARE = 6;

/** A whole number, with or without something between its thousands. */
const formsOf = (value: number) => value.toLocaleString('en').split(',').join(BETWEEN);

/** The first digits of a part of a whole, cut or rounded, which are those of its percentage and of its rate too, with the point anywhere. */
function formsOfShare(share: number): string {
	const cut = share.toExponential(12).replace(/e.*$/, '').replace('.', '').slice(0, DIGITS_OF_SHARE);
	const rounded = share
		.toExponential(DIGITS_OF_SHARE - 1)
		.replace(/e.*$/, '')
		.replace('.', '');
	const digits = [...new Set([cut, rounded])].map((each) => [...each].join('[.,]?'));
	return `(?:0[.,])?0*(?:${digits.join('|')})\\d*`;
}

/** What must not stand anywhere, or is looked for. */
export interface Wanted {
	/** Whole numbers. */
	numbers?: readonly number[];
	/** Parts of a whole, between 0 and 1. */
	shares?: readonly number[];
	words?: readonly string[];
}

/** A pattern that finds any of them, in each form in which they are written out, and not as a part of a longer number. */
export function patternOf({ numbers = [], shares = [], words = [] }: Wanted): RegExp {
	const whole = numbers.map((each) => `(?<!\\d|\\d\\.)${formsOf(each)}(?!\\d)`);
	const parts = shares.map((each) => `(?<!\\d|\\d[.,])${formsOfShare(each)}`);
	return new RegExp([...whole, ...parts, ...words].join('|'), 'g');
}
