import type { Field, Resource } from '../types.ts';
import type { Reason } from './types.ts';

const list = (names: readonly string[] | undefined) => (names ?? []).join(', ') || 'none';

function fieldReasons(table: string, before: Field, after: Field): Reason[] {
	const at = `${table}.${after.name}`;
	const reasons: Reason[] = [];
	if (before.type !== after.type) {
		reasons.push({ level: 'major', text: `${at}: its type was ${before.type} and is ${after.type}` });
	}
	if (before.role !== after.role) {
		const [was, is] = [before.role ?? 'none', after.role ?? 'none'];
		reasons.push({ level: 'major', text: `${at}: its role was ${was} and is ${is}` });
	}
	const codes = new Set(after.categories?.map(({ value }) => value));
	const old = new Map(before.categories?.map((each) => [each.value, each]));
	const lost = [...old.keys()].filter((value) => after.categories && !codes.has(value));
	if (lost.length) reasons.push({ level: 'major', text: `${at}: codes are gone: ${list(lost)}` });
	for (const each of after.categories ?? []) {
		const earlier = old.get(each.value);
		if (!earlier && before.categories)
			reasons.push({ level: 'minor', text: `${at}: the code ${each.value} is new` });
		else if (earlier && earlier.kind !== each.kind) {
			reasons.push({ level: 'major', text: `${at}: the code ${each.value} has another kind` });
		}
	}
	return reasons;
}

/** What a change of a table's columns, key and unit asks for; what its rows say is not looked at. */
export function columnReasons(before: Resource, after: Resource): Reason[] {
	const { name } = after;
	const old = new Map(before.schema.fields.map((field) => [field.name, field]));
	const now = after.schema.fields.map((field) => field.name);
	const gone = [...old.keys()].filter((field) => !now.includes(field));
	const reasons: Reason[] = gone.map((field) => ({
		level: 'major',
		text: `${name}: the column ${field} is gone`
	}));
	for (const field of after.schema.fields) {
		const earlier = old.get(field.name);
		if (earlier) reasons.push(...fieldReasons(name, earlier, field));
		else reasons.push({ level: 'minor', text: `${name}: the column ${field.name} is new` });
	}
	const common = now.filter((field) => old.has(field));
	const order = [...old.keys()].filter((field) => common.includes(field));
	if (list(common) !== list(order)) {
		reasons.push({ level: 'major', text: `${name}: its columns stand in another order` });
	}
	if (list(before.schema.primaryKey) !== list(after.schema.primaryKey)) {
		const text = `${name}: its rows were told apart by ${list(before.schema.primaryKey)}`;
		reasons.push({ level: 'major', text: `${text}, now by ${list(after.schema.primaryKey)}` });
	}
	if (before.unit !== after.unit) {
		const text = `${name}: its unit was ${before.unit ?? 'in a column'} and is ${after.unit ?? 'in a column'}`;
		reasons.push({ level: 'major', text });
	}
	return reasons;
}
