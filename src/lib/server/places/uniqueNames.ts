import { localized } from '../../package/index.ts';
import type { Category, Resource, Text } from '../../package/types.ts';

/**
 * Tables in which places that share a name are told apart by their codes, which follow in brackets, wherever
 * the names are shown.
 * @param field the place field of the package
 */
export function withUniqueNames(resources: Resource[], field: string): Resource[] {
	const codes = new Map<string, Set<string>>();
	for (const { value, label } of resources.flatMap((each) => placesOf(each, field))) {
		const name = localized(label);
		codes.set(name, (codes.get(name) ?? new Set<string>()).add(value));
	}
	const isShared = ({ label }: Category) => (codes.get(localized(label))?.size ?? 0) > 1;
	return resources.map((resource) => {
		if (!placesOf(resource, field).some(isShared)) return resource;
		const fields = resource.schema.fields.map((each) =>
			each.name === field && each.categories
				? {
						...each,
						categories: each.categories.map((category) =>
							isShared(category) ? { ...category, label: withCode(category.label, category.value) } : category
						)
					}
				: each
		);
		return { ...resource, schema: { ...resource.schema, fields } };
	});
}

function placesOf(resource: Resource, field: string): Category[] {
	const found = resource.schema.fields.find((each) => each.name === field && each.role === 'place');
	return found?.categories ?? [];
}

function withCode(label: Text, code: string): Text {
	if (typeof label === 'string') return `${label} (${code})`;
	return Object.fromEntries(Object.entries(label).map(([language, name]) => [language, `${name} (${code})`]));
}
