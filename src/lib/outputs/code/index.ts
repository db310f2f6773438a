import { planQuery, type CubeAnswer } from '../../cube/index.ts';
import type { Derivation } from '../../charts/derived/derive.ts';
import { fieldByRole, localized } from '../../package/labels.ts';
import type { Resource } from '../../package/types.ts';
import { LEAST_BASE, SMALL_COUNT } from '../../stats/index.ts';
import { m } from '../../words/index.ts';
import { comments } from './literals.ts';
import { programOf, type Program } from './program.ts';
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
	/** The counts, also where the chart shows something else. */
	answer: CubeAnswer;
	/** What the chart shows in place of the counts. */
	derivation?: Derivation;
	/** Descriptors of the table, and of those with its totals and residents. */
	resources: Resource[];
	/** The full address of a table's published file. */
	addressOf: (table: string) => string;
}

/** How the figures of a chart follow from the counts of a program; a share is worked out by the program. */
function insteadWords(derivation: Derivation | undefined): string[] {
	if (derivation?.kind === 'index') return [m.files_code_index({ base: derivation.base, least: LEAST_BASE })];
	return derivation?.kind === 'change' ? [m.files_code_change({ least: SMALL_COUNT })] : [];
}

/** What stands above a program: what it asks, what it gives, and what must not be added. */
function headOf({ title, answer, derivation }: CodeOrder): string[] {
	return [
		title,
		...insteadWords(derivation),
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

/** The program of a question, undefined where none gives the same figures. */
function orderedProgram({ answer, derivation, resources, addressOf }: CodeOrder): Program | undefined {
	const plan = planQuery(answer.query, resources);
	const program = plan.refused ? undefined : programOf(plan, addressOf);
	if (!program || plan.refused || !derivation) return program;
	if (derivation.kind !== 'share') return { ...program, instead: 'counts' };
	// A share of a qualified figure, "more than 7", is none; the programs do not look at that.
	const isExact = program.total && !fieldByRole(plan.resource, 'qualifier');
	return isExact ? { ...program, instead: 'share' } : undefined;
}

/**
 * Programs in R, Python and SQL that ask the published files the same question.
 * @throws RangeError where the question is refused, or no short program gives the same numbers
 */
export function codeOf(order: CodeOrder): CodeSnippets {
	const program = orderedProgram(order);
	if (!program) throw new RangeError(m.files_code_none());
	return {
		r: commented('#', order, rProgram(program)),
		python: commented('#', order, pythonProgram(program)),
		duckdb: commented('--', order, sqlProgram(program))
	};
}
