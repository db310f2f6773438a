import { wordsOf } from './searchWords.ts';
import type { Option } from './state.ts';

/** The options with words that begin as the searched ones. */
export function filterOptions(options: readonly Option[], search: string): Option[] {
	const wanted = wordsOf(search);
	return options.filter(({ label }) => {
		const words = wordsOf(label);
		return wanted.every((word) => words.some((each) => each.startsWith(word)));
	});
}

/** What is shown after one option was ticked or unticked, in the order of the options. */
export function toggled(
	options: readonly Option[],
	shown: ReadonlySet<string>,
	value: string,
	isOn: boolean
): string[] {
	return options.map((option) => option.value).filter((each) => (each === value ? isOn : shown.has(each)));
}
