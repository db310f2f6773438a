import { readChangelog, type LoggedRelease, type LoggedTable } from './log.ts';
import { compareVersions, formatFault, localized } from '../../package/index.ts';
import type { DataPackage } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import { LANGUAGE } from '../../words/language.ts';
import { formatDay, formatNumber } from '../../words/numbers.ts';
import { loadPackage, packageFolder } from '../package.ts';
import { isCurrentKept, standingFiles } from './frozen.ts';

/** A version of the data, as readers see it. */
export interface DataVersion {
	version: string;
	/** `next`: what the site shows, not published yet; `gone`: its files are not given any more. */
	standing: 'newest' | 'next' | 'kept' | 'gone';
	/** The day of its publication, `''` where it is not known. */
	date: string;
	/** When it was published, and until when its figures were gathered, in words. */
	when: string;
	/** What it changed, a sentence each. */
	changes: string[];
	note: string;
}

const number = (count: number) => formatNumber(count, LANGUAGE);

function tableWords(pkg: DataPackage, { name, change, ...counts }: LoggedTable): string {
	const title = pkg.resources.find((each) => each.name === name)?.title ?? name;
	const table = localized(title);
	if (change === 'added') return m.releases_table_new({ table });
	if (change === 'removed') return m.releases_table_gone({ table });
	const { added, removed, changed, withheld } = counts;
	const parts = [
		added ? m.releases_rows_added({ count: number(added) }) : '',
		removed ? m.releases_rows_removed({ count: number(removed) }) : '',
		changed ? m.releases_rows_changed({ count: number(changed) }) : '',
		withheld ? m.releases_rows_withheld({ count: number(withheld) }) : ''
	].filter(Boolean);
	return parts.length ? m.releases_table_rows({ table, changes: parts.join(', ') }) : '';
}

/** What a release changed, a sentence each. */
function changesInWords(pkg: DataPackage, { tables = [], texts = 0 }: LoggedRelease): string[] {
	const sentences = tables.map((table) => tableWords(pkg, table));
	const columns = sentences.filter((sentence) => !sentence).length;
	return [
		...sentences.filter(Boolean),
		...(columns ? [m.releases_columns({ count: number(columns) })] : []),
		...(texts ? [m.releases_texts({ count: number(texts) })] : [])
	];
}

/** Every version of the data, newest first: what the site shows now, and what the log of releases has. */
export async function dataVersions(): Promise<DataVersion[]> {
	const { package: pkg } = await loadPackage();
	const { entries, faults } = await readChangelog(packageFolder());
	if (faults.length) throw new Error(faults.map(formatFault).join('\n'));
	const standing = await standingFiles();
	const given = new Set(standing.map(({ version }) => version));
	const isKept = await isCurrentKept();
	const known = new Map(entries.map((entry) => [entry.version, entry]));
	const unlogged = [pkg, ...standing].filter(({ version }) => !known.has(version));
	for (const { version, asOf } of unlogged) known.set(version, { version, asOf });
	const all = [...known.values()].sort((one, two) => compareVersions(two.version, one.version));
	return all
		.filter(({ version }) => compareVersions(version, pkg.version) <= 0)
		.map((entry, index): DataVersion => {
			const { version, date = '', asOf, level } = entry;
			const isCurrent = version === pkg.version;
			const words = { asOf: formatDay(asOf) };
			const isFirst = index === all.length - 1 && level === undefined;
			return {
				version,
				standing: isCurrent ? (isKept ? 'newest' : 'next') : given.has(version) ? 'kept' : 'gone',
				date,
				when: date ? m.releases_published({ date: formatDay(date), ...words }) : m.releases_undated(words),
				changes: isFirst ? [m.releases_first()] : changesInWords(pkg, entry),
				note: localized(entry.note ?? '', LANGUAGE)
			};
		});
}
