import type { Checker, Json } from './checker.ts';
import { under } from './checker.ts';
import { offer } from '../fault.ts';
import type { Known } from './known.ts';

const ANCHOR = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const TEXT_FILE = /^[\w-]+(?:\/[\w.-]+)*\.md$/;

/** Anchors of the myths that the site tells, beside which a chart can stand. */
export const MYTHS: readonly string[] = [
	'strangers',
	'kidnapped',
	'sex-only',
	'foreigners',
	'border',
	'women-only',
	'unseen',
	'more-calls',
	'agreed'
];

/** Words and their meanings; each may name the measures and units that it explains. */
export function checkDefinitions(check: Checker, value: unknown): void {
	const ids: { path: string; value: string }[] = [];
	check.list('definitions', value).forEach((each, index) => {
		const at = `definitions[${index}]`;
		const definition = check.object(at, each, ['id', 'term', 'text', 'source', 'codes']);
		if (!definition) return;
		check.text(`${at}.term`, definition.term);
		check.text(`${at}.text`, definition.text);
		check.string(`${at}.source`, definition.source, false);
		const id = check.string(`${at}.id`, definition.id, false);
		if (id === undefined) return;
		if (ANCHOR.test(id)) ids.push({ path: `${at}.id`, value: id });
		else check.fault(`${at}.id`, id, 'this cannot be an anchor', 'use small letters, digits and hyphens');
	});
	check.unique(ids, 'the id of a definition stands twice');
}

/** The codes that definitions explain exist, and each is explained once. */
export function checkDefinedCodes(check: Checker, value: unknown, known: Known): void {
	const codes = check.list('definitions', value).flatMap((each, index) => {
		const at = `definitions[${index}].codes`;
		return check.list(at, (each as Json | null)?.codes).flatMap((code, position) => {
			const path = `${at}[${position}]`;
			return check.oneOf(path, code, known.measures, true) ? [{ path, value: code as string }] : [];
		});
	});
	check.unique(codes, 'two definitions explain one code');
}

/** What a package adds to the pages that explain the subject: its law, and the charts that answer myths. */
export function checkLearn(check: Checker, value: unknown, { charts, resources }: Json): void {
	if (value === undefined) return;
	const learn = check.object('learn', value, ['law', 'figures']);
	if (!learn) return;
	const files =
		typeof learn.law === 'object' && learn.law !== null ? Object.entries(learn.law) : [['', learn.law]];
	check.text('learn.law', learn.law, false);
	for (const [language, file] of files as [string, unknown][]) {
		if (typeof file !== 'string' || (TEXT_FILE.test(file) && !file.includes('..'))) continue;
		const path = language ? under('learn.law', language) : 'learn.law';
		check.fault(path, file, 'this is no text file of the package', 'write it as learn/law.en.md');
	}
	const figures = learn.figures === undefined ? {} : check.object('learn.figures', learn.figures, []);
	for (const [myth, figure] of Object.entries(figures ?? {})) {
		const path = under('learn.figures', myth);
		if (MYTHS.includes(myth)) checkFigure(check, path, figure, { charts, resources });
		else check.fault(path, myth, 'the site tells no myth of this name', offer(myth, MYTHS));
	}
}

const objectsOf = (value: unknown): Json[] =>
	Array.isArray(value) ? value.filter((each): each is Json => typeof each === 'object' && each !== null) : [];

/** A chart by its id, or `{ chart, filters }` with values that the chart's table has. */
function checkFigure(check: Checker, path: string, value: unknown, { charts, resources }: Json): void {
	const isPart = typeof value === 'object' && value !== null;
	const part = isPart ? check.object(path, value, ['chart', 'filters']) : undefined;
	const [at, id] = isPart ? [under(path, 'chart'), part?.chart] : [path, value];
	const ids = objectsOf(charts).flatMap((chart) => (typeof chart.id === 'string' ? [chart.id] : []));
	// Without a list of charts they are made from the roles of the columns, with ids not known here.
	if (charts === undefined) check.string(at, id);
	else check.oneOf(at, id, ids, true);
	if (!part) return;
	const table = (objectsOf(charts).find((chart) => chart.id === id)?.query as Json | undefined)?.table;
	const schema = objectsOf(resources).find(({ name }) => name === table)?.schema as Json | undefined;
	const fields = objectsOf(schema?.fields);
	const filters = check.object(under(path, 'filters'), part.filters, []);
	for (const [name, values] of Object.entries(filters ?? {})) {
		const inner = under(under(path, 'filters'), name);
		const field = fields.find((each) => each.name === name);
		if (schema && !field) {
			const names = fields.map((each) => String(each.name));
			check.fault(inner, name, 'the table of the chart has no such column', offer(name, names));
		}
		const categories = objectsOf(field?.categories).map((each) => String(each.value));
		check.list(inner, values, true).forEach((each, index) => {
			if (categories.length) check.oneOf(`${inner}[${index}]`, each, categories, true);
		});
	}
}
