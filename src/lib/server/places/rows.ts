import { lowerFirst } from '../../charts/words/values.ts';
import { planQuery, type CubePlan } from '../../cube/index.ts';
import type { CubeQuery } from '../../cube/types.ts';
import {
	fieldByRole,
	fieldsByRole,
	labelOf,
	localized,
	totalCategory,
	unitName,
	valueField
} from '../../package/index.ts';
import type { Field, Resource, Row, Status } from '../../package/types.ts';
import type { OtherFigure, OtherTable } from '../../ui/places/types.ts';
import { sourceLabel } from '../headline.ts';
import type { Release } from '../releases/release.ts';
import { sourceEntriesOf } from '../sourceEntries.ts';

/** The field by which a table names the places of a package; undefined where it does not. */
export function placeFieldOf(resource: Resource, name: string): Field | undefined {
	return resource.schema.fields.find((field) => field.name === name && field.role === 'place');
}

/** Tables of figures with a row about a place, in the order of the package, with those rows. */
export function tablesAbout(
	{ resources, tables }: Release,
	field: string,
	code: string
): { resource: Resource; rows: Row[] }[] {
	return resources.flatMap((resource) => {
		if (!placeFieldOf(resource, field) || !valueField(resource)) return [];
		const rows = (tables[resource.name]?.rows ?? []).filter((row) => String(row[field]) === code);
		return rows.length ? [{ resource, rows }] : [];
	});
}

/** Names of the tables that only say how many live in a place. */
export function residentTables({ resources }: Release): Set<string> {
	return new Set(resources.flatMap(({ population }) => population?.resource ?? []));
}

/** Whether a plan answers with, or adds up, a row of its table. */
function isBehind({ pinned, kept, summed }: CubePlan, row: Row): boolean {
	return (
		pinned.every(({ field, member }) => row[field.name] === member) &&
		[...kept, ...summed].every(({ field, members }) => {
			const member = row[field.name] ?? null;
			return member !== null && members?.includes(member) !== false;
		})
	);
}

/** The rows from which a query is answered; none where it is refused. */
export function rowsBehind({ resources, tables }: Release, query: CubeQuery): Row[] {
	const plan = planQuery(query, resources);
	if (plan.refused) return [];
	return (tables[query.table]?.rows ?? []).filter((row) => isBehind(plan, row));
}

/** The groups that a row is about, in words: not its published totals, nor what has a column of its own. */
export function groupWords(resource: Resource, row: Row): string[] {
	return fieldsByRole(resource, 'category').flatMap((field) => {
		const value = row[field.name] ?? null;
		if (value === null || totalCategory(field)?.value === String(value)) return [];
		return [labelOf(resource, field.name, value)];
	});
}

/** The label of a row's value in the field of a role; `''` where there is none. */
export function roleWords(resource: Resource, row: Row, role: Parameters<typeof fieldByRole>[1]): string {
	const field = fieldByRole(resource, role);
	return field ? labelOf(resource, field.name, row[field.name] ?? null) : '';
}

function figureOf(release: Release, resource: Resource, row: Row): OtherFigure {
	const text = (role: Parameters<typeof fieldByRole>[1]) =>
		String(row[fieldByRole(resource, role)?.name ?? ''] ?? '');
	const value = row[valueField(resource)?.name ?? ''];
	const id = text('source');
	const entry = sourceEntriesOf(release.tables).get(id);
	const measure = roleWords(resource, row, 'measure') || localized(resource.title);
	return {
		period: roleWords(resource, row, 'time'),
		what: [measure, ...[...groupWords(resource, row), roleWords(resource, row, 'basis')].map(lowerFirst)]
			.filter(Boolean)
			.join(', '),
		value: typeof value === 'number' ? value : null,
		status: (row['status'] ?? '') as Status,
		qualifier: text('qualifier'),
		unit: roleWords(resource, row, 'unit') || unitName(resource),
		source: id ? { id, label: sourceLabel(entry, id) } : undefined,
		confidence: text('confidence'),
		note: text('note')
	};
}

/** What the periods of a table are called: "Year", "Counted through". */
function timeTitle(resource: Resource): string {
	const field = fieldByRole(resource, 'time');
	return field?.title ? localized(field.title) : '';
}

/**
 * Every published figure about a place that no chart shows, by table, newest first; residents are left out.
 * @param shown the queries of the charts
 */
export function otherFigures(
	release: Release,
	field: string,
	code: string,
	shown: CubeQuery[]
): OtherTable[] {
	const residents = residentTables(release);
	const behind = new Set(shown.flatMap((query) => rowsBehind(release, query)));
	return tablesAbout(release, field, code).flatMap(({ resource, rows }) => {
		const left = residents.has(resource.name) ? [] : rows.filter((row) => !behind.has(row));
		if (!left.length) return [];
		const figures = left.map((row) => figureOf(release, resource, row));
		return [
			{
				name: resource.name,
				title: localized(resource.title),
				scope: localized(resource.scope ?? release.package.scope),
				limits: resource.limits ? localized(resource.limits) : '',
				time: timeTitle(resource),
				rows: figures.sort((a, b) => (a.period === b.period ? 0 : a.period < b.period ? 1 : -1))
			}
		];
	});
}
