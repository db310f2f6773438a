import { ruleWhere } from '../package/additivity.ts';
import type { AdditivityRule, Resource, Text } from '../package/types.ts';
import { m } from '../words/index.ts';
import { fixedValue, type Member } from './dimensions.ts';

/** The values that a selection can take at a field; undefined: any. */
export type ValuesAt = (field: string) => readonly Member[] | undefined;

/** Whether values may be added up over a dimension, and by which rules in the table's order, or why not. */
export type Additivity = { additive: true; rules: AdditivityRule[] } | { additive: false; reason: Text };

/** One way in which fields can be set; undefined: to a value that no rule names. */
type Setting = ReadonlyMap<string, string | undefined>;

/** Every way in which the fields that the rules name can be set within the selection. */
function settings(resource: Resource, rules: AdditivityRule[], valuesAt: ValuesAt): Setting[] {
	let all: Setting[] = [new Map()];
	for (const field of new Set(rules.flatMap((rule) => Object.keys(rule.where ?? {})))) {
		const fixed = fixedValue(resource, field);
		const selected = fixed === undefined ? valuesAt(field)?.map(String) : [fixed];
		const values = selected ?? [...new Set(rules.flatMap((rule) => rule.where?.[field] ?? [])), undefined];
		all = all.flatMap((at) => values.map((value) => new Map([...at, [field, value]])));
	}
	return all;
}

/**
 * Whether values may be added up over a dimension everywhere in a selection: in each situation the first
 * rule that fits decides; without one they may not.
 */
export function additivityOf(resource: Resource, dimension: string, valuesAt: ValuesAt): Additivity {
	const rules = (resource.additivity ?? []).filter((rule) => rule.dimension === dimension);
	const used = new Set<AdditivityRule>();
	for (const setting of settings(resource, rules, valuesAt)) {
		const rule = ruleWhere(rules, dimension, (field) => setting.get(field));
		if (rule?.additivity !== 'additive') {
			return { additive: false, reason: rule?.reason ?? m.cube_reason_no_rule() };
		}
		used.add(rule);
	}
	return { additive: true, rules: rules.filter((rule) => used.has(rule)) };
}
