import {
	contactOf,
	fieldsByRole,
	helpLinesToCheck,
	sourceTables,
	type DataPackage,
	type ReadPackage
} from '../../src/lib/package/index.ts';
import type { Archive } from '../../src/lib/server/releases/inspect.ts';
import { readData, report } from '../lib/readData.ts';
import { auditInWords } from './audit.ts';

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

function summary({ package: description, tables, helpLines }: ReadPackage): string {
	const all = Object.values(tables);
	const rows = all.reduce((sum, table) => sum + table.rows.length, 0);
	const years = all.flatMap(({ resource, rows }) => {
		const names = fieldsByRole(resource, 'time').map((field) => field.name);
		return rows.flatMap((row) => names.map((name) => String(row[name] ?? '').slice(0, 4)));
	});
	const span = years.filter((year) => /^\d{4}$/.test(year)).sort();
	const sources = sourceTables(tables).reduce((sum, { table }) => sum + table.rows.length, 0);
	const parts = [
		counted(all.length, 'table'),
		counted(rows, 'row'),
		span.length > 0 ? `years ${span[0]} to ${span.at(-1)}` : 'no years',
		counted(sources, 'source'),
		description?.charts?.length ? counted(description.charts.length, 'chart') : 'charts that follow from its columns',
		counted(helpLines.length, 'help line')
	];
	return `Sound: ${parts.join(', ')}.`;
}

/** Which earlier releases keep their frozen embeds, and which answer with a notice. */
function releasesInWords({ kept, gone }: Archive): string {
	const named = (versions: string[]) => (versions.length > 0 ? ` (${versions.join(', ')})` : '');
	const notices = gone.map(({ version }) => version);
	return [
		`Earlier releases that keep their frozen embeds: ${kept.length}${named(kept)}`,
		notices.length > 0 ? `; that answer with a notice: ${notices.length}${named(notices)}` : '',
		'.'
	].join('');
}

/** Warnings of charts that may still show or carry figures of a withdrawn one; a line for each of the latter. */
function siblingsInWords({ siblings }: Archive): string[] {
	const groups = new Map<string, string[]>();
	for (const { version, withdrawn, table, standing, whole } of siblings) {
		const key = `version ${version}: ${withdrawn} is withdrawn`;
		const named = `${standing} (${whole ? 'carries every row' : 'shows figures'} of ${table})`;
		groups.set(key, [...(groups.get(key) ?? []), named]);
	}
	return [...groups].map(
		([withdrawn, standing]) =>
			`WARNING: ${withdrawn}, but these charts of its table still stand: ${standing.join(', ')}. ` +
			'Where a figure itself must go, withdraw them too.'
	);
}

/** Warnings of help lines that somebody ought to call or look up again. */
function helpInWords({ helpLines }: ReadPackage): string[] {
	const today = new Date().toISOString().slice(0, 10);
	return helpLinesToCheck(helpLines, today).map((line) => `WARNING: help line ${line}`);
}

/** A warning where catalogues will not learn what they ask for. */
function catalogueInWords({ package: pkg }: ReadPackage): string[] {
	if (!pkg || contactOf(pkg)) return [];
	return [
		'WARNING: no entry of `contributors` has an e-mail address, so the site leaves out /data.json, the catalogue in ' +
			'DCAT-US form, which must name a contact. You may leave it so, or add one in datapackage.json.'
	];
}

/** Reads the package in a folder and prints what it holds, or its faults; gives it where it is sound. */
export async function soundPackage(
	directory: string,
	earlier?: Parameters<typeof auditInWords>[1]
): Promise<{ description: DataPackage; archive: Archive } | undefined> {
	console.log(`Checking ${directory}`);
	const { read, archive, faults } = await readData(directory);
	if (faults.length > 0 || !read?.package || !archive) {
		console.log(report(faults));
		return undefined;
	}
	const warnings = [...siblingsInWords(archive), ...helpInWords(read), ...catalogueInWords(read)];
	console.log([summary(read), releasesInWords(archive), ...warnings].join('\n'));
	if (!(await auditInWords(read, earlier))) return undefined;
	return { description: read.package, archive };
}
