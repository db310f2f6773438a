import { readFile } from 'node:fs/promises';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { fits, questionsOf, readAnswers, withDefaults, type Answers, type Findings, type Question } from '../../../src/lib/package/start/index.ts';
import { optionWords, questionWords } from '../../../src/lib/ui/publish/words.ts';

/** The answers in a file; throws where it holds none. */
export async function givenAnswers(file: string | undefined): Promise<Answers> {
	if (file === undefined) return {};
	return readAnswers(await readFile(file, 'utf8'));
}

/** Answers that fit no question, or not the one that they name. */
export function answerFaults(findings: Findings, given: Answers, setting: Setting): string[] {
	const { answers } = withDefaults(findings, given, setting);
	const questions = questionsOf(findings, answers, setting);
	return Object.entries(given).flatMap(([id, answer]) => {
		const question = questions.find((each) => each.id === id);
		if (!question) {
			return [`${id}: there is no such question for these files (tables are named after their files, so keep those names)`];
		}
		const wanted = question.options ? `use ${question.options.join(' | ')}` : questionWords(question).help;
		return fits(question, answer) ? [] : [`${id}: ${answer}: this answer does not fit, ${wanted}`];
	});
}

/** Today as `2026-08-31`, and the language of the package where nobody says else. */
export interface Setting {
	today: string;
	language: string;
}

function options(question: Question): string {
	const list = (question.options ?? []).map(
		(option, index) => `  ${index + 1}  ${optionWords(question, option)}${option === question.fallback ? '  (default)' : ''}`
	);
	return list.length > 0 ? `\n${list.join('\n')}` : '';
}

/** Asks in the terminal what the files cannot say; an empty line takes the default. */
export async function ask(findings: Findings, given: Answers, setting: Setting): Promise<Answers> {
	const terminal = createInterface({ input: stdin, output: stdout });
	const answers = { ...given };
	try {
		for (;;) {
			const question = questionsOf(findings, answers, setting).find(({ id }) => !Object.hasOwn(answers, id));
			if (!question) return answers;
			const { ask: asked, help } = questionWords(question);
			const about = question.table === undefined ? '' : `[${question.table}] `;
			console.log(`\n${about}${asked}\n  ${help}${options(question)}`);
			const shown = question.options ? '' : question.fallback && ` [${question.fallback}]`;
			const typed = (await terminal.question(`>${shown} `)).trim();
			const chosen = typed === '' ? question.fallback : (question.options?.[Number(typed) - 1] ?? typed);
			if (typed === '' || fits(question, chosen)) answers[question.id] = chosen;
			else console.log(`This answer does not fit. ${help}`);
		}
	} finally {
		terminal.close();
	}
}

