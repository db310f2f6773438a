import { existsSync } from 'node:fs';
import { readChartSpecs } from '../src/lib/charts/catalog/readChartSpecs.ts';
import { folderFiles } from '../src/lib/package/folder.ts';
import {
	fieldsByRole,
	formatFault,
	lineOfPath,
	readPackage,
	sourceTables,
	type Fault,
	type ReadPackage
} from '../src/lib/package/index.ts';

const USAGE = `Usage: npm run data -- check [DIR]

  check   reads the data package in DIR (or in HOTLINE_DATA, or in data/) and prints every fault as
          file:row:column: value: rule, and how to mend it`;

/** Above this many lines of faults, a count of each rule follows them. */
const MANY = 200;

function summary({ package: description, tables }: ReadPackage): string {
	const all = Object.values(tables);
	const rows = all.reduce((sum, table) => sum + table.rows.length, 0);
	const years = all.flatMap(({ resource, rows }) => {
		const names = fieldsByRole(resource, 'time').map((field) => field.name);
		return rows.flatMap((row) => names.map((name) => String(row[name] ?? '').slice(0, 4)));
	});
	const span = years.filter((year) => /^\d{4}$/.test(year)).sort();
	const sources = sourceTables(tables).reduce((sum, { table }) => sum + table.rows.length, 0);
	const parts = [
		`${all.length} tables`,
		`${rows} rows`,
		span.length > 0 ? `years ${span[0]} to ${span.at(-1)}` : 'no years',
		`${sources} sources`,
		`${description?.charts?.length ?? 0} charts`
	];
	return `Sound: ${parts.join(', ')}.`;
}

/** The faults one a line, and where they are many a count of each rule. */
function report(faults: readonly Fault[]): string {
	const lines = faults.map(formatFault);
	if (faults.length > MANY) {
		const counts = new Map<string, number>();
		for (const { rule } of faults) counts.set(rule, (counts.get(rule) ?? 0) + 1);
		lines.push(
			'',
			...[...counts].sort((one, two) => two[1] - one[1]).map(([rule, count]) => `${count} x ${rule}`)
		);
	}
	lines.push('', `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`);
	return lines.join('\n');
}

/** Faults of the charts; each names its chart by id, and gets the line of that chart's part in the descriptor. */
function chartFaults({ package: description, lines }: ReadPackage): Fault[] {
	if (!description?.charts) return [];
	const ids = description.charts.map((chart, index) => {
		const id: unknown = (chart as { id?: unknown } | null)?.id;
		return typeof id === 'string' ? id : String(index);
	});
	return readChartSpecs(description).faults.map((fault) => {
		const named = /^charts\.([^.]*)(.*)$/s.exec(fault.column ?? '');
		const index = ids.indexOf(named?.[1] ?? '');
		const path = index < 0 ? 'charts' : `charts[${index}]${named?.[2] ?? ''}`;
		return { ...fault, row: lineOfPath(lines, path) };
	});
}

async function check(directory: string): Promise<number> {
	console.log(`Checking ${directory}`);
	if (!existsSync(directory)) {
		const mend = 'name a folder that has a datapackage.json';
		console.log(report([{ file: directory, rule: 'the folder is missing', mend }]));
		return 1;
	}
	const read = await readPackage(folderFiles(directory));
	const faults = [...read.faults, ...chartFaults(read)];
	console.log(faults.length === 0 ? summary(read) : report(faults));
	return faults.length === 0 ? 0 : 1;
}

const [command, directory, ...more] = process.argv.slice(2);
if (command === 'check' && more.length === 0) {
	process.exitCode = await check(directory ?? (process.env.HOTLINE_DATA || 'data'));
} else {
	console.error(USAGE);
	process.exitCode = 2;
}
