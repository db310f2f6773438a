import { fieldByName, valueField } from '../labels.ts';
import type { Resource } from '../types.ts';
import type { Checker, Json } from './checker.ts';
import { checkWhere } from './known.ts';

const SETTINGS = ['mode', 'threshold', 'zeros', 'reason'];
const MODES = ['protect', 'inform', 'off'];

/** The properties that a package and a table have alike. */
function checkSettings(check: Checker, at: string, settings: Json, required: boolean): void {
	check.oneOf(`${at}.mode`, settings.mode, MODES, required);
	const { threshold } = settings;
	if (threshold !== undefined && !(Number.isInteger(threshold) && Number(threshold) >= 2)) {
		const mend = 'write 11, so that 1 to 10 are withheld, or what your own rule says';
		check.fault(
			`${at}.threshold`,
			threshold,
			'the least count that is published is a whole number from 2 on',
			mend
		);
	}
	check.oneOf(`${at}.zeros`, settings.zeros, ['published', 'withheld']);
	check.text(`${at}.reason`, settings.reason, settings.mode === 'inform' || settings.mode === 'off');
}

/** How the package keeps small counts from telling of a person. */
export function checkDisclosure(check: Checker, value: unknown): void {
	if (value === undefined) return;
	const settings = check.object('disclosure', value, SETTINGS);
	if (settings) checkSettings(check, 'disclosure', settings, true);
}

function checkDerived(check: Checker, at: string, value: unknown, resource: Resource): void {
	check.list(at, value).forEach((each, index) => {
		const inner = `${at}[${index}]`;
		const derived = check.object(inner, each, ['where', 'of']);
		if (!derived) return;
		checkWhere(check, `${inner}.where`, derived.where, resource, true);
		checkWhere(check, `${inner}.of`, derived.of, resource, false);
	});
}

/** What a table says of it besides, and whether its figures can be withheld. */
export function checkTableDisclosure(check: Checker, path: string, resource: Resource, pkg: unknown): void {
	const at = `${path}.disclosure`;
	const mode = resource.disclosure?.mode ?? (pkg as { mode?: unknown } | undefined)?.mode;
	const value = valueField(resource);
	if (resource.disclosure !== undefined) {
		const known = [...SETTINGS, 'where', 'harmless', 'derived'];
		const settings = check.object(at, resource.disclosure, known);
		if (!settings) return;
		checkSettings(check, at, settings, false);
		if (settings.where !== undefined) checkWhere(check, `${at}.where`, settings.where, resource, true);
		const names = resource.schema.fields
			.filter(({ role }) => !role || role === 'note' || role === 'denominator')
			.map(({ name }) => name);
		check.list(`${at}.harmless`, settings.harmless).forEach((name, index) => {
			check.oneOf(`${at}.harmless[${index}]`, name, names, true);
		});
		checkDerived(check, `${at}.derived`, settings.derived, resource);
	}
	if (mode !== 'protect' || !value) return;
	const missing = fieldByName(resource, value.name)?.missingValues ?? resource.schema.missingValues ?? [];
	if (!missing.some((each) => each.value === '[c]')) {
		const mend = `add { "value": "[c]", "label": "withheld for privacy" } to the missingValues of ${value.name}`;
		check.fault(at, resource.name, 'a protected table must be able to say that a figure is withheld', mend);
	}
}
