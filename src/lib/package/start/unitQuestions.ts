import { unitIn } from './labels.ts';
import { shapeOf } from './shape.ts';
import type { Answers, FoundTable, Question } from './types.ts';

/** What is counted where no word says so. */
const RECORDS = 'records';

/**
 * The word for what a table counts: what its total names, or all its columns, or its title; last what only some columns
 * name, for `Calls` beside `Online` is one group of something else.
 */
function unitWord({ sums, title, file }: FoundTable, labels: readonly string[]): string | undefined {
	const words = labels.filter((label) => label !== sums?.total).map((label) => unitIn(label));
	const [word, ...others] = new Set(words);
	const [only, ...rest] = new Set(words.filter((each) => each !== undefined));
	return (
		unitIn(sums?.total ?? '') ??
		(others.length === 0 ? word : undefined) ??
		unitIn(title, file) ??
		(rest.length === 0 ? only : undefined)
	);
}

/** The headers of the figures of a table, and whether each names a measure of its own. */
function measuresOf(table: FoundTable, answers: Answers): { labels: string[]; areMeasures: boolean } {
	const { dimensions, labels } = shapeOf(table, answers);
	return {
		labels,
		areMeasures: dimensions.some(({ role, origin }) => role === 'measure' && origin.kind === 'label')
	};
}

/** What a table seems to count. One whose words do not say it counts what all others do. */
function unitOf(table: FoundTable, answers: Answers, all: readonly FoundTable[]): string {
	const wordsOf = (each: FoundTable) => {
		const { labels, areMeasures } = measuresOf(each, answers);
		return areMeasures ? labels.map((label) => unitIn(label)) : [unitWord(each, labels)];
	};
	const [own] = wordsOf(table);
	if (own !== undefined) return own;
	const [word = RECORDS, ...rest] = new Set(all.flatMap(wordsOf).filter((each) => each !== undefined));
	return rest.length === 0 ? word : RECORDS;
}

/**
 * What is asked of a table's unit: once, or for each measure; nothing where a column says it.
 * @param all tables of the package, this one among them
 */
export function unitQuestions(table: FoundTable, answers: Answers, all: readonly FoundTable[]): Question[] {
	if (shapeOf(table, answers).dimensions.some(({ role }) => role === 'unit')) return [];
	const { labels, areMeasures } = measuresOf(table, answers);
	if (!areMeasures) {
		if (table.unitFrom !== undefined) return [];
		const fallback = unitOf(table, answers, all);
		return [{ id: `${table.name}.unit`, kind: 'unit', table: table.name, form: 'text', fallback }];
	}
	return labels.map((label) => ({
		id: `${table.name}.unit.${label}`,
		kind: 'unit-of',
		table: table.name,
		about: label,
		form: 'text',
		fallback: unitIn(label) ?? label.toLowerCase()
	}));
}
