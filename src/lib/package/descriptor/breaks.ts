import { isMoment } from '../dates.ts';
import type { Checker } from './checker.ts';
import { checkPlace, type Known } from './known.ts';

const BREAK_KINDS = [
	...['definition', 'scope', 'classification', 'operator'],
	...['outage', 'external', 'partial', 'vintage']
];

function checkMeasure(check: Checker, path: string, value: unknown, known: Known): void {
	if (known.measures.length > 0) check.oneOf(path, value, known.measures, true);
	else check.string(path, value);
}

function checkMoment(check: Checker, path: string, value: unknown, required: boolean): string | undefined {
	const moment = check.string(path, value, required);
	if (moment === undefined || isMoment(moment)) return moment;
	check.fault(path, moment, 'this is no year, month or day', 'write 2014, 2020-03 or 2025-09-01');
	return undefined;
}

/** Breaks of the package or of one table; gives their ids with their paths. */
export function checkBreaks(
	check: Checker,
	path: string,
	value: unknown,
	known: Known
): { path: string; value: string }[] {
	const ids: { path: string; value: string }[] = [];
	const keys = ['id', 'from', 'to', 'kind', 'affects', 'comparableAcross', 'label', 'text', 'source'];
	check.list(path, value).forEach((each, index) => {
		const at = `${path}[${index}]`;
		const entry = check.object(at, each, keys);
		if (!entry) return;
		const id = check.string(`${at}.id`, entry.id);
		if (id !== undefined) ids.push({ path: `${at}.id`, value: id });
		const from = checkMoment(check, `${at}.from`, entry.from, true);
		const to = checkMoment(check, `${at}.to`, entry.to, false);
		if (from !== undefined && to !== undefined && to.slice(0, from.length) < from.slice(0, to.length)) {
			check.fault(`${at}.to`, to, 'a break ends after it began', `use a moment after ${from}`);
		}
		check.oneOf(`${at}.kind`, entry.kind, BREAK_KINDS, true);
		check.boolean(`${at}.comparableAcross`, entry.comparableAcross, true);
		check.text(`${at}.label`, entry.label);
		check.text(`${at}.text`, entry.text);
		check.string(`${at}.source`, entry.source, false);
		const affects = check.object(`${at}.affects`, entry.affects, ['resources', 'measures']);
		check.list(`${at}.affects.resources`, affects?.resources).forEach((name, position) => {
			check.oneOf(`${at}.affects.resources[${position}]`, name, known.names, true);
		});
		check.list(`${at}.affects.measures`, affects?.measures).forEach((name, position) => {
			checkMeasure(check, `${at}.affects.measures[${position}]`, name, known);
		});
	});
	return ids;
}

/** The lines of the all-time panel. */
export function checkHeadline(check: Checker, value: unknown, known: Known): void {
	check.list('headline', value).forEach((each, index) => {
		const at = `headline[${index}]`;
		const line = check.object(at, each, ['measure', 'label', 'cumulative', 'yearly']);
		if (!line) return;
		checkMeasure(check, `${at}.measure`, line.measure, known);
		check.text(`${at}.label`, line.label);
		checkPlace(check, `${at}.cumulative`, line.cumulative, known);
		checkPlace(check, `${at}.yearly`, line.yearly, known);
		if (line.cumulative !== undefined || line.yearly !== undefined) return;
		check.fault(at, line.measure, 'a headline measure has figures', 'name cumulative or yearly figures');
	});
}
