import type { Fault } from './types.ts';

const LONGEST_VALUE = 80;

/** A value on one line, short enough to read; quoted where spaces at its ends would not be seen. */
function shown(value: string): string {
	if (value === '') return '(empty)';
	const oneLine = value.replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, (character) =>
		JSON.stringify(character).slice(1, -1)
	);
	const short = oneLine.length > LONGEST_VALUE ? `${oneLine.slice(0, LONGEST_VALUE)}…` : oneLine;
	return short.trim() === short ? short : `"${short}"`;
}

/** `file:row:column: value: rule, and how to mend it`, on one line; `-` where a part does not apply. */
export function formatFault(fault: Fault): string {
	const place = [fault.file, fault.row ?? '-', fault.column === undefined ? '-' : shown(fault.column)].join(
		':'
	);
	const value = fault.value === undefined ? '-' : shown(fault.value);
	return `${place}: ${value}: ${fault.rule}, ${fault.mend}`;
}

/** Edit distance between two words. */
function distance(from: string, to: string): number {
	let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const change = from[row - 1] === to[column - 1] ? 0 : 1;
			current.push(
				Math.min(
					(previous[column] ?? 0) + 1,
					(current[column - 1] ?? 0) + 1,
					(previous[column - 1] ?? 0) + change
				)
			);
		}
		previous = current;
	}
	return previous[to.length] ?? 0;
}

const fold = (word: string) =>
	word
		.trim()
		.toLowerCase()
		.replaceAll(/[\s_-]+/g, '_');

/**
 * The known word most like a given one, where it is like enough to be meant: at most a third of its
 * letters (and at least one) differ, capitals, spaces, hyphens and underscores aside.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
	const wanted = fold(word).slice(0, LONGEST_VALUE);
	let best: string | undefined;
	let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
	for (const each of known) {
		const folded = fold(each);
		if (Math.abs(folded.length - wanted.length) >= least) continue;
		const far = distance(wanted, folded);
		if (far < least) {
			least = far;
			best = each;
		}
	}
	return best;
}

/** `a, b or c`, cut after a dozen. */
export function listed(words: readonly string[]): string {
	if (words.length > 12) return `${words.slice(0, 12).join(', ')} … (${words.length} in all)`;
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** A mend that offers the nearest known word, or else the list of them. */
export function offer(word: string, known: readonly string[]): string {
	const near = nearest(word, known);
	return near === undefined ? `use ${listed(known) || 'none'}` : `did you mean ${near}?`;
}

/** The line of a part of the descriptor, or of the nearest part around it that has one. */
export function lineOfPath(lines: ReadonlyMap<string, number>, path: string): number {
	let known = path;
	while (known !== '' && !lines.has(known)) {
		known = known.slice(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['), 0));
	}
	return lines.get(known) ?? 1;
}
