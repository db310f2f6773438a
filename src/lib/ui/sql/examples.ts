import { additivityOf, literal, quoted } from '../../cube/index.ts';
import { dimensionsOf, fieldByRole, localized, totalCategory, valueField } from '../../package/labels.ts';
import type { DataPackage, Field, Resource } from '../../package/types.ts';
import { RATE_PER } from '../../stats/rate.ts';
import { m } from '../../words/index.ts';
import { formatNumber } from '../../words/numbers.ts';
import type { Example } from './types.ts';

type Where = Readonly<Record<string, string | number>>;

/** A table of figures with its parts. */
interface Figures {
	resource: Resource;
	table: string;
	value: string;
	dimensions: Field[];
	time: Field | undefined;
}

const PLAIN = /^[a-z_][a-z_0-9]*$/;
const NUMBERS: readonly Field['type'][] = ['year', 'integer', 'number'];

const named = (name: string) => (PLAIN.test(name) ? name : quoted(name));
const list = (names: readonly string[]) => names.map(named).join(', ');

function figuresOf(resource: Resource): Figures | undefined {
	const value = valueField(resource);
	if (!value) return undefined;
	const dimensions = dimensionsOf(resource);
	return {
		resource,
		table: named(resource.name),
		value: named(value.name),
		dimensions,
		time: dimensions.find(({ role }) => role === 'time')
	};
}

function conditions(resource: Resource, where: Where, alias = ''): string {
	const tests = Object.entries(where).map(([name, member]) => {
		const isNumber = NUMBERS.includes(
			resource.schema.fields.find((field) => field.name === name)?.type ?? 'string'
		);
		return `${alias}${named(name)} = ${literal(isNumber ? Number(member) : member)}`;
	});
	return tests.length ? `\nWHERE ${tests.join('\n\tAND ')}` : '';
}

/** The published totals of the dimensions that are not among the names. */
function totals({ dimensions }: Figures, kept: readonly string[]): Where {
	return Object.fromEntries(
		dimensions.flatMap((field) => {
			const total = kept.includes(field.name) ? undefined : totalCategory(field);
			return total ? [[field.name, total.value]] : [];
		})
	);
}

function allRows({ table, time, value }: Figures): string {
	return `SELECT *\nFROM ${table}\nORDER BY ${time ? `${named(time.name)} DESC, ` : ''}${value} DESC`;
}

/** A sum that the table allows, with the other dimensions kept or at their published total. */
function allowedSum(figures: Figures): string | undefined {
	const { resource, dimensions, table, value, time } = figures;
	for (const field of dimensions) {
		if (field === time || field.role === 'place') continue;
		for (const rule of resource.additivity ?? []) {
			if (rule.dimension !== field.name || rule.additivity !== 'additive') continue;
			const first = Object.fromEntries(
				Object.entries(rule.where ?? {}).flatMap(([name, [member]]) =>
					member === undefined ? [] : [[name, member]]
				)
			);
			const where = { ...totals(figures, [field.name]), ...first };
			const isAllowed = additivityOf(resource, field.name, (name) => {
				const member = where[name];
				return member === undefined ? undefined : [member];
			}).additive;
			const kept = dimensions
				.map(({ name }) => name)
				.filter((name) => name !== field.name && !(name in where));
			if (!isAllowed || totalCategory(field) || kept.length === 0) continue;
			return `SELECT ${list(kept)}, sum(${value}) AS total\nFROM ${table}${conditions(resource, where)}\nGROUP BY ALL\nORDER BY ALL`;
		}
	}
	return undefined;
}

/** A sum over a category that the table does not allow. */
function refusedSum(figures: Figures): string | undefined {
	const { resource, dimensions, table, value } = figures;
	const field = dimensions.find(
		({ name, role, categories }) =>
			role === 'category' &&
			(categories?.length ?? 0) > 1 &&
			!categories?.some(({ kind }) => kind === 'total') &&
			resource.additivity?.some(({ dimension }) => dimension === name) &&
			resource.additivity.every(({ dimension, additivity }) => dimension !== name || additivity === 'none')
	);
	if (!field) return undefined;
	const where = totals(figures, [field.name]);
	const kept = dimensions.map(({ name }) => name).filter((name) => name !== field.name && !(name in where));
	if (kept.length === 0) return undefined;
	return `-- ${localized(field.title ?? field.name)}: ${m.sql_example_refused_comment()}\nSELECT ${list(kept)}, sum(${value}) AS together\nFROM ${table}${conditions(resource, where)}\nGROUP BY ALL\nORDER BY ALL`;
}

/** Each year against the one before, where there is one, of the first yearly figure that the package puts forward. */
function change(pkg: DataPackage): string | undefined {
	const yearly = pkg.headline?.find((each) => each.yearly)?.yearly;
	const resource = pkg.resources.find(({ name }) => name === yearly?.resource);
	const figures = resource && figuresOf(resource);
	const isFiscal = figures?.time?.yearStarts !== undefined;
	if (!yearly || !figures?.time || (figures.time.type !== 'year' && !isFiscal)) return undefined;
	const time = named(figures.time.name);
	const yearOf = (text: string) => (isFiscal ? `left(${text}, 4)::INT` : text);
	return `SELECT ${time}, ${figures.value},
	CASE WHEN ${yearOf(`lag(${time}) OVER w`)} = ${yearOf(time)} - 1 THEN ${figures.value} - lag(${figures.value}) OVER w END AS change
FROM ${figures.table}${conditions(figures.resource, yearly.where)}
WINDOW w AS (ORDER BY ${time})
ORDER BY ${time}`;
}

/** Figures by place per 100,000 residents. */
function rate(pkg: DataPackage): string | undefined {
	for (const resource of pkg.resources) {
		const figures = figuresOf(resource);
		const link = resource.population;
		const residents = pkg.resources.find(({ name }) => name === link?.resource);
		const residentValue = residents && valueField(residents);
		const place = fieldByRole(resource, 'place');
		if (!figures?.time || !link || !residents || !residentValue || !place) continue;
		const measure = fieldByRole(resource, 'measure');
		const code = measure?.categories?.[0]?.value;
		const time = named(figures.time.name);
		const where: Where = {
			...totals(figures, [place.name]),
			...(measure && code !== undefined ? { [measure.name]: code } : {})
		};
		const basis = fieldByRole(residents, 'basis');
		const years = link.bases?.find(({ to }) => to === undefined) ?? link.bases?.at(-1);
		const vintage = basis && years ? `\n\tAND p.${named(basis.name)} = ${literal(years.value)}` : '';
		return `SELECT f.${named(place.name)}, f.${time}, f.${figures.value} AS count, p.${named(residentValue.name)} AS residents,
	round(1e5 * f.${figures.value} / p.${named(residentValue.name)}, 2) AS per_100000
FROM ${figures.table} AS f
JOIN ${named(residents.name)} AS p
	ON p.${named(place.name)} = f.${named(place.name)}
	AND p.${time} = f.${time}${vintage}${conditions(resource, where, 'f.')}
ORDER BY f.${time} DESC, f.${named(place.name)}`;
	}
	return undefined;
}

/** A category side by side, a column each. */
function sideBySide({ dimensions, table, value }: Figures): string | undefined {
	const field = dimensions.find(
		({ role, categories }) =>
			role === 'category' && categories && categories.length > 1 && categories.length < 9
	);
	const kept = dimensions.filter((each) => each !== field).map(({ name }) => name);
	if (!field || totalCategory(field) || kept.length === 0) return undefined;
	return `PIVOT ${table}\nON ${named(field.name)}\nUSING max(${value})\nGROUP BY ${list(kept)}\nORDER BY ${list(kept)}`;
}

/** How figures of a table are marked. */
function markers({ resource, table, value }: Figures): string | undefined {
	const qualifier = fieldByRole(resource, 'qualifier');
	if (!qualifier) return undefined;
	return `SELECT status, ${named(qualifier.name)}, count(*) AS figures, count(${value}) AS with_a_number\nFROM ${table}\nGROUP BY ALL\nORDER BY figures DESC`;
}

/** Which sources a table rests on. */
function sources({ resource, table }: Figures, all: readonly Resource[]): string | undefined {
	const source = fieldByRole(resource, 'source');
	const key = resource.schema.foreignKeys?.find(({ fields }) => source && fields.includes(source.name));
	const other = all.find(({ name }) => name === key?.reference.resource);
	const column = key?.reference.fields[0];
	if (!source || !other || column === undefined) return undefined;
	const title = other.schema.fields.find(({ name }) => name === 'title') ?? other.schema.fields[1];
	if (!title) return undefined;
	return `SELECT s.${named(title.name)}, count(*) AS figures\nFROM ${table} AS f\nJOIN ${named(other.name)} AS s ON s.${named(column)} = f.${named(source.name)}\nGROUP BY ALL\nORDER BY figures DESC`;
}

/** Statements that show what can be asked of a package, made from its descriptor; those that do not fit it are left out. */
export function examplesOf(pkg: DataPackage): Example[] {
	const figures = pkg.resources.flatMap((resource) => figuresOf(resource) ?? []);
	const firstOf = (make: (each: Figures) => string | undefined) => {
		for (const each of figures) {
			const sql = make(each);
			if (sql !== undefined) return sql;
		}
		return undefined;
	};
	const [first] = figures;
	const made: [string, string, string | undefined][] = [
		['rows', m.sql_example_rows(), first && allRows(first)],
		['change', m.sql_example_change(), change(pkg)],
		['sum', m.sql_example_sum(), firstOf(allowedSum)],
		['refused', m.sql_example_refused(), firstOf(refusedSum)],
		['rate', m.sql_example_rate({ per: formatNumber(RATE_PER) }), rate(pkg)],
		['pivot', m.sql_example_pivot(), firstOf(sideBySide)],
		['markers', m.sql_example_markers(), firstOf(markers)],
		['sources', m.sql_example_sources(), firstOf((each) => sources(each, pkg.resources))]
	];
	return made.flatMap(([id, title, sql]) => (sql === undefined ? [] : [{ id, title, sql }]));
}
