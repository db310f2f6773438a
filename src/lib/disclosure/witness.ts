import type { Category, Field } from '../package/types.ts';
import { ALL, type Subjects } from './subjects.ts';
import type { Terms } from './ties.ts';
import type { Standing } from './types.ts';

/** A figure of a table, with what it is about. */
export interface Known {
	at: ReadonlyMap<string, string>;
	/** Undefined where it is withheld. */
	value: number | undefined;
	terms: Terms;
	standing: Standing;
}

/** The figures of a table, as evidence is looked for in them. */
export interface Witness {
	/** Of the table. */
	name: string;
	subjects: Subjects;
	figures: readonly Known[];
}

/** Whether figures may be parts of something over a dimension. */
export const isSummed = ({ role }: Field) => role === 'category' || role === 'place' || role === 'time';

/** Whether a category is one part of several, no total and no composite of others. */
export const isPart = ({ kind }: Pick<Category, 'kind'>) => kind === undefined || kind === 'unknown';

/** Whether a value of a dimension is such a part. */
export function isPartOf({ categories }: Field, value: string): boolean {
	return value !== ALL && isPart(categories?.find((category) => category.value === value) ?? {});
}

/** How many parts a dimension has; 0 where nobody lists them. */
export function partCount({ categories = [] }: Field): number {
	return categories.filter(isPart).length;
}
