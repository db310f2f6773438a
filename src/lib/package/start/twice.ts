import type { Fault } from '../types.ts';
import type { TidyTable } from './tidy.ts';

const RULE = 'two rows have the same key';

/** The faults of a proposed package, keys that stand twice by the lines of the files from which it was made. */
export function withTwice(twice: readonly Fault[], faults: readonly Fault[]): Fault[] {
	return twice.length === 0 ? [...faults] : [...twice, ...faults.filter(({ rule }) => rule !== RULE)];
}

/** Figures that stand in two rows of a file under the same names, by the lines of that file. */
export function twiceFaults({ table, shape, rows, categories }: TidyTable): Fault[] {
	const labels = categories.map(
		(list) => new Map(list?.map(({ value, label }) => [value, typeof label === 'string' ? label : value]))
	);
	const named = shape.dimensions.filter(({ origin }) => origin.kind !== 'constant');
	const first = new Map<string, number>();
	const told = new Set<number>();
	return rows.flatMap(({ codes, line }): Fault[] => {
		const key = JSON.stringify(codes);
		const known = first.get(key);
		if (known === undefined) first.set(key, line);
		// A row of several figures is told once.
		if (known === undefined || told.has(line)) return [];
		told.add(line);
		return [
			{
				file: table.file,
				row: line,
				column: named.map(({ title, name }) => title || name).join('+'),
				value: codes.map((code, at) => labels[at]?.get(code) ?? code).join(' / '),
				rule: RULE,
				mend: `line ${known} has it too; correct or remove one of them in your file, or count the rows first where each is a person or a case`
			}
		];
	});
}
