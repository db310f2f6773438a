import { comparePackages, nextVersion, type Difference, type RowChange } from '../../src/lib/package/compare/index.ts';
import { readSide } from '../../src/lib/server/releases/publish.ts';

/** Rows and texts of each kind that are printed; the rest is counted. */
const MOST = 40;

const SIGN = { added: '+', removed: '-', changed: '~' };

const shown = (text: string | undefined) => (text === '' ? '(empty)' : (text ?? '(not told)')).slice(0, 200);

function rowLines({ kind, key, cells, hidden }: RowChange): string[] {
	const named = Object.entries(key)
		.map(([name, value]) => `${name}=${value}`)
		.join(' ');
	const changes = cells.map(({ field, before, after }) =>
		kind === 'added' ? `${field} ${shown(after)}` : `${field} ${shown(before)} → ${shown(after)}`
	);
	return [`  ${SIGN[kind]} ${named}${hidden ? ' (withheld now)' : ''}${changes.length ? `: ${changes.join('; ')}` : ''}`];
}

function cut(lines: string[]): string[] {
	return lines.length > MOST ? [...lines.slice(0, MOST), `  … and ${lines.length - MOST} more`] : lines;
}

/** What differs between two packages, in lines for people. */
export function diffLines({ tables, texts, level }: Difference, before: string): string[] {
	if (!level) return ['Nothing differs.'];
	const lines = tables.flatMap(({ name, kind, rows, count, before: earlier, columns }) => [
		`${name}: ${kind === 'changed' ? `${earlier} rows, now ${count}` : `table ${kind}`}`,
		...columns.map((text) => `  ! ${text}`),
		...cut(rows.flatMap(rowLines)),
		''
	]);
	const textLines = texts.map((text) => {
		const was = 'before' in text ? shown(text.before ?? '(none)') : shown(undefined);
		return `  ${text.path}: ${was} → ${shown(text.after ?? '(none)')}`;
	});
	return [
		...lines,
		...(texts.length ? [`Texts and settings: ${texts.length} changed`, ...cut(textLines), ''] : []),
		`This is a ${level} change: after version ${before} comes ${nextVersion(before, level)} at least.`
	];
}

/** Prints what differs between the packages in two folders; gives the exit code. */
export async function diff(before: string, after: string): Promise<number> {
	try {
		const [old, now] = [await readSide(before), await readSide(after)];
		console.log(`From ${before} (${old.package.version}) to ${after} (${now.package.version})\n`);
		console.log(diffLines(comparePackages(old, now), old.package.version).join('\n'));
		return 0;
	} catch (error) {
		console.log(error instanceof Error ? error.message : String(error));
		return 1;
	}
}
