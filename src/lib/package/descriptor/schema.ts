import type { FieldType, Role } from '../types.ts';
import { DIMENSION_ROLES } from '../labels.ts';
import { isLanguage, under, type Checker, type Json } from './checker.ts';
import { slowPattern } from './pattern.ts';

const TYPES: readonly FieldType[] = ['string', 'integer', 'number', 'year', 'date', 'any'];
const ROLES: readonly Role[] = [
	...DIMENSION_ROLES,
	'value',
	'status',
	'qualifier',
	'denominator',
	'source',
	'confidence',
	'note'
];
const REPEATABLE: readonly Role[] = ['category', 'place', 'note'];
const TYPES_OF_ROLE: Partial<Record<Role, readonly FieldType[]>> = {
	time: ['year', 'date', 'string'],
	value: ['integer', 'number'],
	denominator: ['integer', 'number'],
	status: ['string'],
	measure: ['string'],
	unit: ['string'],
	basis: ['string'],
	source: ['string']
};

function checkMissingValues(check: Checker, path: string, value: unknown): void {
	const values: { path: string; value: string }[] = [];
	check.list(path, value).forEach((each, index) => {
		const at = `${path}[${index}]`;
		const entry = check.object(at, each, ['value', 'label']);
		if (!entry) return;
		if (typeof entry.value === 'string') values.push({ path: `${at}.value`, value: entry.value });
		else check.fault(`${at}.value`, entry.value, 'this must be a text', 'write it in double quotes');
		check.text(`${at}.label`, entry.label);
	});
	check.unique(values, 'a missing value stands twice');
}

/** The parts of a composite are other values of the column. */
function checkParts(check: Checker, path: string, value: unknown, codes: readonly string[]): void {
	check.list(path, value).forEach((each, index) => {
		const { value: own, kind, parts } = (each ?? {}) as Record<string, unknown>;
		if (parts === undefined) return;
		const at = `${path}[${index}].parts`;
		if (kind !== 'composite') {
			check.fault(at, own, 'only a composite has parts', 'give it "kind": "composite", or remove them');
		}
		const others = codes.filter((code) => code !== own);
		check.list(at, parts).forEach((part, position) => check.oneOf(`${at}[${position}]`, part, others, true));
	});
}

function checkCategories(check: Checker, path: string, value: unknown): void {
	const values: { path: string; value: string }[] = [];
	let totals = 0;
	check.list(path, value).forEach((each, index) => {
		const at = `${path}[${index}]`;
		const category = check.object(at, each, ['value', 'label', 'description', 'kind', 'parts', 'hue']);
		if (!category) return;
		const code = check.string(`${at}.value`, category.value);
		if (code !== undefined) values.push({ path: `${at}.value`, value: code });
		check.text(`${at}.label`, category.label);
		check.text(`${at}.description`, category.description, false);
		check.oneOf(`${at}.kind`, category.kind, ['total', 'composite', 'unknown']);
		if (category.kind === 'total' && ++totals > 1) {
			check.fault(`${at}.kind`, code, 'a field has one total at most', 'make the others composite');
		}
		if (category.hue !== undefined && ![1, 2, 3, 4, 5, 6].includes(category.hue as number)) {
			check.fault(`${at}.hue`, category.hue, 'a hue is a whole number from 1 to 6', 'use 1 to 6');
		}
	});
	checkParts(
		check,
		path,
		value,
		values.map((each) => each.value)
	);
	check.unique(values, 'a category stands twice');
}

function checkConstraints(check: Checker, path: string, value: unknown, type: unknown): void {
	if (value === undefined) return;
	const known = ['required', 'unique', 'minimum', 'maximum', 'pattern'];
	const constraints = check.object(path, value, []);
	if (!constraints) return;
	for (const name of Object.keys(constraints)) {
		if (known.includes(name)) continue;
		const mend = name === 'enum' ? 'list the values as categories' : `use ${known.join(', ')}`;
		check.fault(under(path, name), name, 'this constraint is not checked here', mend);
	}
	check.boolean(`${path}.required`, constraints.required);
	check.boolean(`${path}.unique`, constraints.unique);
	const numeric = type === 'integer' || type === 'number' || type === 'year';
	for (const name of ['minimum', 'maximum']) {
		const bound = constraints[name];
		if (bound === undefined || (numeric ? typeof bound === 'number' : typeof bound === 'string')) continue;
		const mend = numeric ? 'write a number without quotes' : 'write it in double quotes';
		check.fault(under(path, name), bound, 'a bound has the type of its field', mend);
	}
	const pattern = check.string(`${path}.pattern`, constraints.pattern, false);
	if (pattern === undefined) return;
	try {
		new RegExp(pattern, 'u');
	} catch {
		check.fault(`${path}.pattern`, pattern, 'this is not a regular expression', 'mend or remove it');
		return;
	}
	const slow = slowPattern(pattern);
	if (slow)
		check.fault(
			`${path}.pattern`,
			pattern,
			slow,
			'write a plainer pattern, or list the values as categories'
		);
}

/** The language of a column of texts, which has no other part in the table than to be read. */
function checkFieldLanguage(check: Checker, path: string, field: Json): void {
	const language = check.string(`${path}.language`, field.language, false);
	if (language === undefined) return;
	if (!isLanguage(language)) {
		const mend = 'use codes such as en or es';
		check.fault(`${path}.language`, language, 'this is not a language code', mend);
	}
	if (field.type === 'string' && (field.role === undefined || field.role === 'note')) return;
	const mend = 'remove the language, or give the field the type string and the role note or none';
	check.fault(`${path}.language`, language, 'only notes and other texts have a language', mend);
}

/** Fiscal years stand as texts in a field of time. */
function checkYearStarts(check: Checker, path: string, field: Json): void {
	const { yearStarts, type, role } = field;
	if (yearStarts === undefined) return;
	const at = `${path}.yearStarts`;
	if (typeof yearStarts !== 'number' || !Number.isInteger(yearStarts) || yearStarts < 1 || yearStarts > 12) {
		check.fault(at, yearStarts, 'this is not the number of a month', 'write 7 for July');
	}
	if (type === 'string' && role === 'time' && field.categories === undefined) return;
	const mend = 'give the field the type string and the role time, without categories, or remove this';
	check.fault(at, yearStarts, 'only a field of fiscal years has a first month', mend);
}

function checkField(check: Checker, path: string, field: Json): void {
	const name = check.string(`${path}.name`, field.name);
	if (name !== undefined && (/[\u0000-\u001f]/.test(name) || name.trim() !== name || name === '__proto__')) {
		check.fault(`${path}.name`, name, 'a field name is one plain line', 'remove outer spaces and line ends');
	}
	const typeKnown = check.oneOf(`${path}.type`, field.type, TYPES, true);
	const roleKnown = check.oneOf(`${path}.role`, field.role, ROLES);
	const types = field.role === undefined || !roleKnown ? undefined : TYPES_OF_ROLE[field.role as Role];
	if (typeKnown && types && !types.includes(field.type as FieldType)) {
		const rule = `this type does not fit a ${String(field.role)} field`;
		check.fault(`${path}.type`, field.type, rule, `use ${types.join(' or ')}`);
	}
	check.text(`${path}.title`, field.title, false);
	check.text(`${path}.description`, field.description, false);
	checkFieldLanguage(check, path, field);
	checkYearStarts(check, path, field);
	checkCategories(check, `${path}.categories`, field.categories);
	checkConstraints(check, `${path}.constraints`, field.constraints, field.type);
	checkMissingValues(check, `${path}.missingValues`, field.missingValues);
}

/** Columns, their roles, and the keys within the table. */
export function checkSchema(check: Checker, path: string, value: unknown): void {
	const schema = check.object(path, value, ['fields', 'primaryKey', 'foreignKeys', 'missingValues']);
	if (!schema) return;
	checkMissingValues(check, `${path}.missingValues`, schema.missingValues);
	const at = `${path}.fields`;
	const fields = check.list(at, schema.fields, true);
	if (Array.isArray(schema.fields) && fields.length === 0) {
		check.fault(at, '', 'a table has at least one field', 'list its columns');
	}
	const names: { path: string; value: string }[] = [];
	const roles = new Map<unknown, string>();
	const known = [
		'name',
		'type',
		'title',
		'description',
		'role',
		'language',
		'yearStarts',
		'categories',
		'constraints',
		'missingValues'
	];
	fields.forEach((each, index) => {
		const inner = `${at}[${index}]`;
		const field = check.object(inner, each, known);
		if (!field) return;
		checkField(check, inner, field);
		if (typeof field.name === 'string') names.push({ path: `${inner}.name`, value: field.name });
		if (field.role === undefined || REPEATABLE.includes(field.role as Role)) return;
		const first = roles.get(field.role);
		if (first === undefined) roles.set(field.role, `${inner}.role`);
		else check.fault(`${inner}.role`, field.role, 'only one field has this role', `${first} has it already`);
	});
	// SQL does not tell capitals in names apart.
	check.unique(names, 'a field name stands twice', (name) => name.toLowerCase());
	checkKeyFields(check, `${path}.primaryKey`, schema.primaryKey, new Set(names.map((name) => name.value)));
}

/** A list of field names that exist; gives those that do. */
export function checkKeyFields(check: Checker, path: string, value: unknown, known: Set<string>): string[] {
	const found: string[] = [];
	check.list(path, value).forEach((name, index) => {
		if (typeof name === 'string' && known.has(name)) found.push(name);
		else check.oneOf(`${path}[${index}]`, name, [...known], true);
	});
	if (Array.isArray(value) && value.length === 0) {
		check.fault(path, '', 'a key has at least one field', 'name its fields or remove it');
	}
	return found;
}
