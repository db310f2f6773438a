import { looksWithheld } from './figures.ts';
import { shapeOf, type Shape } from './shape.ts';
import type { Answers, Findings, FoundTable, Question } from './types.ts';

/** Counts from 1 up to one less than this are protected where nobody says else. */
export const SAFE_THRESHOLD = 11;

const COUNTED =
	/\b(?:calls|cases|contacts|signals|victims|survivors|people|persons|reports|messages|texts|chats|emails|tips|situations|clients|referrals|llamadas|casos|contactos|señales|víctimas|victimas|sobrevivientes|personas|denuncias|mensajes|fälle|anrufe|appels|cas|personnes|chamadas)\b/iu;

/** What one figure seems to count, from the words around it. */
function unitIn(...texts: string[]): string {
	for (const text of texts) {
		const [word] = COUNTED.exec(text.replaceAll(/[_-]/g, ' ')) ?? [];
		if (word !== undefined) return word.toLowerCase();
	}
	return 'records';
}

/** Whether a table is left out because its rows may be persons or nothing is counted in it. */
export function isRecords(table: FoundTable, answers: Answers): boolean {
	return table.areRecords && (table.figures.length === 0 || answers[`${table.name}.records`] !== 'counts');
}

function unitQuestions(table: FoundTable, shape: Shape): Question[] {
	if (shape.dimensions.some(({ role }) => role === 'unit')) return [];
	const isMeasures = shape.dimensions.some(
		({ role, origin }) => role === 'measure' && origin.kind === 'label'
	);
	if (!isMeasures) {
		const fallback = unitIn(...shape.labels, table.title, table.file);
		return [{ id: `${table.name}.unit`, kind: 'unit', table: table.name, form: 'text', fallback }];
	}
	return shape.labels.map((label) => ({
		id: `${table.name}.unit.${label}`,
		kind: 'unit-of',
		table: table.name,
		about: label,
		form: 'text',
		fallback: unitIn(label) === 'records' ? label.toLowerCase() : unitIn(label)
	}));
}

/** Whether the periods are fiscal years of two calendar years, `2021/22`. */
function hasFiscalYears({ figures, block }: FoundTable, { dimensions }: Shape): boolean {
	const time = dimensions.find(({ grain }) => grain === 'fiscal');
	if (!time) return false;
	const { origin } = time;
	const texts =
		origin.kind === 'column'
			? block.body.map(({ cells }) => cells[origin.key.index] ?? '')
			: figures.map(({ period = '' }) => period);
	return !texts.some((text) => /^(?:fy|fiscal|ejercicio)/i.test(text));
}

/** What is asked of one table. */
function tableQuestions(table: FoundTable, answers: Answers): Question[] {
	const { name, figures } = table;
	const ask = (question: Omit<Question, 'table'>): Question => ({ ...question, table: name });
	if (figures.length === 0) return [];
	const records = ask({
		id: `${name}.records`,
		kind: 'records',
		form: 'choice',
		options: ['people', 'counts'],
		fallback: 'people'
	});
	if (isRecords(table, answers)) return [records];
	const shape = shapeOf(table, answers);
	const hasTime = shape.dimensions.some(({ role, origin }) => role === 'time' && origin.kind !== 'constant');
	const meanings = ['withheld', 'unavailable', 'inapplicable', 'zero', 'leave'];
	return [
		...(table.areRecords ? [records] : []),
		ask({ id: `${name}.title`, kind: 'table-title', form: 'text', fallback: table.title }),
		...(hasTime
			? []
			: [ask({ id: `${name}.period`, kind: 'period', form: 'optional', fallback: table.year ?? '' })]),
		...(hasFiscalYears(table, shape)
			? [ask({ id: `${name}.yearStarts`, kind: 'year-starts', form: 'optional', fallback: '' })]
			: []),
		...(shape.labels.length > 1
			? [
					ask({
						id: `${name}.columns`,
						kind: 'columns',
						form: 'choice',
						options: ['measure', 'category'],
						fallback: 'measure'
					})
				]
			: []),
		...unitQuestions(table, shape),
		...(table.doubtful === undefined
			? []
			: [
					ask({
						id: `${name}.numbers`,
						kind: 'numbers',
						about: table.doubtful,
						form: 'choice',
						options: ['whole', 'fraction'],
						fallback: 'whole'
					})
				]),
		...table.placeholders.map((text) =>
			ask({
				id: `${name}.sign.${text}`,
				kind: 'placeholder',
				about: text,
				form: 'choice',
				options: meanings,
				fallback: looksWithheld(text) ? 'withheld' : 'unavailable'
			})
		),
		...shape.dimensions
			.filter(
				({ role, origin }) => ['time', 'place', 'category'].includes(role) && origin.kind !== 'constant'
			)
			.map((dimension) =>
				ask({
					id: `${name}.additivity.${dimension.name}`,
					kind: 'additivity',
					about: dimension.title || dimension.name,
					form: 'choice',
					options: ['none', 'additive'],
					fallback: 'none'
				})
			),
		...(shape.dimensions.some(({ role, origin }) => role === 'basis' && origin.kind === 'column')
			? []
			: [ask({ id: `${name}.basis`, kind: 'basis', form: 'optional', fallback: '' })])
	];
}

/**
 * What the files cannot say, in the order in which it is asked; earlier answers decide what is asked later.
 * @param setting `today` as `2026-08-31`; `language` in which the package is written where nobody says else
 */
export function questionsOf(
	findings: Findings,
	answers: Answers,
	setting: { today: string; language: string }
): Question[] {
	const tables = findings.tables.flatMap((table) => tableQuestions(table, answers));
	const publisher = answers.publisher ?? '';
	const isHelp = answers.help === 'yes';
	return [
		{ id: 'publisher', kind: 'publisher', form: 'text', fallback: 'Publisher not named yet' },
		{
			id: 'title',
			kind: 'title',
			form: 'text',
			fallback: publisher || (findings.tables[0]?.title ?? 'Figures')
		},
		{ id: 'asOf', kind: 'as-of', form: 'day', fallback: setting.today },
		{
			id: 'languages',
			kind: 'languages',
			form: 'choice',
			options: ['en', 'es', 'en es', 'es en'],
			fallback: setting.language
		},
		{ id: 'licence', kind: 'licence', form: 'choice', options: ['none', 'cc-by', 'cc0'], fallback: 'none' },
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
