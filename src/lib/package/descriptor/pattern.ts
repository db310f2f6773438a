/** The longest text that is held against a pattern, in characters. */
export const LONGEST_MATCHED = 200;

const MOST_OPEN = 3;
const MOST_CHOICES = 10;

/** Parts of a regular expression; escapes, classes and quantifiers are one part each. */
const PARTS = /\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|<\w+>)|[()|*+?]|\{\d+(?:,\d*)?\}|./gsu;

/** Whether a quantifier allows several lengths: `*`, `+`, `{2,}`, `{2,5}`. */
const isOpen = (part: string) => part === '*' || part === '+' || /^\{\d+,/.test(part);
const isRepeat = (part: string) => isOpen(part) || part.startsWith('{');

/**
 * Why a pattern may take very long to fail on some text, so that one cell could stop the reading:
 * a repeated group that can match one text in several ways, or too many choices; undefined where it cannot.
 */
export function slowPattern(pattern: string): string | undefined {
	const parts = pattern.match(PARTS) ?? [];
	/** Choices within each group that is still open, the whole pattern being the first. */
	const choices = [0];
	let open = 0;
	let total = 0;
	let closed = 0;
	for (const [index, part] of parts.entries()) {
		const before = parts[index - 1] ?? '';
		if (part.startsWith('(')) choices.push(0);
		else if (part === ')') {
			closed = choices.pop() ?? 0;
			choices.push((choices.pop() ?? 0) + closed);
		}
		// A question mark behind a quantifier only makes it lazy.
		const isLazy = part === '?' && (isRepeat(before) || before === '?');
		const isChoice = part === '|' || isOpen(part) || (part === '?' && !isLazy);
		if (isRepeat(part) && before === ')' && closed > 0) {
			return 'a repeated group may not hold *, +, ?, | or a span such as {2,5}';
		}
		if (!isChoice) continue;
		choices.push((choices.pop() ?? 0) + 1);
		if (isOpen(part)) open++;
		else total++;
	}
	if (open > MOST_OPEN) return `a pattern has at most ${MOST_OPEN} of *, + and spans such as {2,5}`;
	return total > MOST_CHOICES ? `a pattern has at most ${MOST_CHOICES} of ? and |` : undefined;
}
