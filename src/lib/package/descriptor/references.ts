import type { Field, Resource } from '../types.ts';
import { DIMENSION_ROLES, fieldByName, fieldsByRole, valueField } from '../labels.ts';
import { isMoment } from '../dates.ts';
import { under, type Checker } from './checker.ts';
import { checkKeyFields } from './schema.ts';

const BREAK_KINDS = [
	...['definition', 'scope', 'classification', 'operator'],
	...['outage', 'external', 'partial', 'vintage']
];

/** The sound tables by name, and the measures that they know. */
export class Known {
	readonly tables: Map<string, Resource>;
	/** Codes of measure and unit fields, and units of whole tables. */
	readonly measures: string[];

	constructor(
		resources: readonly Resource[],
		/** Names of all tables, also of those with faults of their own. */
		readonly names: readonly string[]
	) {
		this.tables = new Map(resources.map((resource) => [resource.name, resource]));
		const codes = resources.flatMap((resource) => [
			...[...fieldsByRole(resource, 'measure'), ...fieldsByRole(resource, 'unit')].flatMap(
				(field) => field.categories?.map((category) => category.value) ?? []
			),
			...(resource.unit === undefined ? [] : [resource.unit])
		]);
		this.measures = [...new Set(codes)];
	}

	/** A table by name; a fault where there is none, and nothing where it is faulty itself. */
	table(check: Checker, path: string, name: unknown): Resource | undefined {
		if (!check.oneOf(path, name, this.names, true)) return undefined;
		return this.tables.get(name as string);
	}
}

function checkCode(check: Checker, path: string, field: Field, code: unknown): void {
	if (field.categories) {
		const codes = field.categories.map((category) => category.value);
		check.oneOf(path, code, codes, true);
	} else check.string(path, code);
}

/** Fields of a table and one value each (`{ measure: 'cases' }`), or with `many` a list of values. */
function checkWhere(check: Checker, path: string, value: unknown, resource: Resource, many: boolean): void {
	const where = check.object(path, value, []);
	const names = resource.schema.fields.map((field) => field.name);
	for (const [name, codes] of Object.entries(where ?? {})) {
		const at = under(path, name);
		const field = fieldByName(resource, name);
		if (!field) {
			check.oneOf(at, name, names, true);
		} else if (many) {
			const list = check.list(at, codes, true);
			list.forEach((code, index) => checkCode(check, `${at}[${index}]`, field, code));
		} else checkCode(check, at, field, codes);
	}
}

/** A table of figures and the rows of it that are meant. */
function checkPlace(check: Checker, path: string, value: unknown, known: Known): void {
	if (value === undefined) return;
	const place = check.object(path, value, ['resource', 'where']);
	const table = place && known.table(check, `${path}.resource`, place.resource);
	if (!place || !table) return;
	if (!valueField(table)) {
		check.fault(
			`${path}.resource`,
			table.name,
			'this table has no figures',
			'name a table with a value field'
		);
	}
	checkWhere(check, `${path}.where`, place.where, table, false);
}

/** Foreign keys: fields on both sides exist and pair up. */
export function checkForeignKeys(check: Checker, path: string, resource: Resource, known: Known): void {
	const own = new Set(resource.schema.fields.map((field) => field.name));
	const at = `${path}.schema.foreignKeys`;
	check.list(at, resource.schema.foreignKeys).forEach((each, index) => {
		const inner = `${at}[${index}]`;
		const key = check.object(inner, each, ['fields', 'reference']);
		const reference = key && check.object(`${inner}.reference`, key.reference, ['resource', 'fields']);
		if (!key || !reference) return;
		const from = checkKeyFields(check, `${inner}.fields`, key.fields ?? null, own);
		const table = known.table(check, `${inner}.reference.resource`, reference.resource);
		if (!table) return;
		const others = new Set(table.schema.fields.map((field) => field.name));
		const to = checkKeyFields(check, `${inner}.reference.fields`, reference.fields ?? null, others);
		if (from.length === to.length) return;
		check.fault(inner, undefined, 'a foreign key pairs its fields one to one', 'name as many on both sides');
	});
}

/** Rules of additivity: dimensions, slices and totals that exist. */
export function checkAdditivity(check: Checker, path: string, resource: Resource, known: Known): void {
	const at = `${path}.additivity`;
	const dimensions = resource.schema.fields.filter(
		(field) => field.role && DIMENSION_ROLES.includes(field.role)
	);
	const names = dimensions.map((field) => field.name);
	check.list(at, resource.additivity).forEach((each, index) => {
		const inner = `${at}[${index}]`;
		const keys = ['dimension', 'additivity', 'where', 'reason', 'total', 'complete'];
		const rule = check.object(inner, each, keys);
		if (!rule) return;
		const named = check.oneOf(`${inner}.dimension`, rule.dimension, names, true);
		check.oneOf(`${inner}.additivity`, rule.additivity, ['additive', 'none'], true);
		const role = named ? fieldByName(resource, rule.dimension as string)?.role : undefined;
		if (rule.additivity === 'additive' && (role === 'basis' || role === 'unit' || role === 'measure')) {
			const told = `a sum never joins two values of a ${role} field`;
			check.fault(`${inner}.additivity`, rule.dimension, told, 'write "none"');
		}
		check.text(`${inner}.reason`, rule.reason);
		if (rule.where !== undefined) checkWhere(check, `${inner}.where`, rule.where, resource, true);
		if (rule.total !== undefined && rule.additivity === 'none') {
			check.fault(`${inner}.total`, undefined, 'only an additive rule has a total', 'remove the total');
		}
		checkPlace(check, `${inner}.total`, rule.total, known);
		check.list(`${inner}.complete`, rule.complete).forEach((slice, position) => {
			checkWhere(check, `${inner}.complete[${position}]`, slice, resource, true);
		});
	});
}

function checkMeasure(check: Checker, path: string, value: unknown, known: Known): void {
	if (known.measures.length > 0) check.oneOf(path, value, known.measures, true);
	else check.string(path, value);
}

function checkMoment(check: Checker, path: string, value: unknown, required: boolean): string | undefined {
	const moment = check.string(path, value, required);
	if (moment === undefined || isMoment(moment)) return moment;
	check.fault(path, moment, 'this is no year, month or day', 'write 2014, 2020-03 or 2025-09-01');
	return undefined;
}

/** Breaks of the package or of one table; gives their ids with their paths. */
export function checkBreaks(
	check: Checker,
	path: string,
	value: unknown,
	known: Known
): { path: string; value: string }[] {
	const ids: { path: string; value: string }[] = [];
	const keys = ['id', 'from', 'to', 'kind', 'affects', 'comparableAcross', 'label', 'text', 'source'];
	check.list(path, value).forEach((each, index) => {
		const at = `${path}[${index}]`;
		const entry = check.object(at, each, keys);
		if (!entry) return;
		const id = check.string(`${at}.id`, entry.id);
		if (id !== undefined) ids.push({ path: `${at}.id`, value: id });
		const from = checkMoment(check, `${at}.from`, entry.from, true);
		const to = checkMoment(check, `${at}.to`, entry.to, false);
		if (from !== undefined && to !== undefined && to.slice(0, from.length) < from.slice(0, to.length)) {
			check.fault(`${at}.to`, to, 'a break ends after it began', `use a moment after ${from}`);
		}
		check.oneOf(`${at}.kind`, entry.kind, BREAK_KINDS, true);
		check.boolean(`${at}.comparableAcross`, entry.comparableAcross, true);
		check.text(`${at}.label`, entry.label);
		check.text(`${at}.text`, entry.text);
		check.string(`${at}.source`, entry.source, false);
		const affects = check.object(`${at}.affects`, entry.affects, ['resources', 'measures']);
		check.list(`${at}.affects.resources`, affects?.resources).forEach((name, position) => {
			check.oneOf(`${at}.affects.resources[${position}]`, name, known.names, true);
		});
		check.list(`${at}.affects.measures`, affects?.measures).forEach((name, position) => {
			checkMeasure(check, `${at}.affects.measures[${position}]`, name, known);
		});
	});
	return ids;
}

/** The lines of the all-time panel. */
export function checkHeadline(check: Checker, value: unknown, known: Known): void {
	check.list('headline', value).forEach((each, index) => {
		const at = `headline[${index}]`;
		const line = check.object(at, each, ['measure', 'label', 'cumulative', 'yearly']);
		if (!line) return;
		checkMeasure(check, `${at}.measure`, line.measure, known);
		check.text(`${at}.label`, line.label);
		checkPlace(check, `${at}.cumulative`, line.cumulative, known);
		checkPlace(check, `${at}.yearly`, line.yearly, known);
		if (line.cumulative !== undefined || line.yearly !== undefined) return;
		check.fault(at, line.measure, 'a headline measure has figures', 'name cumulative or yearly figures');
	});
}
