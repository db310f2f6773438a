import type { Resource } from '../types.ts';
import { fieldByName, fieldsByRole } from '../labels.ts';
import type { Checker, Json } from './checker.ts';
import type { Known } from './known.ts';

const STANDINGS = ['in-use', 'superseded', 'other-basis', 'quoted', 'doubtful', 'undated'];

/** Every code of the field of standing has a meaning, and one of them is the figure in use. */
function checkStandings(check: Checker, resource: Resource, settings: Json): void {
	const at = 'revisions.standings';
	const field = typeof settings.standing === 'string' && fieldByName(resource, settings.standing);
	const standings = check.object(at, settings.standings, []);
	if (!field || !standings) return;
	const codes = field.categories?.map((category) => category.value) ?? [];
	if (!codes.length) {
		const mend = 'list its codes as categories of the field';
		check.fault('revisions.standing', field.name, 'the codes of this field are not known', mend);
		return;
	}
	for (const [code, meaning] of Object.entries(standings)) {
		check.oneOf(`${at}.${code}`, code, codes, true);
		check.oneOf(`${at}.${code}`, meaning, STANDINGS, true);
	}
	for (const code of codes.filter((each) => !Object.hasOwn(standings, each))) {
		check.fault(at, code, 'this standing has no meaning here', `add "${code}" with one of the known ones`);
	}
	if (Object.values(standings).includes('in-use')) return;
	check.fault(at, undefined, 'no standing is that of the figure in use', 'give one of them "in-use"');
}

/** The table of published versions of figures, and what its fields are. */
export function checkRevisions(check: Checker, value: unknown, known: Known): void {
	if (value === undefined) return;
	const keys = ['resource', 'published', 'standing', 'standings', 'quotedBy'];
	const settings = check.object('revisions', value, keys);
	const resource = settings && known.table(check, 'revisions.resource', settings.resource);
	if (!settings || !resource) return;
	const names = resource.schema.fields.map((field) => field.name);
	for (const name of ['published', 'standing', 'quotedBy']) {
		check.oneOf(`revisions.${name}`, settings[name], names, name !== 'quotedBy');
	}
	const own: unknown[] = [settings.published, settings.standing, settings.quotedBy];
	for (const role of ['time', 'value'] as const) {
		const others = fieldsByRole(resource, role).filter(({ name }) => !own.includes(name));
		if (others.length) continue;
		const rule = `versions of figures need a ${role} field`;
		check.fault('revisions.resource', resource.name, rule, `give a field of the table the role "${role}"`);
	}
	checkStandings(check, resource, settings);
}
