import type { CubePlan, Member } from '../../cube/index.ts';
import { fieldByRole, NO_NUMBER, valueField } from '../../package/labels.ts';
import type { Field, PopulationLink, Resource } from '../../package/types.ts';

/** A column of text, whole numbers or other numbers. */
export type ColumnKind = 'text' | 'whole' | 'number';

/** A column that a program reads. */
export interface ProgramColumn {
	name: string;
	kind: ColumnKind;
	/** Accepted values; absent: any but a missing one. */
	members?: Member[];
}

/** A published file and what a program takes of it. */
export interface Reading {
	address: string;
	/** Rows are taken where every one of these holds. */
	where: ProgramColumn[];
	/** Columns that are taken besides the figure. */
	take: ProgramColumn[];
	value: string;
	/** The column of markers beside the figure, where the file has one. */
	status?: string;
	/** Texts in the column of figures that are no numbers. */
	markers: string[];
}

/** How parts are added up. */
export interface Sum {
	/** The columns that are added up over. */
	over: string[];
	/** Those of them in which no part may be absent, and how many combinations there must be. */
	needed: string[];
	expected: number;
}

/** Where the residents of a rate stand. */
export interface Residents {
	reading: Reading;
	on: { own: string; theirs: string }[];
	/** Which basis of the population serves which times; the first that fits counts. */
	basis?: { column: string; time: string; ranges: NonNullable<PopulationLink['bases']> };
}

/** A question as a program asks it of published files, in no language yet. */
export interface Program {
	reading: Reading;
	/** Columns of the answer. */
	keep: string[];
	sum?: Sum;
	residents?: Residents;
	/** The published total of which each figure is a share. */
	total?: { reading: Reading; on: string[] };
	/** Where the chart shows other figures than counts: `value` is the share in percent, or only `count` is given. */
	instead?: 'share' | 'counts';
}

/** Names that the programs give to columns of their own. */
const OWN_NAMES = ['value', 'status', 'residents', 'count', 'total', 'share', 'part'];

function kindOf({ type }: Field): ColumnKind {
	if (type === 'year' || type === 'integer') return 'whole';
	return type === 'number' ? 'number' : 'text';
}

function markersOf(resource: Resource, field: Field): string[] {
	const listed = (field.missingValues ?? resource.schema.missingValues ?? []).map(({ value }) => value);
	return [...new Set([...NO_NUMBER, ...listed])].filter(Boolean);
}

function readingOf(plan: CubePlan, addressOf: (table: string) => string, also: Field[] = []): Reading {
	const value = valueField(plan.resource);
	if (!value) throw new RangeError(`${plan.resource.name} has no figures.`);
	const status = fieldByRole(plan.resource, 'status');
	const column = (field: Field, members?: Member[]): ProgramColumn => ({
		name: field.name,
		kind: kindOf(field),
		...(members ? { members } : {})
	});
	const open = [...plan.kept, ...plan.summed];
	return {
		address: addressOf(plan.resource.name),
		where: [
			...plan.pinned.map(({ field, member }) => column(field, [member])),
			...open.map(({ field, members }) => column(field, members))
		],
		take: [...plan.kept.map(({ field }) => field), ...also, ...plan.summed.map(({ field }) => field)].map(
			(field) => column(field)
		),
		value: value.name,
		...(status ? { status: status.name } : {}),
		markers: markersOf(plan.resource, value)
	};
}

/** How the parts are added up; null where that depends on the row, which no short program says. */
function sumOf({ summed, resource }: CubePlan): Sum | undefined | null {
	if (!summed.length) return undefined;
	// Of qualified parts, "more than 7" among them, no sum is given; the programs do not look at that.
	if (fieldByRole(resource, 'qualifier')) return null;
	const needed = [];
	for (const { field, members, complete } of summed) {
		const [first] = complete;
		if (first && Object.keys(first.when).length) return null;
		if (first?.holds) continue;
		if (!members) return null;
		needed.push({ name: field.name, count: members.length });
	}
	return {
		over: summed.map(({ field }) => field.name),
		needed: needed.map(({ name }) => name),
		expected: needed.reduce((product, { count }) => product * count, 1)
	};
}

function residentsOf(plan: CubePlan, addressOf: (table: string) => string): Residents | undefined | null {
	const { population } = plan;
	if (!population) return undefined;
	const { plan: found, joins, link } = population;
	if (!found || found.summed.length) return null;
	const basis = fieldByRole(found.resource, 'basis');
	const time = fieldByRole(plan.resource, 'time');
	if (Boolean(basis) !== Boolean(link.bases) || (link.bases && !time)) return null;
	return {
		reading: readingOf(found, addressOf),
		on: joins,
		...(basis && time && link.bases
			? { basis: { column: basis.name, time: time.name, ranges: link.bases } }
			: {})
	};
}

/**
 * A planned question as a program; undefined where no short program gives the same numbers.
 * @param addressOf the full address of a table's published file
 */
export function programOf(plan: CubePlan, addressOf: (table: string) => string): Program | undefined {
	const sum = sumOf(plan);
	const residents = residentsOf(plan, addressOf);
	if (sum === null || residents === null) return undefined;
	const [total] = plan.totals;
	if (total && Object.keys(total.when).length) return undefined;
	const keep = plan.kept.map(({ field }) => field.name);
	const joined = new Set([...(residents?.on.map(({ own }) => own) ?? []), residents?.basis?.time]);
	const pinned = plan.pinned.filter(({ field }) => joined.has(field.name)).map(({ field }) => field);
	const names = [...keep, ...pinned.map(({ name }) => name), ...plan.summed.map(({ field }) => field.name)];
	if (names.some((name) => OWN_NAMES.includes(name))) return undefined;
	return {
		reading: readingOf(plan, addressOf, pinned),
		keep: [...keep, ...pinned.map(({ name }) => name)],
		...(sum ? { sum } : {}),
		...(residents ? { residents } : {}),
		...(total?.plan
			? {
					total: {
						reading: readingOf(total.plan, addressOf),
						on: total.plan.kept.map(({ field }) => field.name)
					}
				}
			: {})
	};
}
