import { answerInMemory, planQuery, type Tables } from '../../cube/index.ts';
import type { CubeAnswer, CubeQuery, CubeRefusal } from '../../cube/types.ts';
import { fieldByRole, labelOf, localized } from '../../package/index.ts';
import { fiscalStart } from '../../package/fiscal.ts';
import type { Cell, Field, Resource, Row } from '../../package/types.ts';
import type { MapClasses } from '../../charts/types.ts';
import { momentOf } from '../../charts/layout/time.ts';
import { expandTable, type CompactTable } from '../compact.ts';

/** A table to ask, with the tables that hold its totals and residents. */
export interface ExploreTable {
	resource: Resource;
	rows: Row[];
	resources: Resource[];
	tables: Tables;
	/** The place field of which a map can be drawn, and how many places there are; absent where none can. */
	mapped?: { field: string; count: number };
	/** Classes that a named map of the table has, so that a shade means the same here. */
	classes?: MapClasses[];
}

/** Unpacks the tables that travel together, the one that is asked first. */
export function exploreTable(
	carried: CompactTable[],
	maps: Pick<ExploreTable, 'mapped' | 'classes'> = {}
): ExploreTable {
	const all = carried.map(expandTable);
	const [first] = all;
	if (!first) throw new Error('A table to explore has no rows.');
	return {
		resource: first.resource,
		rows: first.rows,
		resources: all.map(({ resource }) => resource),
		tables: Object.fromEntries(all.map((each) => [each.resource.name, each])),
		...maps
	};
}

type Answers = Map<string, CubeAnswer | CubeRefusal>;

const answered = new WeakMap<ExploreTable, Answers>();

/** Answers of one table that are kept: controls ask the same questions again and again. */
const MOST_KEPT = 100;

/** Answers a question from the rows at hand. */
export function answerFrom(table: ExploreTable, query: CubeQuery): CubeAnswer | CubeRefusal {
	const known: Answers = answered.get(table) ?? new Map<string, CubeAnswer | CubeRefusal>();
	answered.set(table, known);
	const id = JSON.stringify(query);
	const kept = known.get(id);
	if (kept) return kept;
	const plan = planQuery(query, table.resources);
	const answer = plan.refused ? plan : answerInMemory(plan, table.tables);
	if (known.size >= MOST_KEPT) known.clear();
	known.set(id, answer);
	return answer;
}

/** The fields that a reader can break down by, or pick a value of. */
export function groupFields({ resource }: ExploreTable): Field[] {
	return resource.schema.fields.filter(({ role }) => role === 'category' || role === 'place');
}

/** The name of the time field; `''` where there is none. */
export function timeName({ resource }: ExploreTable): string {
	return fieldByRole(resource, 'time')?.name ?? '';
}

/** The month in which the fiscal years of a table begin; undefined where it has none. */
export function yearStarts({ resource }: ExploreTable): number | undefined {
	return fieldByRole(resource, 'time')?.yearStarts;
}

/** The words for a field. */
export function fieldTitle({ resource }: ExploreTable, name: string): string {
	const field = resource.schema.fields.find((each) => each.name === name);
	const words = field?.title ? localized(field.title) : name.replaceAll('_', ' ');
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether a value is a published total over its field, or overlaps others. */
export function isAggregate(field: Field, value: Cell | undefined): boolean {
	const kind = field.categories?.find((each) => each.value === String(value))?.kind;
	return kind === 'total' || kind === 'composite';
}

/** The values of a field among some rows: time upwards, categories as they are listed. */
export function valuesIn(field: Field, rows: readonly Row[]): string[] {
	const found = [...new Set(rows.flatMap((row) => row[field.name] ?? []))].map(String);
	const listed = field.categories?.map(({ value }) => value) ?? [];
	if (!listed.length || field.role === 'time') return found.sort();
	return found.sort((a, b) => listed.indexOf(a) - listed.indexOf(b));
}

/** A value with its label. */
export function labelled({ resource }: ExploreTable, field: string, value: string): string {
	return labelOf(resource, field, value);
}

/** A value in the form in which rows hold it. */
export function typed(field: Field, value: string): string | number {
	return field.type === 'integer' || field.type === 'year' || field.type === 'number' ? Number(value) : value;
}

/** Whether periods follow one another along an axis: years, months or days, none of which contain others. */
export function followOneAnother(field: Field, periods: readonly string[]): boolean {
	if (field.categories?.length) return false;
	const lengths = new Set(periods.map((period) => period.length));
	return (
		lengths.size === 1 &&
		periods.every((period) => momentOf(period) !== null || fiscalStart(period) !== undefined)
	);
}
