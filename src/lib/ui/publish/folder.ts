import {
	ANSWERS,
	leftOutCsv,
	propose,
	writeJson,
	type Answers,
	type Findings,
	type LeftOut,
	type Proposal,
	type Question
} from '../../package/start/index.ts';
import { DESCRIPTOR, type DataPackage } from '../../package/index.ts';
import { chartsFor } from './charts.ts';
import { readmeText } from './readme.ts';
import { answerWords, questionWords, WHY } from './words.ts';

/** The name of the list of what was left out. */
export const LEFT_OUT = 'left_out.csv';

/** A question that nobody answered, and what was taken. */
export function takenWords(question: Question, answer: string): string {
	const about = question.table === undefined ? '' : `${question.table}: `;
	return `${about}${questionWords(question).ask} ${answerWords(question, answer)}`;
}

/** What is in a column that is left out, in words; the cells of some are not shown. */
export function whyWords({ why }: LeftOut): string {
	return WHY[why]();
}

/** Whether a proposed package has counts that are too small or withheld already, so that it is to be protected first. */
export function isPrivate({ tables }: Pick<Proposal, 'tables'>, answers: Answers): boolean {
	if (answers.protect === 'no') return false;
	const threshold = Number(answers.threshold);
	return tables.some(({ header, rows }) => {
		const at = header.indexOf('value');
		return rows.some(
			(cells) => cells.includes('[c]') || (Number(cells[at]) > 0 && Number(cells[at]) < threshold)
		);
	});
}

/**
 * The whole folder of a proposal: the package with its charts where it has to name them, a README with the next steps, the
 * answers, and the list of what was left out. Git leaves a private one out.
 * @param taken questions for which the default was taken
 * @param isToProtect what the audit says; before it has, the figures are looked at alone
 */
export function folderOf(
	findings: Findings,
	answers: Answers,
	taken: readonly Question[],
	folder: string,
	isToProtect?: boolean
): Proposal {
	const proposal = propose(findings, answers);
	if (proposal.files.size === 0) return proposal;
	const encoder = new TextEncoder();
	const files = new Map(proposal.files);
	const description = JSON.parse(new TextDecoder().decode(files.get(DESCRIPTOR))) as DataPackage;
	const charts = chartsFor(description, proposal.tables);
	if (charts) files.set(DESCRIPTOR, encoder.encode(writeJson({ ...description, charts })));
	const state = (isToProtect ?? isPrivate(proposal, answers)) ? 'private' : 'open';
	const defaults = taken.map((question) => takenWords(question, answers[question.id] ?? question.fallback));
	const hasLeftOut = proposal.leftOut.length > 0;
	const readme = readmeText(answers.title ?? folder, { folder, state, hasLeftOut }, defaults);
	files.set('README.md', encoder.encode(readme));
	// Kept within a clone of this code, small counts would else be committed with it.
	if (state === 'private') files.set('.gitignore', encoder.encode('*\n'));
	files.set(ANSWERS, encoder.encode(`${JSON.stringify(answers, undefined, '\t')}\n`));
	if (proposal.leftOut.length > 0)
		files.set(LEFT_OUT, encoder.encode(leftOutCsv(proposal.leftOut, whyWords)));
	return { ...proposal, files };
}
