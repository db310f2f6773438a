import { rawText } from './text.ts';
import { safeMarkdown, type Surroundings, type Targets } from './markdown.ts';

/** A question of the self-check. */
export interface Question {
	id: string;
	question: string;
	options: string[];
	/** Which option is right, from 0. */
	right: number;
	/** Why, as HTML. */
	why: string;
}

/**
 * The questions of a text: a part each, its options a list of which one is ticked, then the explanation.
 * @throws where a question has not exactly one right option
 */
export function questionsOf(source: string, targets: Targets): Question[] {
	const around: Surroundings = {
		...targets,
		numberOf: (note) => {
			throw new Error(`The self-check has no notes: ${note}.`);
		},
		used: new Set(),
		noteWords: String
	};
	return rawText(source).sections.map(({ id, title, text }) => {
		const lines = text.split('\n');
		const found = lines.flatMap((line) => {
			const [, tick, words] = /^- \[([ x])\] (.+)$/.exec(line) ?? [];
			return tick && words ? [{ isRight: tick === 'x', words }] : [];
		});
		const right = found.findIndex(({ isRight }) => isRight);
		if (found.length < 2 || found.filter(({ isRight }) => isRight).length !== 1) {
			throw new Error(`The question ${id} needs two options or more, and one that is right.`);
		}
		const rest = lines.filter((line) => !/^- \[[ x]\] /.test(line)).join('\n');
		return {
			id,
			question: title,
			options: found.map(({ words }) => words),
			right,
			why: safeMarkdown(rest.trim(), around)
		};
	});
}
