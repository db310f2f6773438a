import { fits } from './fits.ts';
import { questionsOf, withDefaults } from './questions.ts';
import type { Answers, Findings } from './types.ts';

/** The name of the answers in a private folder. */
export const ANSWERS = 'answers.json';

/**
 * The answers in a file.
 * @throws where it holds no object of texts
 */
export function readAnswers(text: string): Answers {
	const value: unknown = JSON.parse(text);
	const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
	if (!isPlain || Object.values(value).some((answer) => typeof answer !== 'string')) {
		throw new Error('the answers are no object of texts, such as { "publisher": "…" }');
	}
	return value as Answers;
}

/**
 * Answers from last time that fit the questions of new files, and the ids of those that fit none. The day of the figures
 * is no answer for new ones.
 */
export function answersAgain(
	findings: Findings,
	given: Answers,
	setting: { today: string; language: string }
): { answers: Answers; left: string[] } {
	const { asOf: _, ...rest } = given;
	const questions = questionsOf(findings, withDefaults(findings, rest, setting).answers, setting);
	const isFitting = ([id, answer]: [string, string]) => {
		const question = questions.find((each) => each.id === id);
		return question !== undefined && fits(question, answer);
	};
	const all = Object.entries(rest);
	return {
		answers: Object.fromEntries(all.filter(isFitting)),
		left: all.filter((each) => !isFitting(each)).map(([id]) => id)
	};
}
