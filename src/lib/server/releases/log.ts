import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Checker } from '../../package/descriptor/checker.ts';
import { checkVersion } from '../../package/descriptor/embeds.ts';
import { checkDay } from '../../package/descriptor/parts.ts';
import type { Difference, Level } from '../../package/compare/types.ts';
import { CHANGELOG, compareVersions } from '../../package/index.ts';
import { JsonFault, parseJson } from '../../package/json.ts';
import type { DataPackage, Fault, Text } from '../../package/types.ts';

/** What a release changed in a table. */
export interface LoggedTable {
	name: string;
	change: 'added' | 'removed' | 'changed';
	/** Rows: that are new, that are gone, that say something else, and figures that are withheld since. */
	added?: number;
	removed?: number;
	changed?: number;
	withheld?: number;
}

/** One release, as the log has it. */
export interface LoggedRelease {
	version: string;
	/** The day of its publication; absent where nobody has noted it. */
	date?: string;
	/** The day until which its figures were gathered. */
	asOf: string;
	/** How much it changes against the one before; absent in the first. */
	level?: Level;
	tables?: LoggedTable[];
	/** How many texts and settings of the descriptor changed. */
	texts?: number;
	/** What the publisher says of it; written by hand. */
	note?: Text;
}

/** What the log says of a release. */
export function loggedRelease(
	{ version, asOf }: DataPackage,
	date: string | undefined,
	difference?: Difference
): LoggedRelease {
	const entry: LoggedRelease = { version, ...(date ? { date } : {}), asOf };
	if (!difference?.level) return entry;
	const tables = difference.tables.map(({ name, kind, rows }): LoggedTable => {
		const count = (of: string) => rows.filter((row) => row.kind === of).length;
		const counts = {
			added: count('added'),
			removed: count('removed'),
			changed: count('changed'),
			withheld: rows.filter((row) => row.hidden).length
		};
		const some = Object.fromEntries(Object.entries(counts).filter(([, number]) => number > 0));
		return { name, change: kind, ...some };
	});
	return { ...entry, level: difference.level, tables, texts: difference.texts.length };
}

function checkEntry(check: Checker, at: string, value: unknown): void {
	const names = ['version', 'date', 'asOf', 'level', 'tables', 'texts', 'note'];
	const entry = check.object(at, value, names);
	if (!entry) return;
	checkVersion(check, `${at}.version`, entry.version);
	checkDay(check, `${at}.date`, entry.date, false);
	checkDay(check, `${at}.asOf`, entry.asOf, true);
	check.oneOf(`${at}.level`, entry.level, ['major', 'minor', 'patch']);
	check.text(`${at}.note`, entry.note, false);
	check.list(`${at}.tables`, entry.tables).forEach((each, index) => {
		const table = check.object(`${at}.tables[${index}]`, each, ['name', 'change']);
		if (!table) return;
		check.string(`${at}.tables[${index}].name`, table.name);
		check.oneOf(`${at}.tables[${index}].change`, table.change, ['added', 'removed', 'changed'], true);
	});
}

/** The log in a text, newest release first, or its faults. */
export function parseChangelog(text: string): { entries: LoggedRelease[]; faults: Fault[] } {
	try {
		const { value, lines } = parseJson(text);
		const check = new Checker(CHANGELOG, lines);
		const list = check.list('', value, true);
		list.forEach((entry, index) => checkEntry(check, `[${index}]`, entry));
		if (check.faults.length) return { entries: [], faults: check.faults };
		const entries = (list as LoggedRelease[]).toSorted((one, two) =>
			compareVersions(two.version, one.version)
		);
		return { entries, faults: [] };
	} catch (error) {
		if (!(error instanceof JsonFault)) throw error;
		const rule = `this is not JSON: ${error.message}`;
		return {
			entries: [],
			faults: [{ file: CHANGELOG, row: error.line, rule, mend: 'mend it at this line' }]
		};
	}
}

/** The log of a package folder, empty where it has none. */
export async function readChangelog(folder: string): Promise<{ entries: LoggedRelease[]; faults: Fault[] }> {
	try {
		return parseChangelog(await readFile(path.join(folder, CHANGELOG), 'utf8'));
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
			return { entries: [], faults: [] };
		throw error;
	}
}

/** Writes the log of a package folder, newest release first. */
export async function writeChangelog(folder: string, entries: LoggedRelease[]): Promise<void> {
	const sorted = entries.toSorted((one, two) => compareVersions(two.version, one.version));
	await writeFile(path.join(folder, CHANGELOG), `${JSON.stringify(sorted, null, '\t')}\n`);
}
