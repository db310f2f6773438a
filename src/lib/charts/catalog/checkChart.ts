import type { CubeQuery } from '../../cube/types.ts';
import { fieldByName } from '../../package/labels.ts';
import type { Resource } from '../../package/types.ts';
import { RATE_CHOICE } from '../rateChoice.ts';
import type { ChartPage, MarkKind } from '../types.ts';

const MARKS: readonly MarkKind[] = ['line', 'bar', 'stacked-bar', 'dot', 'tile-map', 'map', 'funnel'];
const PAGES: readonly ChartPage[] = [
	...(['overview', 'trends', 'types', 'people', 'channels'] as const),
	...(['places', 'place', 'reach', 'world'] as const)
];
const KNOWN = new Set(
	'id title pages section query mark x series facet filters average classes superseded order limit notes'.split(
		' '
	)
);

/** Adds a fault about one property of one chart. */
export type Say = (property: string, value: unknown, rule: string, mend: string) => void;

/** Whether a value is an object with properties. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list of texts. */
export function isTexts(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isText(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() !== '';
	return (
		isRecord(value) &&
		Object.keys(value).length > 0 &&
		Object.values(value).every((each) => typeof each === 'string')
	);
}

/** Faults of the fields that a chart names. */
export function checkFields(chart: Record<string, unknown>, query: CubeQuery, resource: Resource, say: Say) {
	const kept = (property: string, value: unknown) => {
		if (typeof value !== 'string' || !query.dimensions.includes(value)) {
			say(
				property,
				value,
				'the field is not among the dimensions of the query',
				`use one of ${query.dimensions.join(', ')}`
			);
		}
	};
	kept('x', chart['x']);
	if (chart['facet'] !== undefined) kept('facet', chart['facet']);
	const { series = [], filters = [] } = chart;
	if (!isTexts(series)) say('series', series, 'this is a list of fields', 'write ["field"]');
	else for (const field of series) kept('series', field);
	if (!isTexts(filters)) say('filters', filters, 'this is a list of fields', 'write ["field"]');
	else {
		for (const field of filters.filter((each) => !fieldByName(resource, each))) {
			// What the choice of a rate needs is checked where places are.
			if (field === RATE_CHOICE) continue;
			say(
				'filters',
				field,
				'the table has no such field',
				`use one of ${resource.schema.fields.map((each) => each.name).join(', ')}`
			);
		}
	}
}

/** Faults of everything that needs no table. */
export function checkWords(chart: Record<string, unknown>, say: Say) {
	if (!isText(chart['title']))
		say('title', chart['title'], 'a chart has a title', 'write what is shown, without a number');
	if (chart['section'] !== undefined && !isText(chart['section']))
		say('section', chart['section'], 'a section is a text', 'write it, or leave it out');
	const notes = chart['notes'];
	if (notes !== undefined && !(Array.isArray(notes) && notes.every(isText)))
		say('notes', notes, 'notes are a list of texts', 'write ["…"]');
	if (!MARKS.includes(chart['mark'] as MarkKind))
		say('mark', chart['mark'], 'the mark is not known', `use one of ${MARKS.join(', ')}`);
	const pages = chart['pages'];
	if (!Array.isArray(pages))
		say('pages', pages, 'a chart names its pages in a list', 'write ["trends"], or [] for none');
	else {
		for (const page of pages.filter((each) => !PAGES.includes(each as ChartPage))) {
			say('pages', page, 'the page is not known', `use one of ${PAGES.join(', ')}`);
		}
	}
	const { order, limit } = chart;
	if (order !== undefined && order !== 'source' && order !== 'value')
		say('order', order, 'the order is not known', 'use source or value');
	if (limit !== undefined && !(typeof limit === 'number' && Number.isInteger(limit) && limit > 0)) {
		say('limit', limit, 'the limit is not a whole number above zero', 'use a number such as 12');
	}
	for (const name of Object.keys(chart).filter((each) => !KNOWN.has(each))) {
		say(name, chart[name], 'a chart has no such property', `use ${[...KNOWN].join(', ')}`);
	}
}
