import { compareVersions, isVersion } from '../version.ts';
import type { Checker } from './checker.ts';
import { checkDay } from './parts.ts';

/** The most earlier versions of which frozen embeds can be kept. */
const MOST_KEPT = 50;

/** A version of the package: it becomes part of addresses and of a folder's name. */
export function checkVersion(check: Checker, path: string, value: unknown): string | undefined {
	const version = check.string(path, value);
	if (version === undefined || isVersion(version)) return version;
	check.fault(path, version, 'a version is three numbers with points between', 'write it as 1.0.0');
	return undefined;
}

function checkCharts(check: Checker, path: string, value: unknown): void {
	const charts = check.list(path, value);
	charts.forEach((id, index) => check.string(`${path}[${index}]`, id));
	if (!Array.isArray(value) || charts.length > 0) return;
	const mend = 'name the charts, or leave this out to withdraw the whole version';
	check.fault(path, value, 'a list of withdrawn charts names at least one', mend);
}

function checkWithdrawal(check: Checker, path: string, value: unknown, current: string | undefined): void {
	const withdrawal = check.object(path, value, ['version', 'charts', 'date', 'reason']);
	if (!withdrawal) return;
	const version = checkVersion(check, `${path}.version`, withdrawal.version);
	if (version !== undefined && current !== undefined && compareVersions(version, current) > 0) {
		const mend = `name ${current} or an earlier one`;
		check.fault(`${path}.version`, version, 'this version is not published yet', mend);
	}
	checkCharts(check, `${path}.charts`, withdrawal.charts);
	checkDay(check, `${path}.date`, withdrawal.date, true);
	check.text(`${path}.reason`, withdrawal.reason);
}

/** How long frozen embeds are kept, and which of them are withdrawn. */
export function checkEmbeds(check: Checker, value: unknown, current: string | undefined): void {
	if (value === undefined) return;
	const embeds = check.object('embeds', value, ['keep', 'withdrawn']);
	if (!embeds) return;
	const { keep, withdrawn } = embeds;
	const isCount = typeof keep === 'number' && Number.isInteger(keep) && keep >= 0 && keep <= MOST_KEPT;
	if (keep !== undefined && !isCount) {
		const rule = `the number of earlier versions that are kept is whole, 0 to ${MOST_KEPT}`;
		check.fault('embeds.keep', keep, rule, 'write a number without quotes, such as 5');
	}
	check.list('embeds.withdrawn', withdrawn).forEach((each, index) => {
		checkWithdrawal(check, `embeds.withdrawn[${index}]`, each, current);
	});
}
