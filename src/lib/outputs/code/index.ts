import { planQuery, type CubeAnswer } from '../../cube/index.ts';
import { localized } from '../../package/labels.ts';
import type { Resource } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import { comments } from './literals.ts';
import { programOf } from './program.ts';
import { pythonProgram } from './pythonProgram.ts';
import { rProgram } from './rProgram.ts';
import { sqlProgram } from './sqlProgram.ts';
import type { CodeSnippets } from './types.ts';

export type { CodeSnippets } from './types.ts';

/** What the programs of an answer are made of. */
export interface CodeOrder {
	title: string;
	/** Lines that go with the figures. */
	caveats: readonly string[];
	answer: CubeAnswer;
	/** Descriptors of the table, and of those with its totals and residents. */
	resources: Resource[];
	/** The full address of a table's published file. */
	addressOf: (table: string) => string;
}

/** The lines on top of a program: what it asks, what must not be added, what limits the figures. */
function headOf({ title, caveats, answer }: CodeOrder): string[] {
	return [
		title,
		...answer.nonAdditive.map(({ dimension, reason }) =>
			m.files_code_never_add({ dimension, reason: localized(reason) })
		),
		...caveats
	];
}

/**
 * Programs in R, Python and SQL that ask the published files the same question.
 * @throws RangeError where the question is refused, or no short program gives the same numbers
 */
export function codeOf(order: CodeOrder): CodeSnippets {
	const plan = planQuery(order.answer.query, order.resources);
	const program = plan.refused ? undefined : programOf(plan, order.addressOf);
	if (!program) throw new RangeError(m.files_code_none());
	const head = headOf(order);
	return {
		r: `${comments('#', head)}\n\n${rProgram(program)}`,
		python: `${comments('#', head)}\n\n${pythonProgram(program)}`,
		duckdb: `${comments('--', head)}\n\n${sqlProgram(program)}`
	};
}
