import type { Resource } from '../types.ts';
import { dimensionsOf, fieldByRole, valueField } from '../labels.ts';
import type { Checker } from './checker.ts';
import type { Known } from './known.ts';

function checkBases(check: Checker, at: string, value: unknown, holder: Resource): void {
	const codes = fieldByRole(holder, 'basis')?.categories?.map((category) => category.value) ?? [];
	if (value === undefined) {
		if (codes.length < 2) return;
		const mend = 'say which basis serves which years: [{ "value": …, "from": "2010", "to": "2019" }]';
		check.fault(at, undefined, `${holder.name} counts people in ${codes.length} ways`, mend);
		return;
	}
	check.list(at, value).forEach((each, index) => {
		const inner = `${at}[${index}]`;
		const basis = check.object(inner, each, ['value', 'from', 'to']);
		if (!basis) return;
		check.oneOf(`${inner}.value`, basis.value, codes, true);
		for (const name of ['from', 'to']) {
			const year = check.string(`${inner}.${name}`, basis[name], false);
			if (year !== undefined && !/^\d{4}$/.test(year))
				check.fault(`${inner}.${name}`, year, 'this is not a year', 'write "2019"');
		}
	});
}

/** Where the residents for rates stand: a table by place and time, with one figure for each. */
export function checkPopulation(check: Checker, path: string, resource: Resource, known: Known): void {
	const at = `${path}.population`;
	if (resource.population === undefined) return;
	const link = check.object(at, resource.population, ['resource', 'bases']);
	const holder = link && known.table(check, `${at}.resource`, link.resource);
	if (!link || !holder) return;
	if (!valueField(holder) || !fieldByRole(holder, 'time')) {
		const mend = 'name a table of residents by place and year';
		check.fault(`${at}.resource`, holder.name, 'this table has no figures by time', mend);
		return;
	}
	for (const role of ['place', 'time'] as const) {
		const [own, theirs] = [fieldByRole(resource, role)?.name, fieldByRole(holder, role)?.name];
		if (own === theirs) continue;
		const mend = `give both tables a field with the role ${role} and one name, or remove this`;
		const value = `${own ?? 'none'}, ${theirs ?? 'none'}`;
		check.fault(at, value, `counts and residents are not told by the same ${role}`, mend);
	}
	const other = dimensionsOf(holder).find(
		({ role }) => role !== 'place' && role !== 'time' && role !== 'basis'
	);
	if (other) {
		const mend = 'use a table with one figure for a place, a time and a basis';
		check.fault(`${at}.resource`, holder.name, `its figures are split by ${other.name} as well`, mend);
	}
	checkBases(check, `${at}.bases`, link.bases, holder);
}
