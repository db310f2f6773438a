import type { Resource } from '../types.ts';
import { fieldByRole, fieldsByRole, totalCategory } from '../labels.ts';
import type { Checker, Json } from './checker.ts';
import { checkPlace, type Known } from './known.ts';

/** What is meant must be one figure a period: one measure, and of each category one value or its published total. */
function checkPinned(
	check: Checker,
	path: string,
	resource: Resource,
	where: unknown,
	places: boolean
): void {
	const chosen = typeof where === 'object' && where !== null ? Object.keys(where) : [];
	if (!fieldByRole(resource, 'time')) {
		check.fault(`${path}.resource`, resource.name, 'this table has no time field', 'name a table with one');
	}
	const place = fieldByRole(resource, 'place');
	if (places && !place) {
		const mend = 'name a table with a place field, or remove "counts"';
		check.fault(`${path}.resource`, resource.name, 'places are counted in a table that names them', mend);
	}
	const open = [
		...fieldsByRole(resource, 'measure'),
		...fieldsByRole(resource, 'category').filter((field) => !totalCategory(field)),
		...(places || !place ? [] : [place])
	].filter((field) => !chosen.includes(field.name));
	for (const { name } of open) {
		check.fault(
			`${path}.where`,
			where,
			`several values of ${name} are meant`,
			`choose one: add ${name} here`
		);
	}
}

function checkFigures(check: Checker, path: string, value: unknown, known: Known, places: boolean): void {
	checkPlace(check, path, value, known);
	const { resource, where } = (value ?? {}) as Json;
	const table = typeof resource === 'string' ? known.tables.get(resource) : undefined;
	if (table) checkPinned(check, path, table, where, places);
}

function checkMeasure(check: Checker, path: string, value: unknown, known: Known): void {
	const measure = check.object(path, value, ['label', 'figures', 'total', 'counts']);
	if (!measure) return;
	check.text(`${path}.label`, measure.label);
	check.oneOf(`${path}.counts`, measure.counts, ['places']);
	const figures = check.list(`${path}.figures`, measure.figures, true);
	figures.forEach((each, index) => {
		checkFigures(check, `${path}.figures[${index}]`, each ?? null, known, measure.counts === 'places');
	});
	if (measure.total !== undefined) checkFigures(check, `${path}.total`, measure.total, known, false);
	if (Array.isArray(measure.figures) && !figures.length && measure.total === undefined) {
		const mend =
			'name a table, or leave the measure out: a group without measures says that nothing is published';
		check.fault(`${path}.figures`, undefined, 'a measure has figures', mend);
	}
}

/** What the line did: groups of measures, each with the tables that hold its figures. */
export function checkReach(check: Checker, value: unknown, known: Known): void {
	check.list('reach', value).forEach((each, index) => {
		const at = `reach[${index}]`;
		const group = check.object(at, each, ['heading', 'question', 'measures']);
		if (!group) return;
		check.text(`${at}.heading`, group.heading);
		check.text(`${at}.question`, group.question, false);
		check.list(`${at}.measures`, group.measures, true).forEach((measure, position) => {
			checkMeasure(check, `${at}.measures[${position}]`, measure, known);
		});
	});
}
