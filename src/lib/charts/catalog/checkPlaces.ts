import type { CubeQuery } from '../../cube/types.ts';
import { fieldByName, fieldByRole } from '../../package/labels.ts';
import type { Resource } from '../../package/types.ts';
import { RATE_CHOICE } from '../rateChoice.ts';
import { isRecord, isTexts, type Say } from './checkChart.ts';

/** Marks that draw one place each. */
const OF_PLACES: readonly unknown[] = ['tile-map', 'map', 'funnel'];

const MOST_LIMITS = 5;

/** Faults of what a chart says of places and rates. */
export function checkPlaces(chart: Record<string, unknown>, query: CubeQuery, resource: Resource, say: Say) {
	const { mark, x, order, average, filters } = chart;
	const place = fieldByRole(resource, 'place');
	const isOfPlaces = typeof x === 'string' && fieldByName(resource, x)?.role === 'place';
	const hasChoice = isTexts(filters) && filters.includes(RATE_CHOICE) && !fieldByName(resource, RATE_CHOICE);
	if (OF_PLACES.includes(mark) && !isOfPlaces) {
		const mend = place ? `write ${place.name}` : 'use a table with a place field, or another mark';
		say('x', x, `a ${String(mark)} shows one mark for each place`, mend);
	}
	if (mark === 'funnel' && !query.rate) {
		say('query.rate', query.rate ?? '', 'a funnel shows rates', 'write "rate": true in its query');
	}
	if (mark === 'funnel' && hasChoice) {
		say('filters', RATE_CHOICE, 'a funnel has no counts to choose', 'leave it out');
	}
	if (hasChoice && !resource.population) {
		const mend = 'give the table a `population`, or leave it out';
		say('filters', RATE_CHOICE, 'the table names no population, so there are no rates to choose', mend);
	}
	if (order === 'value' && isOfPlaces) {
		say('order', order, 'places are not ordered by their figures: that is a ranking', 'use source');
	}
	if (average === undefined) return;
	if (typeof average !== 'boolean') {
		say('average', average, 'this is true or false', 'write true, or leave it out');
	} else if (average && !place) {
		say('average', average, 'an average is of all places, and the table has no place field', 'leave it out');
	} else if (average && !query.rate && !hasChoice) {
		say('average', average, 'an average is one of rates', 'write "rate": true in the query, or leave it out');
	}
}

/** Faults of the classes of a map. */
export function checkClasses(classes: unknown, resource: Resource | undefined, say: Say) {
	if (classes === undefined) return;
	if (!Array.isArray(classes)) {
		say('classes', classes, 'this is a list', 'write [{ "figure": "rate", "limits": [2, 5, 10] }]');
		return;
	}
	classes.forEach((each: unknown, index) => checkClass(each, `classes[${index}]`, resource, say));
}

function checkClass(value: unknown, at: string, resource: Resource | undefined, say: Say) {
	if (!isRecord(value)) {
		say(at, value, 'this has a `figure` and `limits`', 'write { "figure": "rate", "limits": [2, 5, 10] }');
		return;
	}
	const { measure, figure, limits, ...others } = value;
	for (const name of Object.keys(others)) {
		say(`${at}.${name}`, others[name], 'classes have no such property', 'use measure, figure, limits');
	}
	const known = (resource && fieldByRole(resource, 'measure')?.categories) ?? [];
	if (resource && measure !== undefined && !known.some((category) => category.value === measure)) {
		const mend = known.length ? `use one of ${known.map((each) => each.value).join(', ')}` : 'leave it out';
		say(`${at}.measure`, measure, 'the table has no such measure', mend);
	}
	if (figure !== 'rate' && figure !== 'count') {
		say(`${at}.figure`, figure, 'classes are of rates or of counts', 'use rate or count');
	}
	const isList = Array.isArray(limits) && limits.every((each) => typeof each === 'number' && each > 0);
	const isAscending = isList && limits.every((each, index) => index === 0 || each > limits[index - 1]);
	if (!isAscending || limits.length < 1 || limits.length > MOST_LIMITS) {
		const rule = `limits are one to ${MOST_LIMITS} numbers above zero, each larger than the one before`;
		say(`${at}.limits`, limits, rule, 'write a list such as [2, 5, 10]');
	}
}
