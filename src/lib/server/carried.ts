import type { ChartView } from '../charts/types.ts';
import type { Resource } from '../package/types.ts';

const carried = new WeakMap<Resource, Resource>();

/**
 * What a page carries of a table's descriptor: all that questions, charts and quotes read, without what only
 * the pages of the data tell. Each table is carried once, however many charts show it.
 */
export function carriedResource(resource: Resource): Resource {
	const known = carried.get(resource);
	if (known) return known;
	const slim: Resource = {
		...resource,
		description: '',
		schema: {
			fields: resource.schema.fields.map(({ name, type, title, role, yearStarts, categories }) => ({
				name,
				type,
				...(title === undefined ? {} : { title }),
				...(role === undefined ? {} : { role }),
				...(yearStarts === undefined ? {} : { yearStarts }),
				...(categories === undefined ? {} : { categories })
			}))
		}
	};
	carried.set(resource, slim);
	return slim;
}

/** A chart as a page carries it. */
export function carriedView(view: ChartView): ChartView {
	const { resource, supersededResource, population } = view;
	return {
		...view,
		resource: carriedResource(resource),
		...(supersededResource ? { supersededResource: carriedResource(supersededResource) } : {}),
		...(population ? { population: carriedResource(population) } : {})
	};
}
