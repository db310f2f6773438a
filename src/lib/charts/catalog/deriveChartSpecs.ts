import { planQuery, resourcesWithBreaks } from '../../cube/index.ts';
import { dimensionsOf, fieldByRole, localized, totalCategory, valueField } from '../../package/labels.ts';
import type { Category, DataPackage, Field, Resource } from '../../package/types.ts';
import type { ChartPage, ChartSpec } from '../types.ts';
import { isChartId } from './chartId.ts';

/** Words in a field's name that place its charts on a page. */
const PAGE_WORDS: [ChartPage, RegExp][] = [
	['channels', /channel|contact_method|medium/],
	['types', /form|type|venue|industry|exploitation|sector/]
];

/** Bars that a derived chart shows at most; the rest stands in its table. */
const MOST_BARS = 15;

/** Charts that also open the site. */
const ON_OVERVIEW = 4;

/** A chart before it has an id; `words` make the id. */
type Draft = Omit<ChartSpec, 'id'> & { words: string[] };

/**
 * Charts for a package that declares none, from the roles of its columns alone: each measure by year, and
 * each category, stacked by year where it may be added and as bars where not. Bases and units are series
 * of their own. Only questions that the cube does not refuse are used.
 */
export function deriveChartSpecs(pkg: DataPackage): ChartSpec[] {
	const resources = resourcesWithBreaks(pkg);
	const used = new Set<string>();
	const idOf = (words: string[]) => {
		const named = slug(words.join('-')) || 'chart';
		const base = isChartId(named) ? named : `${named}-chart`;
		let id = base;
		for (let count = 2; used.has(id); count++) id = `${base}-${count}`;
		used.add(id);
		return id;
	};
	return resources
		.filter(valueField)
		.flatMap(draftsOf)
		.filter((draft) => !planQuery(draft.query, resources).refused)
		.map(({ words, ...draft }, index) => ({
			id: idOf(words),
			...draft,
			pages: index < ON_OVERVIEW ? ['overview', ...draft.pages] : draft.pages
		}));
}

function draftsOf(resource: Resource): Draft[] {
	const dimensions = dimensionsOf(resource);
	const time = fieldByRole(resource, 'time');
	const groups = dimensions.filter((field) => field.role === 'category' || field.role === 'place');
	const measure = fieldByRole(resource, 'measure');
	const measures: (Category | undefined)[] = measure?.categories?.length ? measure.categories : [undefined];
	return measures.flatMap((each) => [
		...(time ? [trendDraft(resource, time, groups, each)] : []),
		...groups.map((field) => groupDraft(resource, field, time, groups, each))
	]);
}

/** Basis and unit, where there is more than one: kept apart as series. */
function apart(resource: Resource): string[] {
	return (['basis', 'unit'] as const).flatMap((role) => {
		const field = fieldByRole(resource, role);
		return field && field.categories?.length !== 1 ? [field.name] : [];
	});
}

/** Filters that pin each other category to its published total, where it has one. */
function pinned(groups: Field[], except?: Field): Record<string, string[]> {
	return Object.fromEntries(
		groups.flatMap((field) => {
			const total = field === except ? undefined : totalCategory(field);
			return total ? [[field.name, [total.value]]] : [];
		})
	);
}

function queryOf(
	resource: Resource,
	dimensions: string[],
	filters: Record<string, string[]>,
	measure?: Category
) {
	return {
		table: resource.name,
		dimensions,
		...(Object.keys(filters).length ? { filters } : {}),
		...(measure ? { measure: [measure.value] } : {})
	};
}

function trendDraft(resource: Resource, time: Field, groups: Field[], measure?: Category): Draft {
	const series = apart(resource);
	return {
		words: [resource.name, measure?.value ?? '', 'trend'],
		title: measure?.label ?? resource.title,
		pages: ['trends'],
		section: resource.title,
		query: queryOf(resource, [time.name, ...series], pinned(groups), measure),
		// Named periods can overlap or differ in length, so no line joins them.
		mark: time.categories ? 'bar' : 'line',
		x: time.name,
		...(series.length ? { series } : {})
	};
}

function groupDraft(
	resource: Resource,
	field: Field,
	time: Field | undefined,
	groups: Field[],
	measure?: Category
): Draft {
	const series = apart(resource);
	const plain = (field.categories ?? []).filter((each) => each.kind !== 'total' && each.kind !== 'composite');
	const some = plain.length > 0 && plain.length < (field.categories?.length ?? 0);
	const filters = {
		...pinned(groups, field),
		...(some ? { [field.name]: plain.map((each) => each.value) } : {})
	};
	const rule = (resource.additivity ?? []).find((each) => each.dimension === field.name);
	const named = field.title ?? field.name.replaceAll('_', ' ');
	const common = {
		words: [resource.name, measure?.value ?? '', field.name],
		title: `${localized(named)}: ${localized(measure?.label ?? resource.title)}`,
		pages: [pageOf(field, rule?.additivity === 'additive')],
		section: named
	};
	if (time && rule?.additivity === 'additive' && !series.length && plain.length > 1 && plain.length <= 6) {
		const query = queryOf(resource, [time.name, field.name], filters, measure);
		return { ...common, query, mark: 'stacked-bar', x: time.name, series: [field.name] };
	}
	return {
		...common,
		query: queryOf(resource, [field.name, ...(time ? [time.name] : []), ...series], filters, measure),
		mark: 'bar',
		x: field.name,
		...(series.length ? { series } : {}),
		...(time ? { facet: time.name } : {}),
		// Places are never ranked.
		order: field.categories || field.role === 'place' ? 'source' : 'value',
		limit: MOST_BARS
	};
}

/** What may be added up is of one type a report; what may not is about people, of whom a report can have several. */
function pageOf(field: Field, additive: boolean): ChartPage {
	const named = PAGE_WORDS.find(([, words]) => words.test(field.name))?.[0];
	if (named) return named;
	if (field.role === 'place') return 'trends';
	return additive ? 'types' : 'people';
}

function slug(text: string): string {
	return text
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
}
