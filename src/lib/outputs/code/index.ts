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

/** What stands above a program: what it asks, and what must not be added. */
function headOf({ title, answer }: CodeOrder): string[] {
	return [
		title,
		...answer.nonAdditive.map(({ dimension, reason }) =>
			m.files_code_never_add({ dimension, reason: localized(reason) })
		)
	];
}

/** A program between its head and all that goes with its figures. */
function commented(sign: string, order: CodeOrder, program: string): string {
	const below = [m.files_code_about(), ...order.caveats];
	return `${comments(sign, headOf(order))}\n\n${program}\n${comments(sign, below)}\n`;
}

/**
 * Programs in R, Python and SQL that ask the published files the same question.
 * @throws RangeError where the question is refused, or no short program gives the same numbers
 */
export function codeOf(order: CodeOrder): CodeSnippets {
	const plan = planQuery(order.answer.query, order.resources);
	const program = plan.refused ? undefined : programOf(plan, order.addressOf);
	if (!program) throw new RangeError(m.files_code_none());
	return {
		r: commented('#', order, rProgram(program)),
		python: commented('#', order, pythonProgram(program)),
		duckdb: commented('--', order, sqlProgram(program))
	};
}
