import type { DataPackage, Fault, Resource } from './types.ts';
import { Checker } from './descriptor/checker.ts';
import { checkPackage } from './descriptor/package.ts';
import { checkBreaks, checkHeadline } from './descriptor/breaks.ts';
import { checkTableDisclosure } from './descriptor/disclosure.ts';
import { Known } from './descriptor/known.ts';
import { checkDefinedCodes } from './descriptor/learn.ts';
import { checkPlaces } from './descriptor/places.ts';
import { checkPopulation } from './descriptor/population.ts';
import { checkReach } from './descriptor/reach.ts';
import { checkAdditivity, checkForeignKeys } from './descriptor/references.ts';
import { checkFacts, checkResource } from './descriptor/resource.ts';
import { checkRevisions } from './descriptor/revisions.ts';
import { JsonFault, parseJson } from './json.ts';
import { withTranslations } from './translations.ts';

/** The file that describes a package. */
export const DESCRIPTOR = 'datapackage.json';

/** What reading a descriptor gave. */
export interface ReadDescriptor {
	/** Only where there is no fault. */
	package?: DataPackage;
	/** The tables that are described soundly, so that their files can be read whatever else is wrong. */
	sound: Resource[];
	/** The line of each part by its path. */
	lines: Map<string, number>;
	faults: Fault[];
}

function namesOf(resources: unknown[], property: 'name' | 'path') {
	return resources.flatMap((each, index) => {
		const value: unknown = (each as Record<string, unknown> | null)?.[property];
		return typeof value === 'string' ? [{ path: `resources[${index}].${property}`, value }] : [];
	});
}

/** Tables whose own description has no fault, with their paths. */
function soundTables(check: Checker, resources: unknown[]): { path: string; resource: Resource }[] {
	const found: { path: string; resource: Resource }[] = [];
	resources.forEach((value, index) => {
		const path = `resources[${index}]`;
		const before = check.faults.length;
		checkResource(check, path, value);
		if (check.faults.length === before) found.push({ path, resource: value as Resource });
	});
	const lower = (value: string) => value.toLowerCase();
	check.unique(namesOf(resources, 'name'), 'a table name stands twice', lower);
	check.unique(namesOf(resources, 'path'), 'two tables share a file', lower);
	return found;
}

/**
 * Reads `datapackage.json`: its JSON, its shape, and that everything it names exists in it. All faults
 * at once, each with its line and its path as column. The files are not looked at.
 */
export function readDescriptor(text: string): ReadDescriptor {
	let parsed: ReturnType<typeof parseJson>;
	try {
		parsed = parseJson(text);
	} catch (error) {
		if (!(error instanceof JsonFault)) throw error;
		const { line: row, column } = error;
		const fault = {
			file: DESCRIPTOR,
			row,
			column: String(column),
			rule: `this is not JSON: ${error.message}`
		};
		return { sound: [], lines: new Map(), faults: [{ ...fault, mend: 'mend it at this line and column' }] };
	}
	const { lines } = parsed;
	const value = withTranslations(parsed.value);
	const check = new Checker(DESCRIPTOR, lines);
	const found = checkPackage(check, value);
	if (!found) return { sound: [], lines, faults: check.faults };
	const resources = check.list('resources', found.resources, true);
	if (Array.isArray(found.resources) && resources.length === 0) {
		check.fault('resources', '', 'a package has at least one table', 'describe the tables');
	}
	const tables = soundTables(check, resources);
	const known = new Known(
		tables.map(({ resource }) => resource),
		namesOf(resources, 'name').map(({ value: name }) => name)
	);
	const ids = checkBreaks(check, 'breaks', found.breaks, known);
	const readable: Resource[] = [];
	for (const { path, resource } of tables) {
		const before = check.faults.length;
		checkForeignKeys(check, path, resource, known);
		if (check.faults.length > before) continue;
		readable.push(resource);
		checkFacts(check, path, resource);
		checkAdditivity(check, path, resource, known);
		checkPopulation(check, path, resource, known);
		checkTableDisclosure(check, path, resource, found.disclosure);
		ids.push(...checkBreaks(check, `${path}.breaks`, resource.breaks, known));
	}
	check.unique(ids, 'the id of a break stands twice');
	checkHeadline(check, found.headline, known);
	checkRevisions(check, found.revisions, known);
	checkPlaces(check, found.places, known);
	checkReach(check, found.reach, known);
	checkDefinedCodes(check, found.definitions, known);
	return {
		package: check.faults.length === 0 ? (found as unknown as DataPackage) : undefined,
		sound: readable,
		lines,
		faults: check.faults
	};
}
