import { quoted } from '../../cube/index.ts';
import { sqlText } from './literals.ts';
import type { Program, ProgramColumn, Reading, Residents } from './program.ts';

const TYPES = { text: 'VARCHAR', whole: 'BIGINT', number: 'DOUBLE' } as const;

const list = (texts: readonly string[]) => texts.map(sqlText).join(', ');

/** A column as its type; what is no number of it is NULL. */
function typed({ name, kind }: ProgramColumn): string {
	return kind === 'text' ? quoted(name) : `TRY_CAST(${quoted(name)} AS ${TYPES[kind]})`;
}

function test(column: ProgramColumn, markers: readonly string[]): string {
	if (column.members) {
		const members = column.members.map((member) =>
			typeof member === 'number' ? String(member) : sqlText(member)
		);
		return members.length === 1
			? `${typed(column)} = ${members[0]}`
			: `${typed(column)} IN (${members.join(', ')})`;
	}
	if (column.kind !== 'text') return `${typed(column)} IS NOT NULL`;
	return `${quoted(column.name)} NOT IN (${list(markers)})`;
}

function statusOf({ value, status, markers }: Reading): string {
	const beside = status ? `coalesce(${quoted(status)}, '')` : `''`;
	return `CASE WHEN ${quoted(value)} IN (${list(markers)}) THEN ${quoted(value)} ELSE ${beside} END`;
}

/** The rows of a file that are wanted, markers read as NULL. */
function readingSql(reading: Reading): string {
	const { address, where, take, value, status, markers } = reading;
	const hidden = [
		`${quoted(value)} IN (${list(markers)})`,
		...(status ? [`${quoted(status)} IN (${list(markers)})`] : [])
	].join(' OR ');
	const columns = [
		...take.map((column) => `${typed(column)} AS ${quoted(column.name)}`),
		`CASE WHEN ${hidden} THEN NULL ELSE CAST(${quoted(value)} AS DOUBLE) END AS "value"`,
		`${statusOf(reading)} AS "status"`
	];
	return [
		`  SELECT`,
		columns.map((column) => `    ${column}`).join(',\n'),
		`  FROM read_csv(${sqlText(address)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`,
		`  WHERE ${where.map((column) => test(column, markers)).join('\n    AND ') || 'true'}`
	].join('\n');
}

const tuple = (names: readonly string[]) => `(${names.map(quoted).join(', ')}, 0)`;

function summedSql({ keep, sum }: Program): string {
	if (!sum) return '';
	const tests = [
		'count("value") = count(*)',
		`count(DISTINCT ${tuple(sum.over)}) = count(*)`,
		...(sum.needed.length ? [`count(DISTINCT ${tuple(sum.needed)}) = ${sum.expected}`] : [])
	];
	const columns = [...keep.map(quoted), `CASE WHEN ${tests.join(' AND ')} THEN sum("value") END AS "value"`];
	const groups = keep.length ? `GROUP BY ${keep.map(quoted).join(', ')}` : 'HAVING count(*) > 0';
	return `  SELECT\n${columns.map((column) => `    ${column}`).join(',\n')}\n  FROM "figures"\n  ${groups}`;
}

function basisSql({ basis }: Residents): string[] {
	if (!basis) return [];
	const time = `CAST("f".${quoted(basis.time)} AS VARCHAR)`;
	const cases = basis.ranges.map(({ value, from, to }) => {
		const limits = [
			...(from === undefined ? [] : [`${time} >= ${sqlText(from)}`]),
			...(to === undefined ? [] : [`${time} <= ${sqlText(to)}`])
		];
		return `WHEN ${limits.join(' AND ') || 'true'} THEN ${sqlText(value)}`;
	});
	return [`"r".${quoted(basis.column)} = CASE ${cases.join(' ')} END`];
}

function finalSql(program: Program): string {
	const { keep, sum, residents, total } = program;
	const from = sum ? '"sums"' : '"figures"';
	const columns = keep.map((name) => `"f".${quoted(name)}`);
	const joins: string[] = [];
	if (residents) {
		const on = residents.on.map(({ own, theirs }) => `"r".${quoted(theirs)} = "f".${quoted(own)}`);
		joins.push(`LEFT JOIN "residents" AS "r" ON ${[...on, ...basisSql(residents)].join(' AND ') || 'true'}`);
		columns.push(
			`"f"."value" AS "count"`,
			`"r"."value" AS "residents"`,
			`100000 * "f"."value" / nullif("r"."value", 0) AS "value"`
		);
	} else columns.push(program.instead ? '"f"."value" AS "count"' : '"f"."value"');
	if (!sum) columns.push('"f"."status"');
	if (total) {
		const on = total.on.map((name) => `"t".${quoted(name)} = "f".${quoted(name)}`);
		joins.push(`LEFT JOIN "totals" AS "t" ON ${on.join(' AND ') || 'true'}`);
		const share =
			'CASE WHEN "t"."value" > 0 AND "f"."value" <= "t"."value" THEN "f"."value" / "t"."value" END';
		columns.push(
			'"t"."value" AS "total"',
			program.instead === 'share' ? `100 * ${share} AS "value"` : `${share} AS "share"`
		);
	}
	const order = keep.map((name) => `"f".${quoted(name)}`).join(', ');
	return [
		`SELECT ${columns.join(', ')}`,
		`FROM ${from} AS "f"`,
		...joins,
		...(order ? [`ORDER BY ${order}`] : [])
	].join('\n');
}

/** The question as SQL for DuckDB, over the published files. */
export function sqlProgram(program: Program): string {
	const parts: [string, string][] = [
		['figures', readingSql(program.reading)],
		...(program.sum ? [['sums', summedSql(program)] satisfies [string, string]] : []),
		...(program.residents
			? [['residents', readingSql(program.residents.reading)] satisfies [string, string]]
			: []),
		...(program.total ? [['totals', readingSql(program.total.reading)] satisfies [string, string]] : [])
	];
	const tables = parts.map(([name, sql]) => `${quoted(name)} AS (\n${sql}\n)`).join(',\n');
	return `WITH ${tables}\n${finalSql(program)};\n`;
}
