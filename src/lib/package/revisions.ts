import { isMoment } from './dates.ts';
import { fieldByRole, fieldsByRole, totalCategory } from './labels.ts';
import type { Cell, DataPackage, Fault, Field, Resource, RevisionSettings, Table } from './types.ts';

/** The fields of a table of versions by what they tell. */
export interface VersionFields {
	/** What the figure is about. */
	time?: Field;
	measure?: Field;
	/** Places and categories: with time and measure they name a figure. */
	parts: Field[];
	/** Basis and unit: versions that differ in them are never compared. */
	bases: Field[];
}

/** Sorts the fields of the table of versions. */
export function versionFields(resource: Resource, settings: RevisionSettings): VersionFields {
	const own = [settings.published, settings.standing, settings.quotedBy];
	const others = (fields: Field[]) => fields.filter((field) => !own.includes(field.name));
	const inOrder = (...roles: (Field['role'] & string)[]) =>
		others(resource.schema.fields).filter((field) => field.role && roles.includes(field.role));
	const [time] = others(fieldsByRole(resource, 'time'));
	const measure = fieldByRole(resource, 'measure');
	return {
		...(time ? { time } : {}),
		...(measure ? { measure } : {}),
		parts: inOrder('place', 'category'),
		bases: inOrder('basis', 'unit')
	};
}

/** A category that goes without saying: the published total, else the first that is listed. A place is always named. */
export function isPlain(field: Field, value: Cell): boolean {
	if (value === null) return true;
	if (field.role === 'place') return false;
	const plain = totalCategory(field) ?? field.categories?.[0];
	return plain?.value === String(value);
}

/** Letters, digits and `_` stay; anything else becomes its code between points, so that no two codes meet. */
function slug(code: string, kept: RegExp = /\w/): string {
	return [...code]
		.map((each) => (kept.test(each) ? each : `.${each.codePointAt(0)?.toString(16)}.`))
		.join('');
}

/**
 * The name of a figure in addresses, such as `cases-2018` or `cases-sex-2018`: its measure, its places and
 * categories except those that go without saying, and its time. Basis and unit are not part of it, so all
 * versions of what a reader takes for one figure stand together.
 * @param values of the fields of the table; absent ones go without saying
 */
export function revisionAnchor(
	resource: Resource,
	settings: RevisionSettings,
	values: Record<string, Cell | undefined>
): string {
	const { time, measure, parts } = versionFields(resource, settings);
	const codeOf = (field: Field | undefined) => String((field && values[field.name]) ?? '');
	return [
		slug(codeOf(measure) || 'figure'),
		...parts
			.filter((field) => !isPlain(field, values[field.name] ?? null))
			.map((field) => slug(codeOf(field))),
		slug(codeOf(time), /[\w-]/)
	].join('-');
}

/** Dates of publication that do not exist. */
export function revisionFaults(description: DataPackage, tables: Record<string, Table>): Fault[] {
	const settings = description.revisions;
	const table = settings && Object.hasOwn(tables, settings.resource) ? tables[settings.resource] : undefined;
	if (!settings || !table) return [];
	return table.rows.flatMap((row, index) => {
		const published = String(row[settings.published] ?? '');
		if (published === '' || isMoment(published)) return [];
		return {
			file: table.resource.path,
			row: table.lines?.[index],
			column: settings.published,
			value: published,
			rule: 'this is no year, month or day',
			mend: 'write 2014, 2020-03 or 2025-09-01, or leave it empty where the date is not known'
		};
	});
}
