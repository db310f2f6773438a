import { planQuery, resourcesWithBreaks } from '../../cube/index.ts';
import type { CubeQuery } from '../../cube/types.ts';
import { fieldByName } from '../../package/labels.ts';
import type { DataPackage, Fault, Resource } from '../../package/types.ts';
import type { ChartPage, ChartSpec, MarkKind } from '../types.ts';

const FILE = 'datapackage.json';
const MARKS: readonly MarkKind[] = ['line', 'bar', 'stacked-bar', 'dot'];
const PAGES: readonly ChartPage[] = ['overview', 'trends', 'types', 'people', 'channels', 'world'];
const KNOWN = new Set(
	'id title pages section query mark x series facet filters superseded order limit notes'.split(' ')
);

/** Adds a fault about one property of one chart. */
type Say = (property: string, value: unknown, rule: string, mend: string) => void;

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
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

/** Reads a query; faults where its shape is wrong or the cube refuses it. */
function queryOf(value: unknown, property: string, resources: Resource[], say: Say): CubeQuery | undefined {
	if (!isRecord(value) || typeof value['table'] !== 'string' || !isTexts(value['dimensions'])) {
		say(
			property,
			value,
			'a query has a `table` and a list of `dimensions`',
			'write { "table": …, "dimensions": […] }'
		);
		return undefined;
	}
	const { table, dimensions, measure, basis, unit, filters, shareOf } = value;
	for (const [name, list] of Object.entries({ measure, basis, unit })) {
		if (list !== undefined && !isTexts(list)) {
			say(`${property}.${name}`, list, 'this is a list of texts', 'write it as ["…"]');
			return undefined;
		}
	}
	if (filters !== undefined && !(isRecord(filters) && Object.values(filters).every(Array.isArray))) {
		say(
			`${property}.filters`,
			filters,
			'filters give each field a list of values',
			'write { "field": ["value"] }'
		);
		return undefined;
	}
	const query = { table, dimensions, measure, basis, unit, filters, shareOf };
	const given = Object.fromEntries(
		Object.entries(query).filter(([, each]) => each !== undefined)
	) as unknown as CubeQuery;
	const plan = planQuery(given, resources);
	if (!plan.refused) return given;
	say(
		property,
		plan.field ?? table,
		`the question is refused: ${plan.reason}`,
		'ask for what the table publishes'
	);
	return undefined;
}

function checkFields(chart: Record<string, unknown>, query: CubeQuery, resource: Resource, say: Say) {
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
			say(
				'filters',
				field,
				'the table has no such field',
				`use one of ${resource.schema.fields.map((each) => each.name).join(', ')}`
			);
		}
	}
}

function checkWords(chart: Record<string, unknown>, say: Say) {
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

/**
 * Reads the charts that a package declares and holds each against its table and the rules of the cube.
 * @returns the sound ones, in order, and every fault of the others
 */
export function readChartSpecs(pkg: DataPackage): { specs: ChartSpec[]; faults: Fault[] } {
	const faults: Fault[] = [];
	const charts: unknown = pkg.charts ?? [];
	if (!Array.isArray(charts)) {
		return {
			specs: [],
			faults: [
				{ file: FILE, column: 'charts', rule: '`charts` is not a list', mend: 'write a list of charts' }
			]
		};
	}
	const resources = resourcesWithBreaks(pkg);
	const ids = new Set<string>();
	const specs = charts.flatMap((chart: unknown, index): ChartSpec[] => {
		const before = faults.length;
		const id = isRecord(chart) && typeof chart['id'] === 'string' ? chart['id'] : String(index);
		const say: Say = (property, value, rule, mend) => {
			const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
			faults.push({ file: FILE, column: `charts.${id}.${property}`, value: shown, rule, mend });
		};
		if (!isRecord(chart)) {
			say('', chart, 'a chart is an object', 'write { "id": …, "title": …, … }');
			return [];
		}
		if (!/^[a-z0-9-]+$/.test(String(chart['id'] ?? ''))) {
			say(
				'id',
				chart['id'],
				'an id has lower-case letters, digits and hyphens only',
				'use one such as cases-by-year'
			);
		} else if (ids.has(id)) say('id', id, 'the id is used twice', 'give each chart its own');
		ids.add(id);
		checkWords(chart, say);
		const query = queryOf(chart['query'], 'query', resources, say);
		const resource = resources.find((each) => each.name === query?.table);
		if (query && resource) checkFields(chart, query, resource, say);
		if (chart['superseded'] !== undefined) queryOf(chart['superseded'], 'superseded', resources, say);
		return faults.length > before ? [] : [chart as unknown as ChartSpec];
	});
	return { specs, faults };
}
