import { fieldByRole, NO_NUMBER, valueField } from '../package/labels.ts';
import type { Role } from '../package/types.ts';
import type { Condition } from './conditions.ts';
import type { Member } from './dimensions.ts';
import type { Group } from './group.ts';
import type { CubePlan } from './planned.ts';

/** A statement whose values are bound, in order, to its question marks. */
export interface SqlQuery {
	sql: string;
	parameters: Member[];
}

/** A row of the statement's result: numbers, texts, and lists of texts as arrays. */
export type SqlRow = Record<string, unknown>;

/** A name as SQL takes it, whatever is in it. */
export function quoted(identifier: string): string {
	return `"${identifier.replaceAll('"', '""')}"`;
}

/** A value as it stands in SQL itself, where none can be bound. */
export function literal(value: Member | null): string {
	if (value === null) return 'NULL';
	return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

/** Writes parts of a statement and gathers their values in the order of the question marks. */
class Statement {
	readonly parameters: Member[] = [];

	isIn(field: string, members: readonly Member[]): string {
		if (members.length === 0) return 'false';
		this.parameters.push(...members);
		return `${quoted(field)} IN (${members.map(() => '?').join(', ')})`;
	}

	meets(condition: Condition): string {
		const tests = Object.entries(condition).map(([field, members]) => this.isIn(field, members));
		return tests.length ? `(${tests.join(' AND ')})` : 'true';
	}

	/** The parts of a sum, those left blank that may be absent. */
	part({ summed }: CubePlan): string {
		if (summed.length === 0) return '1';
		const parts = summed.map(({ field, complete }) => {
			const column = `${quoted(field.name)}::VARCHAR`;
			if (!complete.some(({ holds }) => holds)) return column;
			const cases = complete.map(
				({ when, holds }) => `WHEN ${this.meets(when)} THEN ${holds ? 'NULL' : column}`
			);
			return `CASE ${cases.join(' ')} ELSE ${column} END`;
		});
		return `row(${parts.join(', ')})`;
	}

	/** The parts of a sum, all of them. */
	cell({ summed }: CubePlan): string {
		return summed.length ? `row(${summed.map(({ field }) => quoted(field.name)).join(', ')})` : '1';
	}

	selects({ pinned, kept, summed }: CubePlan): string {
		const tests = pinned.map(({ field, member }) => this.isIn(field.name, [member]));
		for (const { field, members } of [...kept, ...summed]) {
			tests.push(members ? this.isIn(field.name, members) : `${quoted(field.name)} IS NOT NULL`);
		}
		return tests.length ? tests.join(' AND ') : 'true';
	}
}

const NO_FIGURE = `status IN (${NO_NUMBER.map((status) => `'${status}'`).join(', ')})`;

function texts(plan: CubePlan, role: Role): string {
	const field = fieldByRole(plan.resource, role);
	return field ? `list(DISTINCT coalesce(${quoted(field.name)}, ''))` : '[]::VARCHAR[]';
}

/** The statement that finds the groups of a plan in a table of the resource's name; `groupOfSql` reads its rows. */
export function planToSql(plan: CubePlan): SqlQuery {
	const statement = new Statement();
	const keys = plan.kept.map(({ field }, index) => `${quoted(field.name)} AS key_${index}`);
	const figure = `CASE WHEN ${NO_FIGURE} THEN NULL ELSE ${quoted(valueField(plan.resource)?.name ?? '')} END`;
	const denominator = fieldByRole(plan.resource, 'denominator');
	const columns = [
		...keys,
		'count(*) AS row_count',
		`count(DISTINCT ${statement.part(plan)}) AS parts`,
		`count(DISTINCT ${statement.cell(plan)}) AS cells`,
		`count(${figure}) AS valued`,
		`sum(${figure}) AS total`,
		`list(DISTINCT CASE WHEN ${NO_FIGURE} OR (${figure}) IS NOT NULL THEN status ELSE '[x]' END) AS statuses`,
		`${texts(plan, 'qualifier')} AS qualifiers`,
		`${denominator ? `max(${quoted(denominator.name)})` : 'NULL::DOUBLE'} AS denominator`,
		`${texts(plan, 'source')} AS sources`,
		`${texts(plan, 'confidence')} AS confidences`,
		`${texts(plan, 'note')} AS notes`
	];
	const groupBy = plan.kept.map(({ field }) => quoted(field.name)).join(', ');
	const sql = [
		`SELECT ${columns.join(',\n\t')}`,
		`FROM ${quoted(plan.resource.name)}`,
		`WHERE ${statement.selects(plan)}`,
		groupBy ? `GROUP BY ${groupBy}` : 'HAVING count(*) > 0'
	].join('\n');
	return { sql, parameters: statement.parameters };
}

const number = (cell: unknown) => (typeof cell === 'number' ? cell : null);
const list = (cell: unknown) => (Array.isArray(cell) ? cell.map(String) : []);

/** Reads one row of the statement's result. */
export function groupOfSql(plan: CubePlan, row: SqlRow): Group {
	const key: Record<string, Member> = {};
	plan.kept.forEach(({ field }, index) => {
		const cell = row[`key_${index}`];
		key[field.name] = typeof cell === 'number' ? cell : String(cell);
	});
	return {
		key,
		rows: number(row['row_count']) ?? 0,
		parts: number(row['parts']) ?? 0,
		cells: number(row['cells']) ?? 0,
		valued: number(row['valued']) ?? 0,
		sum: number(row['total']),
		statuses: list(row['statuses']),
		qualifiers: list(row['qualifiers']),
		denominator: number(row['denominator']),
		sources: list(row['sources']).filter(Boolean),
		confidences: list(row['confidences']).filter(Boolean),
		notes: list(row['notes']).filter(Boolean)
	};
}
