import { tableQuestions } from './tableQuestions.ts';
import { textIn } from './texts.ts';
import type { Answers, Findings, Question } from './types.ts';

/** Counts from 1 up to one less than this are protected where nobody says else. */
export const SAFE_THRESHOLD = 11;

/**
 * What the files cannot say, in the order in which it is asked; earlier answers decide what is asked later.
 * @param setting `today` as `2026-08-31`; `language` in which the package is written where nobody says else
 */
export function questionsOf(
	findings: Findings,
	answers: Answers,
	setting: { today: string; language: string }
): Question[] {
	const tables = findings.tables.flatMap((table) => tableQuestions(table, answers, findings.tables));
	const publisher = answers.publisher ?? '';
	const isHelp = answers.help === 'yes';
	const say = (key: 'noPublisher' | 'figures') =>
		String(textIn([setting.language === 'es' ? 'es' : 'en'], key));
	return [
		{ id: 'publisher', kind: 'publisher', form: 'text', fallback: say('noPublisher') },
		{
			id: 'title',
			kind: 'title',
			form: 'text',
			fallback: publisher || (findings.tables[0]?.title ?? say('figures'))
		},
		{ id: 'asOf', kind: 'as-of', form: 'day', fallback: setting.today },
		{
			id: 'languages',
			kind: 'languages',
			form: 'choice',
			options: ['en', 'es', 'en es', 'es en'],
			fallback: setting.language
		},
		{ id: 'license', kind: 'license', form: 'choice', options: ['none', 'cc-by', 'cc0'], fallback: 'none' },
		...tables,
		{ id: 'limits', kind: 'limits', form: 'optional', fallback: '' },
		{ id: 'protect', kind: 'protect', form: 'choice', options: ['yes', 'no'], fallback: 'yes' },
		...(answers.protect === 'no'
			? []
			: [
					{
						id: 'threshold',
						kind: 'threshold',
						form: 'threshold',
						fallback: String(SAFE_THRESHOLD)
					} satisfies Question
				]),
		{ id: 'help', kind: 'help', form: 'choice', options: ['no', 'yes'], fallback: 'no' },
		...(isHelp
			? ([
					{ id: 'help.country', kind: 'help-country', form: 'country', fallback: '' },
					{ id: 'help.name', kind: 'help-name', form: 'text', fallback: publisher },
					{ id: 'help.phone', kind: 'help-phone', form: 'text', fallback: '' }
				] satisfies Question[])
			: [])
	];
}

/** The answers with what is taken for each question that has none; their ids are told. */
export function withDefaults(
	findings: Findings,
	given: Answers,
	setting: { today: string; language: string }
): { answers: Answers; taken: Question[] } {
	const answers: Answers = { ...given };
	const taken: Question[] = [];
	// An answer may bring further questions, so the list is made anew until none is open.
	for (;;) {
		const open = questionsOf(findings, answers, setting).find(({ id }) => !Object.hasOwn(answers, id));
		if (!open) return { answers, taken };
		answers[open.id] = open.fallback;
		taken.push(open);
	}
}
