import type { Field, Resource } from '../types.ts';
import { fieldByName, fieldsByRole, valueField } from '../labels.ts';
import { under, type Checker } from './checker.ts';

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
export function checkWhere(
	check: Checker,
	path: string,
	value: unknown,
	resource: Resource,
	many: boolean
): void {
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
export function checkPlace(check: Checker, path: string, value: unknown, known: Known): void {
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
