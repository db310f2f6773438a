import { fieldByRole } from '../package/labels.ts';
import type { Field, PopulationLink, Resource, Role } from '../package/types.ts';
import type { Figure } from '../stats/figure.ts';
import { rateOf } from '../stats/rate.ts';
import { memberOf, type Member } from './dimensions.ts';
import { ascending, rowOf, type Group } from './group.ts';
import type { CubePlan, PlannedPopulation } from './planned.ts';
import { noPlaceForRate, noPopulation } from './refusals.ts';
import type { CubeQuery, CubeRefusal, CubeRow, RateOf } from './types.ts';

/** What joins a count to its residents. */
const JOINED: readonly Role[] = ['place', 'time'];

/** The values of a field that a plan selects; undefined: any. A field that is summed over has none. */
function selected(plan: CubePlan, field: Field): Member[] | undefined | 'summed' {
	const pinned = plan.pinned.find((each) => each.field.name === field.name);
	if (pinned) return [pinned.member];
	const kept = plan.kept.find((each) => each.field.name === field.name);
	return kept ? kept.members : 'summed';
}

/** Of some values those that another field can have, as that field holds them. */
function sharedMembers(members: Member[], theirs: Field): Member[] {
	return members
		.flatMap((member) => memberOf(theirs, member) ?? [])
		.filter(
			(member) =>
				!theirs.categories || theirs.categories.some((category) => category.value === String(member))
		);
}

/**
 * How the residents of an answer's places and times are found, or why there are none. Rates are given for
 * single places and times only: residents are never added up here.
 * @param planTotal plans a query over the same resources
 */
export function planPopulation(
	plan: CubePlan,
	resources: Resource[],
	planTotal: (query: CubeQuery) => CubePlan | CubeRefusal
): PlannedPopulation | CubeRefusal {
	const { query, resource } = plan;
	const link = resource.population;
	const holder = resources.find((each) => each.name === link?.resource);
	if (!link || !holder) return noPopulation(query, resource);
	const dimensions: string[] = [];
	const filters: Record<string, Member[]> = {};
	const joins: PlannedPopulation['joins'] = [];
	for (const role of JOINED) {
		const own = fieldByRole(resource, role);
		const theirs = fieldByRole(holder, role);
		if (!theirs) continue;
		if (!own) return noPopulation(query, resource);
		const members = selected(plan, own);
		if (members === 'summed') return noPlaceForRate(query, own);
		const shared = members && sharedMembers(members, theirs);
		if (shared?.length === 0) return { joins: [], link };
		if (shared) filters[theirs.name] = shared;
		dimensions.push(theirs.name);
		joins.push({ own: own.name, theirs: theirs.name });
	}
	const basis = fieldByRole(holder, 'basis')?.name;
	const bases = link.bases?.map(({ value }) => value);
	if (basis) dimensions.push(basis);
	const found = planTotal({
		table: holder.name,
		dimensions,
		filters,
		...(basis && bases ? { basis: bases } : {})
	});
	if (found.refused) return noPopulation(query, resource);
	return { plan: found, joins, link };
}

/** Whether a figure is a number by itself, and not "more than" one or rounded: only such a number has limits. */
export function isExact({ qualifier }: CubeRow): boolean {
	return qualifier === '' || qualifier === 'exact';
}

/** The basis of the population that serves a time; undefined where none does. */
function basisAt(link: PopulationLink, bases: string[], time: string): string | undefined {
	if (!link.bases) return bases.length === 1 ? bases[0] : undefined;
	const serves = link.bases.find(({ from = '', to = '\uffff' }) => from <= time && time <= to);
	return serves && bases.includes(serves.value) ? serves.value : undefined;
}

/** Gives each row its rate per 100,000 residents in place of its count. */
export function addRates(
	plan: CubePlan,
	rows: CubeRow[],
	{ plan: found, joins, link }: PlannedPopulation,
	groups: Group[]
): CubeRow[] {
	const basisField = found && fieldByRole(found.resource, 'basis')?.name;
	const idOf = (values: (Member | undefined)[]) => JSON.stringify(values.map(String));
	const residents = new Map<string, Map<string, CubeRow>>();
	for (const row of found ? groups.map((group) => rowOf(found, group)) : []) {
		const id = idOf(joins.map(({ theirs }) => row.key[theirs]));
		const byBasis = residents.get(id) ?? new Map<string, CubeRow>();
		byBasis.set(basisField ? String(row.key[basisField]) : '', row);
		residents.set(id, byBasis);
	}
	const time = fieldByRole(plan.resource, 'time')?.name ?? '';
	const pinned = new Map(plan.pinned.map(({ field, member }) => [field.name, member]));
	const valueOf = (row: CubeRow, field: string) => row.key[field] ?? pinned.get(field);
	return rows.map((row) => {
		const byBasis = residents.get(idOf(joins.map(({ own }) => valueOf(row, own))));
		const bases = [...(byBasis?.keys() ?? [])].sort(ascending) as string[];
		const basis = basisAt(link, bases, String(valueOf(row, time) ?? ''));
		const people = basis === undefined ? undefined : byBasis?.get(basis);
		const isCount = row.value === null || row.value >= 0;
		const figure: Figure = isCount ? row : { value: null, status: '[x]' };
		const { value, status, low, high } = rateOf(figure, people?.value ?? null);
		const rate: RateOf = {
			count: row.value,
			population: people?.value ?? null,
			basis: basis ?? '',
			low: isExact(row) ? low : null,
			high: isExact(row) ? high : null,
			sources: people?.sources ?? []
		};
		return { ...row, value, status, rate };
	});
}
