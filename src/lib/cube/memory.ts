import { fieldByRole, NO_NUMBER, valueField } from '../package/labels.ts';
import type { Role, Row, Table } from '../package/types.ts';
import { holdsFor } from './conditions.ts';
import type { Member } from './dimensions.ts';
import { finishAnswer } from './finish.ts';
import type { Group } from './group.ts';
import type { CubePlan } from './planned.ts';
import type { CubeAnswer } from './types.ts';

/** Tables by the name of their resource. */
export type Tables = Record<string, Table>;

/** Where a row belongs: in the answer, and in its sums with and without those parts that may be absent. */
interface Place {
	key: Record<string, Member>;
	cell: string;
	part: string;
}

/** The row's place; undefined if the plan does not select it. */
function placeOf(plan: CubePlan, row: Row): Place | undefined {
	for (const { field, member } of plan.pinned) if (row[field.name] !== member) return undefined;
	const key: Record<string, Member> = {};
	for (const { field, members } of plan.kept) {
		const member = row[field.name] ?? null;
		if (member === null || members?.includes(member) === false) return undefined;
		key[field.name] = member;
	}
	const cell: Member[] = [];
	const part: (Member | null)[] = [];
	for (const { field, members, complete } of plan.summed) {
		const member = row[field.name] ?? null;
		if (member === null || members?.includes(member) === false) return undefined;
		cell.push(member);
		part.push(holdsFor(key, complete) ? null : member);
	}
	return { key, cell: JSON.stringify(cell), part: JSON.stringify(part) };
}

interface Gathered {
	key: Record<string, Member>;
	rows: Row[];
	cells: Set<string>;
	parts: Set<string>;
}

function gather(plan: CubePlan, rows: readonly Row[]): Gathered[] {
	const groups = new Map<string, Gathered>();
	for (const row of rows) {
		const place = placeOf(plan, row);
		if (!place) continue;
		const id = JSON.stringify(Object.values(place.key));
		let group = groups.get(id);
		if (!group) groups.set(id, (group = { key: place.key, rows: [], cells: new Set(), parts: new Set() }));
		group.rows.push(row);
		group.cells.add(place.cell);
		group.parts.add(place.part);
	}
	return [...groups.values()];
}

function groupOf(plan: CubePlan, { key, rows, cells, parts }: Gathered): Group {
	const value = valueField(plan.resource)?.name ?? '';
	const figureOf = (row: Row) => (NO_NUMBER.some((status) => status === row['status']) ? null : row[value]);
	const figures = rows.map(figureOf).filter((figure) => typeof figure === 'number');
	const statusOf = (row: Row) => {
		const status = String(row['status'] ?? '');
		return typeof figureOf(row) === 'number' || NO_NUMBER.some((each) => each === status) ? status : '[x]';
	};
	const texts = (role: Role) => {
		const name = fieldByRole(plan.resource, role)?.name;
		return name === undefined ? [] : rows.map((row) => String(row[name] ?? ''));
	};
	const distinct = (all: string[]) => [...new Set(all)];
	const denominator = rows[0]?.[fieldByRole(plan.resource, 'denominator')?.name ?? ''];
	return {
		key,
		rows: rows.length,
		cells: cells.size,
		parts: parts.size,
		valued: figures.length,
		sum: figures.length ? figures.reduce((sum, figure) => sum + figure, 0) : null,
		statuses: distinct(rows.map(statusOf)),
		qualifiers: distinct(texts('qualifier')),
		denominator: typeof denominator === 'number' ? denominator : null,
		sources: distinct(texts('source')).filter(Boolean),
		confidences: distinct(texts('confidence')).filter(Boolean),
		notes: distinct(texts('note')).filter(Boolean)
	};
}

function groupsOf(plan: CubePlan, tables: Tables): Group[] {
	const table = tables[plan.resource.name];
	if (!table) throw new Error(`The rows of ${plan.resource.name} are not in memory.`);
	return gather(plan, table.rows).map((gathered) => groupOf(plan, gathered));
}

/**
 * Answers a plan from rows in memory.
 * @throws if the rows of the plan's table, or of a table with its totals or residents, are not there
 */
export function answerInMemory(plan: CubePlan, tables: Tables): CubeAnswer {
	return finishAnswer(
		plan,
		groupsOf(plan, tables),
		plan.totals.map((total) => (total.plan ? groupsOf(total.plan, tables) : [])),
		plan.population?.plan ? groupsOf(plan.population.plan, tables) : []
	);
}
