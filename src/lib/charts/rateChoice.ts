import { fieldByName } from '../package/labels.ts';
import type { Resource } from '../package/types.ts';
import type { ChartSpec } from './types.ts';

/** What stands among a chart's filters where a reader may choose between a rate and the count behind it. */
export const RATE_CHOICE = 'rate';

/** Whether an entry of a chart's filters is that choice, and no field of the table. */
export function isRateChoice(resource: Resource, name: string): boolean {
	return name === RATE_CHOICE && resource.population !== undefined && !fieldByName(resource, name);
}

/** Whether a chart shows rates, or does so where a reader asks for them. */
export function canShowRates({ query, filters = [] }: ChartSpec, resource: Resource): boolean {
	return query.rate === true || filters.some((name) => isRateChoice(resource, name));
}
