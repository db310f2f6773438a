import type { Table } from '../types.ts';
import { columnReasons } from './columns.ts';
import { compareRows } from './rows.ts';
import { hidesFigures } from './silence.ts';
import { compareTexts } from './texts.ts';
import type { Difference, Level, Reason, Side, TableChange } from './types.ts';

export { changesCsv } from './changesCsv.ts';
export { nextVersion, versionLevel } from './nextVersion.ts';
export type * from './types.ts';

const ORDER: readonly Level[] = ['patch', 'minor', 'major'];

function rowReasons({ name, rows }: TableChange): Reason[] {
	const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
	const hidden = rows.filter((row) => row.hidden).length;
	const inWords = (number: number) => (number === 1 ? '1 row' : `${number} rows`);
	const reasons: Reason[] = [];
	if (hidden) {
		const text = `${name}: ${hidden === 1 ? '1 figure is' : `${hidden} figures are`} withheld that stood there`;
		reasons.push({ level: 'major', text });
	}
	if (count('added')) reasons.push({ level: 'minor', text: `${name}: ${inWords(count('added'))} added` });
	if (count('removed'))
		reasons.push({ level: 'minor', text: `${name}: ${inWords(count('removed'))} removed` });
	if (count('changed'))
		reasons.push({ level: 'patch', text: `${name}: ${inWords(count('changed'))} changed` });
	return reasons;
}

function tableChange(name: string, before: Table | undefined, after: Table | undefined, isSilent: boolean) {
	const change: TableChange & { reasons: Reason[] } = {
		name,
		kind: before && after ? 'changed' : after ? 'added' : 'removed',
		rows: [],
		count: after?.rows.length ?? 0,
		before: before?.rows.length ?? 0,
		columns: [],
		reasons: []
	};
	if (!before) change.reasons.push({ level: 'minor', text: `${name}: the table is new` });
	if (!after) change.reasons.push({ level: 'major', text: `${name}: the table is gone` });
	if (!before || !after) return change;
	const reasons = columnReasons(before.resource, after.resource);
	const there = new Set(before.resource.schema.fields.map((field) => field.name));
	const isComparable = (after.resource.schema.primaryKey ?? []).every((field) => there.has(field));
	if (isComparable) change.rows = compareRows(before, after, isSilent);
	change.columns = reasons.map(({ text }) => text.slice(name.length).replace(/^[:.]\s*/, ''));
	change.reasons = [...reasons, ...rowReasons(change)];
	return change;
}

/**
 * Compares two sound packages table by table and text by text. Where any figure that was published is withheld now, no
 * earlier value is told at all; elsewhere `silenceOf` decides.
 * @param before the earlier one
 */
export function comparePackages(before: Side, after: Side): Difference {
	const names = [...new Set([...Object.keys(after.tables), ...Object.keys(before.tables)])];
	const isSilent = names.some((name) => {
		const [old, now] = [before.tables[name], after.tables[name]];
		return old && now ? hidesFigures(old, now) : false;
	});
	const tables = names.map((name) => tableChange(name, before.tables[name], after.tables[name], isSilent));
	const texts = compareTexts(before.package, after.package);
	const reasons = tables.flatMap((table) => table.reasons);
	if (texts.length) reasons.push({ level: 'patch', text: `texts and settings: ${texts.length} changed` });
	const level = ORDER.findLast((each) => reasons.some((reason) => reason.level === each));
	return {
		tables: tables
			.filter((table) => table.reasons.length)
			.map(({ name, kind, rows, count, before: earlier, columns }) => ({
				name,
				kind,
				rows,
				count,
				before: earlier,
				columns
			})),
		texts: isSilent ? texts.map(({ path, after: now }) => ({ path, after: now })) : texts,
		reasons,
		...(level ? { level } : {})
	};
}
