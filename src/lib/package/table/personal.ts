import { valueField } from '../labels.ts';
import { personalHeading } from '../own/personalWords.ts';
import type { PersonalKind } from '../own/types.ts';
import type { Fault, Field, Table } from '../types.ts';

const HOLDS: Partial<Record<PersonalKind, string>> = {
	name: 'names of people',
	birth: 'dates of birth',
	id: 'numbers that identify one person or one case'
};

/** Roles of columns that tell figures apart; a column without one may be anything. */
const KEYS: ReadonlySet<Field['role']> = new Set(['time', 'place', 'category', 'measure', undefined]);

/** Whether every row has a value of its own. */
function isUnlike({ rows }: Table, name: string): boolean {
	return rows.length > 1 && new Set(rows.map((row) => row[name])).size === rows.length;
}

/** Columns of a table of figures that are keys of persons or cases by their names; other tables name people on purpose. */
export function personalFaults(table: Table): Fault[] {
	const { resource } = table;
	if (!valueField(resource)) return [];
	return resource.schema.fields.flatMap((field): Fault[] => {
		if (!KEYS.has(field.role)) return [];
		const { name, title = '' } = field;
		const found = [name, ...(typeof title === 'string' ? [title] : Object.values(title))]
			.map(personalHeading)
			.find(
				(heading) => heading && (heading.isSure || (heading.kind === 'id' && isUnlike(table, field.name)))
			);
		const holds = found && HOLDS[found.kind];
		if (holds === undefined) return [];
		return [
			{
				file: resource.path,
				row: 1,
				column: field.name,
				rule: `by its name this column holds ${holds}, and no row may tell of one person`,
				mend: 'remove it here and in the descriptor, and count the rows first; a column of groups is named after the groups'
			}
		];
	});
}
