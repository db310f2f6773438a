import { fieldsByRole, localized, webAddress } from '../../package/index.ts';
import type { DataPackage, License, Resource, Table } from '../../package/types.ts';

/** Catalogues take descriptions of so many characters. */
const SHORTEST = 50;
const LONGEST = 5000;

/** The first and last year that rows of a table are about, `2007/2024`; `''` where it has no time. */
export function yearsOf({ resource, rows }: Table): string {
	const fields = fieldsByRole(resource, 'time').map(({ name }) => name);
	const years = rows
		.flatMap((row) => fields.flatMap((name) => String(row[name] ?? '').match(/(?<!\d)\d{4}(?!\d)/g) ?? []))
		.sort();
	const [first, last] = [years[0], years.at(-1)];
	return first && last ? `${first}/${last}` : '';
}

/** Where its figures are about, `''` where nobody says so. */
export function placeOf(pkg: DataPackage, resource: Resource): string {
	return localized(resource.spatial ?? pkg.spatial ?? '');
}

/** What a table is, with what it counts and does not, as long as catalogues ask. */
export function descriptionOf(pkg: DataPackage, resource: Resource): string {
	const own = localized(resource.description);
	const text = [own, localized(resource.scope ?? pkg.scope), localized(resource.limits ?? pkg.limits)].join(
		' '
	);
	return (
		text.length < SHORTEST ? `${text} ${localized(pkg.title)}: ${localized(pkg.description)}` : text
	).slice(0, LONGEST);
}

/** Terms by name, with an address where they have one. */
export interface Terms {
	title: string;
	url?: string;
}

/**
 * The terms of a table, or of the whole package.
 * @param root address of the site in its main language, where files of the package stand
 */
export function termsOf({ licenses, resources }: DataPackage, root: string, resource?: Resource): Terms[] {
	const given: License[] = resource?.licenses ?? licenses ?? [];
	return given.map(({ name, title, path }) => {
		const table = resources.find((each) => each.path === path);
		const url = webAddress(path) ?? (table ? `${root}/data/${table.name}.csv` : undefined);
		return { title: localized(title ?? name), ...(url ? { url } : {}) };
	});
}
