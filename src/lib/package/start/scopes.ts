import { dimensionsOf, fieldByRole, totalCategory, valueField } from '../labels.ts';
import type { WrittenTable } from './describe.ts';

/** Tables that have fewer figures of the same things are not compared. */
const LEAST_SHARED = 2;

/** The figures of a table by what they are about: its unit, and each value of a dimension that is no total. */
function figuresBySubject({ resource, rows }: WrittenTable): Map<string, string> {
	const { fields } = resource.schema;
	const at = (name: string) => fields.findIndex((field) => field.name === name);
	const unit = fieldByRole(resource, 'unit');
	const dimensions = dimensionsOf(resource).filter(({ name }) => name !== unit?.name);
	const value = at(valueField(resource)?.name ?? '');
	return new Map(
		rows.map((cells): [string, string] => {
			const pairs = dimensions.flatMap((field) => {
				const code = cells[at(field.name)] ?? '';
				return code === totalCategory(field)?.value ? [] : [`${field.name} ${code}`];
			});
			const own = unit ? cells[at(unit.name)] : resource.unit;
			return [JSON.stringify([own, pairs.sort()]), cells[value] ?? ''];
		})
	);
}

/** Whether most figures that two tables have of the same things are others. */
function differ(one: ReadonlyMap<string, string>, two: ReadonlyMap<string, string>): boolean {
	const shared = [...one].filter(([subject]) => two.has(subject));
	const others = shared.filter(([subject, figure]) => two.get(subject) !== figure);
	return shared.length >= LEAST_SHARED && others.length * 2 > shared.length;
}

/**
 * Tables that give other figures for the same things, such as one of women and one of men, which only their files' names
 * tell apart: each gets its title as its scope. Where a few figures differ only, one of them is wrong.
 * @returns all tables in their order, and the titles of those that were told apart
 */
export function withScopes(tables: readonly WrittenTable[]): { tables: WrittenTable[]; apart: string[] } {
	const figures = tables.map(figuresBySubject);
	const isApart = figures.map((one) => figures.some((two) => two !== one && differ(one, two)));
	const titles = tables.map(({ resource: { title, name } }) => (typeof title === 'string' ? title : name));
	const scoped = tables.map((table, index): WrittenTable => {
		const title = titles[index] ?? '';
		const isOnly = titles.filter((each) => each === title).length === 1;
		const scope = isOnly ? title : `${title} (${table.resource.name})`;
		return isApart[index] ? { ...table, resource: { ...table.resource, scope } } : table;
	});
	return { tables: scoped, apart: titles.filter((_, index) => isApart[index]) };
}
