import { dimensionsOf, fieldByRole } from '../package/labels.ts';
import { fiscalMonths } from '../package/fiscal.ts';
import type { Break, DataPackage, Resource } from '../package/types.ts';
import { fixedValue, type Member } from './dimensions.ts';
import type { CubePlan } from './planned.ts';
import type { CubeRow } from './types.ts';

/** The descriptors of a package's tables, each with the package's own breaks that affect it. */
export function resourcesWithBreaks(pkg: DataPackage): Resource[] {
	return pkg.resources.map((resource) => {
		const own = resource.breaks ?? [];
		const shared = (pkg.breaks ?? []).filter(
			(each) =>
				(each.affects.resources?.includes(resource.name) ?? true) && !own.some((mine) => mine.id === each.id)
		);
		return { ...resource, breaks: [...own, ...shared] };
	});
}

/** The first and last day of a year, fiscal year, month, day or span of years (`2005-2013`), as texts that sort by time. */
function daysOf(period: Member, yearStarts?: number): [string, string] | undefined {
	const text = String(period);
	const fiscal = fiscalMonths(text, yearStarts);
	if (fiscal) return [`${fiscal[0]}-01`, `${fiscal[1]}-31`];
	const span = /^(\d{4})-(\d{4})$/.exec(text);
	if (span) return [`${span[1]}-01-01`, `${span[2]}-12-31`];
	if (!/^\d{4}(-\d\d){0,2}$/.test(text)) return undefined;
	const last = ['-12-31', '-31', ''][(text.length - 4) / 3] ?? '';
	return [`${text}-01-01`.slice(0, 10), text + last];
}

/** The first and last day that the rows speak of. */
function rangeOf(plan: CubePlan, rows: CubeRow[]): [string, string] | undefined {
	const times = dimensionsOf(plan.resource).filter((field) => field.role === 'time');
	const pinned = plan.pinned.filter(({ field }) => field.role === 'time').map(({ member }) => member);
	const kept = rows.flatMap((row) => times.flatMap((field) => row.key[field.name] ?? []));
	const days = [...new Set([...pinned, ...kept])].flatMap((period) => {
		const bounds = daysOf(period, times[0]?.yearStarts);
		return bounds ? [bounds] : [];
	});
	const first = days.map(([start]) => start).sort()[0];
	const last = days
		.map(([, end]) => end)
		.sort()
		.at(-1);
	return rows.length && first && last ? [first, last] : undefined;
}

/** What the rows count: their measures, or their units in a table without measures. */
function measuresOf(plan: CubePlan, rows: CubeRow[]): Set<string> {
	const field = fieldByRole(plan.resource, 'measure') ?? fieldByRole(plan.resource, 'unit');
	if (!field) return new Set([fixedValue(plan.resource, 'unit') ?? '']);
	const pinned = plan.pinned.find((each) => each.field === field)?.member;
	return new Set(pinned === undefined ? rows.map((row) => String(row.key[field.name])) : [String(pinned)]);
}

function affects(each: Break, resource: Resource, measures: ReadonlySet<string>): boolean {
	const { resources, measures: affected } = each.affects;
	if (resources && !resources.includes(resource.name)) return false;
	if (!affected || affected.some((measure) => measures.has(measure))) return true;
	return resources !== undefined && !fieldByRole(resource, 'measure');
}

/**
 * Breaks of the table that affect the rows, in time order. A break at or before the rows' first day is
 * left out: all rows stand on its new side.
 */
export function breaksOf(plan: CubePlan, rows: CubeRow[]): Break[] {
	const range = rangeOf(plan, rows);
	if (!range) return [];
	const [first, last] = range;
	const measures = measuresOf(plan, rows);
	return (plan.resource.breaks ?? [])
		.flatMap((each) => {
			const from = daysOf(each.from)?.[0] ?? each.from;
			const to = each.to === undefined ? from : (daysOf(each.to)?.[1] ?? each.to);
			const isWithin = from <= last && (each.to === undefined ? from > first : to >= first);
			return isWithin && affects(each, plan.resource, measures) ? [{ each, from }] : [];
		})
		.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
		.map(({ each }) => each);
}
