import type { Category, Field, Resource, Text } from '../types.ts';
import { Codes, codeOf, titleOf } from './labels.ts';
import type { Dimension } from './shape.ts';
import { textIn, type StartLanguage, type TEXTS } from './texts.ts';
import type { TidyTable } from './tidy.ts';
import { NOT_STATED } from './tidyRows.ts';
import type { Answers } from './types.ts';

/** How a table of figures is written: its description and the cells of each row. */
export interface WrittenTable {
	resource: Resource;
	rows: string[][];
}

/** Languages of the package as answered, the main one first. */
export function languagesOf(answers: Answers): StartLanguage[] {
	return (answers.languages ?? 'en').split(' ') as StartLanguage[];
}

type Say = (key: keyof typeof TEXTS, values?: Record<string, string>) => Text;

/** Writes texts in the languages that were answered. */
export const sayIn =
	(answers: Answers): Say =>
	(key, values) =>
		textIn(languagesOf(answers), key, values);

const TITLES: Record<string, keyof typeof TEXTS> = {
	year: 'year',
	period: 'period',
	section: 'section',
	measure: 'measure',
	unit: 'unit',
	basis: 'basis',
	kind: 'group'
};

function titleFor({ name, title }: Dimension, say: Say): Text {
	if (title !== '') return titleOf(title);
	return say(TITLES[name.replace(/_\d+$/, '')] ?? 'category');
}

function dimensionField(
	dimension: Dimension,
	categories: Category[] | undefined,
	say: Say,
	yearStarts: string | undefined
): Field {
	const { name, role, grain } = dimension;
	const named = categories?.map((each) =>
		each.value === NOT_STATED ? { ...each, label: say('notStated') } : each
	);
	return {
		name,
		type: grain === 'year' ? 'year' : grain === 'day' ? 'date' : 'string',
		title: titleFor(dimension, say),
		role,
		...(grain === 'fiscal' && yearStarts ? { yearStarts: Number(yearStarts) } : {}),
		...(named && named.length > 0 ? { categories: named } : {}),
		constraints: { required: true }
	};
}

function missingValues(say: Say) {
	return [
		{ value: '[c]', label: say('withheld') },
		{ value: '[x]', label: say('unavailable') },
		{ value: '[z]', label: say('inapplicable') }
	];
}

/** Units of the measures of a table, as a code for each measure. */
function measureUnits(
	tidied: TidyTable,
	answers: Answers
): { field: Field; of: (measure: string) => string } | undefined {
	const { shape, table, categories } = tidied;
	const at = shape.dimensions.findIndex(({ role, origin }) => role === 'measure' && origin.kind === 'label');
	if (at === -1 || shape.dimensions.some(({ role }) => role === 'unit')) return undefined;
	const codes = new Codes();
	const units = new Map(
		(categories[at] ?? []).map(({ value, label }) => [
			value,
			codes.of(answers[`${table.name}.unit.${String(label)}`] ?? String(label))
		])
	);
	const list = codes.all.map(([value, label]) => ({ value, label }));
	const field: Field = {
		name: 'unit',
		type: 'string',
		role: 'unit',
		categories: list,
		constraints: { required: true }
	};
	return { field, of: (measure) => units.get(measure) ?? '' };
}

/** A table of figures with its description; `source` is the key of its file among the sources. */
export function describeTable(tidied: TidyTable, answers: Answers, source: string): WrittenTable {
	const say = sayIn(answers);
	const { table, shape, rows } = tidied;
	const answer = (id: string) => answers[`${table.name}.${id}`] ?? '';
	const unit = answer('unit') || answers[`${table.unitFrom ?? ''}.unit`] || 'records';
	const units = measureUnits(tidied, answers);
	const measureAt = shape.dimensions.findIndex(({ role }) => role === 'measure');
	const hasUnit = units !== undefined || shape.dimensions.some(({ role }) => role === 'unit');
	const hasStatus = rows.some(({ number, status }) => number !== '' && status !== '');
	const isWhole = rows.every(({ number }) => !number.includes('.'));
	const dimensions = shape.dimensions.map((each, at) =>
		dimensionField(each, tidied.categories[at], say, answer('yearStarts'))
	);
	const fields: Field[] = [
		...dimensions,
		...(units ? [{ ...units.field, title: say('unit') }] : []),
		{ name: 'value', type: isWhole ? 'integer' : 'number', title: say('value'), role: 'value' },
		...(hasStatus ? [{ name: 'status', type: 'string', title: say('status'), role: 'status' } as const] : []),
		{
			name: 'source_id',
			type: 'string',
			title: say('source'),
			role: 'source',
			constraints: { required: true }
		}
	];
	const additive = shape.dimensions.filter(({ role }) => ['time', 'place', 'category'].includes(role));
	const resource: Resource = {
		name: table.name,
		path: `${table.name}.csv`,
		type: 'table',
		title: answer('title') || table.title,
		description: say('description', { file: table.file }),
		format: 'csv',
		mediatype: 'text/csv',
		encoding: 'utf-8',
		...(hasUnit ? {} : { unit: codeOf(unit), unitLabel: unit }),
		schema: {
			fields,
			primaryKey: [...shape.dimensions.map(({ name }) => name), ...(units ? ['unit'] : [])],
			foreignKeys: [{ fields: ['source_id'], reference: { resource: 'sources', fields: ['source_id'] } }],
			missingValues: missingValues(say)
		},
		additivity: additive.map(({ name }) => {
			const additivity = answer(`additivity.${name}`) === 'additive' ? 'additive' : 'none';
			return { dimension: name, additivity, reason: say(additivity) };
		})
	};
	return {
		resource,
		rows: rows.map(({ codes, number, status }) => [
			...codes,
			...(units ? [units.of(codes[measureAt] ?? '')] : []),
			...(hasStatus ? [number, status] : [number === '' ? status : number]),
			source
		])
	};
}
