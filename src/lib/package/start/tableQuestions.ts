import { addUp } from './adds.ts';
import { looksWithheld } from './figures.ts';
import { areGroups, shapeOf, type Shape } from './shape.ts';
import { tidy } from './tidy.ts';
import type { Answers, FoundTable, Question } from './types.ts';
import { unitQuestions } from './unitQuestions.ts';

/** Whether a table is left out because its rows may be persons or nothing is counted in it. */
export function isRecords(table: FoundTable, answers: Answers): boolean {
	return table.areRecords && (table.figures.length === 0 || answers[`${table.name}.records`] !== 'counts');
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

/**
 * What is asked of one table.
 * @param all tables that were found with it
 */
export function tableQuestions(table: FoundTable, answers: Answers, all: readonly FoundTable[]): Question[] {
	const { name, figures } = table;
	const ask = (question: Omit<Question, 'table'>): Question => ({ ...question, table: name });
	// Totals that stand in two tables are one figure only where all else is the same.
	const before = (id: string, fallback = '') => answers[`${table.unitFrom ?? ''}.${id}`] ?? fallback;
	if (figures.length === 0) return [];
	const records = ask({
		id: `${name}.records`,
		kind: 'records',
		form: 'choice',
		options: ['people', 'counts'],
		fallback: 'people'
	});
	if (isRecords(table, answers)) return [records];
	const taken = all.filter((each) => !isRecords(each, answers));
	const shape = shapeOf(table, answers);
	const hasTime = shape.dimensions.some(({ role, origin }) => role === 'time' && origin.kind !== 'constant');
	const seen = addUp(tidy(table, answers));
	const meanings = ['withheld', 'unavailable', 'inapplicable', 'zero', 'leave'];
	return [
		...(table.areRecords ? [records] : []),
		ask({ id: `${name}.title`, kind: 'table-title', form: 'text', fallback: table.title }),
		...(hasTime
			? []
			: [
					ask({
						id: `${name}.period`,
						kind: 'period',
						form: 'optional',
						fallback: before('period', table.year)
					})
				]),
		...(hasFiscalYears(table, shape)
			? [
					ask({
						id: `${name}.yearStarts`,
						kind: 'year-starts',
						form: 'optional',
						fallback: before('yearStarts')
					})
				]
			: []),
		...(shape.labels.length > 1
			? [
					ask({
						id: `${name}.columns`,
						kind: table.sums ? 'columns-seen' : 'columns',
						...(table.sums ? { about: table.sums.total } : {}),
						form: 'choice',
						options: ['measure', 'category'],
						fallback: areGroups(table, shape.labels) ? 'category' : 'measure'
					})
				]
			: []),
		...unitQuestions(table, answers, taken),
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
					kind: seen.has(dimension.name) ? 'additivity-seen' : 'additivity',
					about:
						dimension.origin.kind === 'label' ? shape.labels.join(', ') : dimension.title || dimension.name,
					form: 'choice',
					options: ['none', 'additive'],
					fallback: seen.has(dimension.name) ? 'additive' : 'none'
				})
			),
		...(shape.dimensions.some(({ role, origin }) => role === 'basis' && origin.kind === 'column')
			? []
			: [ask({ id: `${name}.basis`, kind: 'basis', form: 'optional', fallback: before('basis') })])
	];
}
