import { systemOf, type BuiltSystem } from '../../../src/lib/disclosure/system.ts';
import type {
	AdditivityRule,
	Category,
	Cell,
	DataPackage,
	DisclosureSettings,
	Field,
	Resource,
	Role,
	Row,
	Table,
	TableDisclosure
} from '../../../src/lib/package/types.ts';
import { packageOf } from './grid.ts';

/** A made-up table, written as its file: a header, and rows with `[c]` for what is withheld. */
export interface Sheet {
	/** Its file without the ending. */
	name: string;
	/** Columns before the figure: `form` is a category, `@year` a time, `!state` a place, `#measure` a measure, `$unit` a unit, `/of` a denominator. */
	columns: string[];
	rows: string[];
	/** Columns over which values may be added up, and those whose listed values are all. */
	additive?: string[];
	complete?: string[];
	/** Totals of columns, by code. */
	totals?: Record<string, string>;
	rules?: AdditivityRule[];
	unit?: string;
	disclosure?: TableDisclosure;
	yearStarts?: number;
	/** Codes that are no part beside others, and what some of them consist of. */
	composite?: string[];
	parts?: Record<string, string[]>;
}

const ROLES: Record<string, Role> = {
	'@': 'time',
	'#': 'measure',
	$: 'unit',
	'!': 'place',
	'/': 'denominator'
};

export function sheetTable({ name, columns, rows, additive = [], ...rest }: Sheet): Table {
	const cells = rows.map((row) => row.split(',').map((cell) => cell.trim()));
	const fields = columns.map((column, index): Field => {
		const role = ROLES[column[0] ?? ''];
		const field = role ? column.slice(1) : column;
		const values = [...new Set(cells.map((line) => line[index] ?? ''))];
		const isTotal = (value: string) => value === (rest.totals?.[field] ?? 'all');
		const made = values.map((value): Category => ({
			value,
			label: value,
			...(isTotal(value) ? { kind: 'total' } : rest.composite?.includes(value) ? { kind: 'composite' } : {}),
			...(rest.parts?.[value] ? { kind: 'composite', parts: rest.parts[value] } : {})
		}));
		const categories = made.filter(({ kind }) => role !== 'time' || kind === 'total');
		if (role === 'denominator') return { name: field, type: 'integer', role };
		if (role === 'measure' || role === 'unit') return { name: field, type: 'string', role };
		if (role === 'time') {
			const starts = rest.yearStarts ? { yearStarts: rest.yearStarts } : {};
			return {
				name: field,
				type: 'string',
				role,
				...starts,
				...(categories.length > 0 ? { categories } : {})
			};
		}
		return { name: field, type: 'string', role: role ?? 'category', categories };
	});
	const rules = additive.map((dimension): AdditivityRule => {
		const isComplete = rest.complete?.includes(dimension);
		return {
			dimension,
			additivity: 'additive',
			reason: 'Made up.',
			...(isComplete ? { complete: [{}] } : {})
		};
	});
	const resource: Resource = {
		name,
		path: `${name}.csv`,
		type: 'table',
		title: name,
		description: name,
		...(fields.some(({ role }) => role === 'unit') ? {} : { unit: rest.unit ?? 'cases' }),
		schema: {
			fields: [...fields, { name: 'value', type: 'integer', role: 'value' }],
			primaryKey: fields.flatMap(({ name, role }) => (role === 'denominator' ? [] : [name]))
		},
		additivity: [...(rest.rules ?? []), ...rules],
		...(rest.disclosure ? { disclosure: rest.disclosure } : {})
	};
	const made = cells.map((line): Row => {
		const figure = line.at(-1) ?? '';
		const named = fields.map((field, index): [string, Cell] => {
			const cell = line[index] ?? '';
			return [field.name, field.role === 'denominator' ? Number(cell) : cell];
		});
		const isNumber = /^\d+$/.test(figure);
		return {
			...Object.fromEntries<Cell>(named),
			value: isNumber ? Number(figure) : null,
			status: isNumber ? '' : figure
		};
	});
	return { resource, rows: made, lines: made.map((_, index) => index + 2) };
}

/** The file of a sheet. */
export const textOf = ({ columns, rows }: Sheet) =>
	[
		[...columns.map((column) => column.replace(/^[@#$!/]/, '')), 'value'].join(),
		...rows.map((row) => row.replaceAll(' ', ''))
	].join('\n');

export interface Sheets {
	pkg: DataPackage;
	tables: Record<string, Table>;
	texts: Map<string, string>;
}

export function sheetsOf(
	sheets: readonly Sheet[],
	disclosure: DisclosureSettings = { mode: 'protect' }
): Sheets {
	const made = sheets.map(sheetTable);
	return {
		pkg: packageOf(made, disclosure),
		tables: Object.fromEntries(made.map((table) => [table.resource.name, table])),
		texts: new Map(sheets.map((sheet) => [`${sheet.name}.csv`, textOf(sheet)]))
	};
}

export function sheetSystem(sheets: readonly Sheet[], disclosure?: DisclosureSettings): BuiltSystem {
	const { pkg, tables } = sheetsOf(sheets, disclosure);
	return systemOf(pkg, tables);
}
