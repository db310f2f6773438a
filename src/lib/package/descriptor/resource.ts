import type { Field, Resource, Role } from '../types.ts';
import { listed } from '../fault.ts';
import { DIMENSION_ROLES, dimensionsOf } from '../labels.ts';
import { ARCHIVE } from '../version.ts';
import { under, type Checker } from './checker.ts';
import { checkDay, checkLicenses } from './parts.ts';
import { checkSchema } from './schema.ts';

const RESOURCE = [
	...['name', 'path', 'type', 'title', 'description', 'format', 'mediatype', 'encoding', 'schema'],
	...[
		'unit',
		'unitLabel',
		'scope',
		'limits',
		'additivity',
		'breaks',
		'attribution',
		'asOf',
		'licenses',
		'population',
		'disclosure',
		'spatial',
		'bytes',
		'hash'
	]
];
const INSIDE = 'use a file inside the folder, such as "calls.csv"';

/** A path that stays inside the folder of the descriptor. */
function checkPath(check: Checker, path: string, value: unknown): void {
	if (Array.isArray(value)) {
		check.fault(path, value, 'a table is one file', 'join the files and name the one');
		return;
	}
	const file = check.string(path, value);
	if (file === undefined) return;
	const segments = file.split('/');
	if (/^[a-z][a-z\d+.-]*:\/\//i.test(file)) {
		check.fault(path, file, 'a table is a file of the folder, not an address', INSIDE);
	} else if (file.startsWith('/') || file.includes('\\') || /^[a-z]:/i.test(file)) {
		check.fault(path, file, 'the path must be relative, with forward slashes', INSIDE);
	} else if (segments.includes('..')) {
		check.fault(path, file, 'the path leads outside the folder', INSIDE);
	} else if (segments.some((segment) => segment === '' || segment === '.') || /[\u0000-\u001f]/.test(file)) {
		check.fault(path, file, 'the path is not written plainly', INSIDE);
	} else if (segments.length > 1 && segments[0]?.toLowerCase() === ARCHIVE) {
		check.fault(path, file, 'this folder is for releases that are kept', INSIDE);
	} else if (!file.toLowerCase().endsWith('.csv')) {
		check.fault(path, file, 'a table is a CSV file', 'use a path that ends in .csv');
	}
}

/** The shape of one resource; nothing here looks at other resources. */
export function checkResource(check: Checker, path: string, value: unknown): void {
	const resource = check.object(path, value, RESOURCE);
	if (!resource) return;
	const name = check.string(`${path}.name`, resource.name);
	if (name !== undefined && !/^[a-z][a-z0-9_-]*$/.test(name)) {
		const rule = 'a table name has lower-case letters, digits, "_" and "-" only';
		check.fault(`${path}.name`, name, rule, 'start with a letter, such as calls_by_year');
	}
	checkPath(check, `${path}.path`, resource.path);
	check.oneOf(`${path}.type`, resource.type, ['table'], true);
	check.text(`${path}.title`, resource.title);
	check.text(`${path}.description`, resource.description);
	check.oneOf(`${path}.format`, resource.format, ['csv']);
	check.string(`${path}.mediatype`, resource.mediatype, false);
	check.oneOf(`${path}.encoding`, resource.encoding, ['utf-8', 'utf8', 'UTF-8']);
	for (const name of ['data', 'dialect']) {
		if (resource[name] === undefined) continue;
		check.fault(
			under(path, name),
			name,
			'this property is not read',
			'use a comma-separated file with a header'
		);
	}
	check.string(`${path}.unit`, resource.unit, false);
	if (resource.unitLabel !== undefined && resource.unit === undefined) {
		const mend = 'label the categories of the unit field instead';
		check.fault(
			`${path}.unitLabel`,
			resource.unitLabel,
			'only the unit of a whole table has this label',
			mend
		);
	}
	for (const name of ['unitLabel', 'scope', 'limits', 'attribution'])
		check.text(under(path, name), resource[name], false);
	if (resource.spatial !== '') check.text(`${path}.spatial`, resource.spatial, false);
	checkDay(check, `${path}.asOf`, resource.asOf, false);
	checkLicenses(check, `${path}.licenses`, resource.licenses);
	checkSchema(check, `${path}.schema`, resource.schema);
}

/** What a table of figures needs beyond its shape. */
export function checkFacts(check: Checker, path: string, resource: Resource): void {
	const { fields, primaryKey, foreignKeys } = resource.schema;
	const at = `${path}.schema`;
	const fieldAt = (role: Role): [Field, string] | undefined => {
		const index = fields.findIndex((field) => field.role === role);
		const field = fields[index];
		return field && [field, `${at}.fields[${index}]`];
	};
	const source = fieldAt('source');
	const isKey = primaryKey?.length === 1 && primaryKey[0] === source?.[0].name;
	const points = foreignKeys?.some((key) => key.fields.length === 1 && key.fields[0] === source?.[0].name);
	if (source && !isKey && !points) {
		const mend = 'add a foreign key to the table of sources';
		check.fault(source[1], source[0].name, 'a source field must point to a list of sources', mend);
	}
	if (!fieldAt('value')) {
		for (const name of ['additivity', 'unit'] as const) {
			if (resource[name] === undefined) continue;
			const mend = 'give the field of its figures the role value, or remove this';
			check.fault(under(path, name), undefined, 'a table without figures cannot have this', mend);
		}
		return;
	}
	fields.forEach((field, index) => {
		if (field.name.toLowerCase() !== 'status' || field.role === 'status') return;
		const mend = 'give it the role status, or another name';
		check.fault(`${at}.fields[${index}]`, field.name, 'this name is kept for the status of a figure', mend);
	});
	if (!fieldAt('unit') === (resource.unit === undefined)) {
		const rule = 'the unit is told once, by a field or for the whole table';
		check.fault(path, resource.name, rule, 'have a field with the role unit, or the property unit, not both');
	}
	if (!primaryKey) {
		check.fault(
			at,
			resource.name,
			'a table of figures has a primaryKey',
			'list the fields that tell its rows apart'
		);
		return;
	}
	const dimensions = dimensionsOf(resource);
	for (const { name, role } of dimensions) {
		if (primaryKey.includes(name)) continue;
		check.fault(`${at}.primaryKey`, name, `the ${role} is part of the key`, 'add the field to primaryKey');
	}
	primaryKey.forEach((name, index) => {
		if (dimensions.some((field) => field.name === name)) return;
		// Rows told apart by it alone would be two figures for one thing, and a sum would count it twice.
		const rule = 'rows of figures are told apart by dimensions only';
		const mend = `give the field a role (${listed(DIMENSION_ROLES)}), or take it out of the key`;
		check.fault(`${at}.primaryKey[${index}]`, name, rule, mend);
	});
}
