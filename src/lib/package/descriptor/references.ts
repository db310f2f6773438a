import type { Resource } from '../types.ts';
import { dimensionsOf, fieldByName } from '../labels.ts';
import type { Checker } from './checker.ts';
import { checkPlace, checkWhere, type Known } from './known.ts';
import { checkKeyFields } from './schema.ts';

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
	const names = dimensionsOf(resource).map((field) => field.name);
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
