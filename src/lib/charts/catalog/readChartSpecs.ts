import { planQuery, resourcesWithBreaks } from '../../cube/index.ts';
import type { CubeQuery } from '../../cube/types.ts';
import type { DataPackage, Fault, Resource } from '../../package/types.ts';
import type { ChartSpec } from '../types.ts';
import { checkFields, checkWords, isRecord, isTexts, type Say } from './checkChart.ts';
import { checkClasses, checkPlaces } from './checkPlaces.ts';
import { CHART_ID_RULE, isChartId } from './chartId.ts';

const FILE = 'datapackage.json';
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
	const { table, dimensions, measure, basis, unit, filters, shareOf, rate } = value;
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
	if (rate !== undefined && typeof rate !== 'boolean') {
		say(`${property}.rate`, rate, 'this is true or false', 'write true for rates, or leave it out');
		return undefined;
	}
	const query = { table, dimensions, measure, basis, unit, filters, shareOf, rate };
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
		if (!isChartId(chart['id'])) say('id', chart['id'], CHART_ID_RULE.rule, CHART_ID_RULE.mend);
		else if (ids.has(id)) say('id', id, 'the id is used twice', 'give each chart its own');
		ids.add(id);
		checkWords(chart, say);
		const query = queryOf(chart['query'], 'query', resources, say);
		const resource = resources.find((each) => each.name === query?.table);
		if (query && resource) {
			checkFields(chart, query, resource, say);
			checkPlaces(chart, query, resource, say);
		}
		checkClasses(chart['classes'], resource, say);
		if (chart['superseded'] !== undefined) queryOf(chart['superseded'], 'superseded', resources, say);
		return faults.length > before ? [] : [chart as unknown as ChartSpec];
	});
	return { specs, faults };
}
