import { sqlName, uniqueName } from '../own/names.ts';
import { blocksOf } from './blocks.ts';
import { placeholdersOf, sortColumns, type SortedColumns } from './columns.ts';
import { withoutDecimals } from './decimals.ts';
import { figureGroups, type FigureGroup } from './figureGroups.ts';
import { readFigure, styleOf } from './figures.ts';
import { readGrid } from './grid.ts';
import { withGroupNames } from './groupNames.ts';
import { keyTexts } from './keyTexts.ts';
import { isTotal, titleOf, withoutPeriod } from './labels.ts';
import { rowsOf } from './leftOut.ts';
import { isPeriod } from './periods.ts';
import { arePersons } from './personal.ts';
import { LONGEST_TITLE, namedBlock, yearIn, type Named } from './title.ts';
import type { Block, Findings, FoundTable, Grid, LeftOut, StartFile } from './types.ts';

const SMALL = 11;

/** The column that holds periods beside groups, as a pivot table in compact form does: which group is of which period cannot be told. */
function mixedColumn(block: Block, keys: SortedColumns['keys']): Pick<FoundTable, 'mixed'> {
	const mixed = keys.find(({ index }) => {
		const cells = block.body.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '');
		const periods = cells.filter(isPeriod).length;
		return periods > 1 && periods < cells.length;
	});
	return mixed ? { mixed: mixed.name } : {};
}

/** What is in one table of a sheet, as far as some of its figure columns go. */
function lookAtFigures(
	{ file, delimiter }: Grid,
	block: Block,
	{ names, keys, out, personal }: SortedColumns,
	{ figures, sums }: FigureGroup,
	named: Named
): FoundTable {
	const cells = block.body.flatMap((row) => figures.map(({ index }) => row.cells[index] ?? ''));
	const { style, doubtful } = styleOf(cells);
	// Where commas part the cells, one within a number parts thousands.
	const isDoubtful = doubtful !== undefined && !(delimiter === ',' && style === 'point');
	const hasTime = keys.some(({ role }) => role === 'time') || figures.some(({ period }) => period);
	const year = hasTime ? undefined : (yearIn(named.title) ?? yearIn(file));
	const texts = [...keyTexts({ keys, block, figures, style }).values()];
	const numbers = cells.map((cell) => readFigure(cell, style));
	const counts = numbers.flatMap((figure) => (figure.kind === 'number' ? [Number(figure.number)] : []));
	const areOnes = counts.length > 0 && counts.every((count) => count <= 1);
	const findings = personal.map(({ finding }) => finding);
	const rows = block.body.map((row) =>
		JSON.stringify([row.section, ...keys.map(({ index }) => row.cells[index])])
	);
	return {
		...named,
		file,
		block,
		columns: names,
		keys,
		figures,
		...(sums ? { sums } : {}),
		hasSections: block.body.some(({ section }) => section !== undefined),
		style,
		...(isDoubtful ? { doubtful } : {}),
		placeholders: placeholdersOf(block, figures),
		...(hasTime ? {} : mixedColumn(block, keys)),
		...(year === undefined ? {} : { year }),
		personal,
		areRecords: figures.length === 0 || areOnes || arePersons(findings, counts, rows, SMALL),
		small: counts.filter((count) => count > 0 && count < SMALL).length,
		totals: texts.filter((row) => [...row.values()].some(isTotal)).length,
		filled: keys
			.filter(({ fills }) => fills)
			.reduce((sum, { index }) => sum + block.body.filter((row) => !row.cells[index]).length, 0),
		out
	};
}

/** Rows with a period of their own, whose totals do not repeat it: else each year's total were another group. */
function withPlainTotals(block: Block, keys: SortedColumns['keys']): Block {
	if (!keys.some(({ role }) => role === 'time')) return block;
	const labels = new Set(keys.filter(({ role }) => role !== 'time').map(({ index }) => index));
	const body = block.body.map((row) => ({
		...row,
		cells: row.cells.map((cell, index) => (labels.has(index) ? withoutPeriod(cell) : cell))
	}));
	return { ...block, body };
}

/** The tables of a block: one, or one for each total of which its figure columns are parts. */
function lookAtBlock(grid: Grid, read: Block, isOnly: boolean, newName: () => string): FoundTable[] {
	const sorted = withoutDecimals(read, sortColumns(read));
	const block = withPlainTotals(read, sorted.keys);
	const named = namedBlock(grid.file, block, newName(), isOnly);
	const whole = lookAtFigures(grid, block, sorted, { figures: sorted.figures }, named);
	const groups = figureGroups(block, sorted.keys, sorted.figures, whole.style);
	if (groups.length < 2) return [{ ...whole, ...groups[0] }];
	const tables: FoundTable[] = [];
	for (const [at, group] of groups.entries()) {
		const { sums } = group;
		const parts = group.figures.map(({ label }) => label).filter((label) => label !== sums?.total);
		const title = `${named.title}: ${[...new Set(parts)].join(', ')}`.slice(0, LONGEST_TITLE);
		const table = lookAtFigures(grid, block, sorted, group, {
			...named,
			title,
			...(at === 0 ? {} : { name: newName() })
		});
		const same = sums && tables.find((each) => each.sums?.total === sums.total);
		tables.push({
			...table,
			areRecords: whole.areRecords,
			...(at === 0 ? {} : { isFurther: true, personal: [], out: [] }),
			...(same ? { unitFrom: same.name } : {})
		});
	}
	return tables;
}

function lookAtGrid(grid: Grid, taken: Set<string>): { tables: FoundTable[]; leftOut: LeftOut[] } {
	const { blocks, rest } = blocksOf(grid.rows);
	const stem = sqlName(titleOf(grid.file)).replace(/^_/, 't_') || 'table';
	const newName = () => {
		const name = uniqueName(stem, taken);
		taken.add(name);
		return name;
	};
	const tables = blocks.flatMap((block) => lookAtBlock(grid, block, blocks.length === 1, newName));
	return { tables, leftOut: [...grid.broken, ...rowsOf(grid.file, rest, 'not-read')] };
}

/** Looks through the files of a hotline: their tables, and what is no part of any. */
export function lookAtFiles(files: readonly StartFile[]): Findings {
	const findings: Findings = { tables: [], grids: [], unread: [], leftOut: [] };
	const taken = new Set(['sources']);
	for (const file of files) {
		const read = readGrid(file);
		if ('unread' in read) {
			findings.unread.push({ file: file.name, why: read.unread });
			continue;
		}
		const { encoding, delimiter } = read.grid;
		const { tables, leftOut } = lookAtGrid(read.grid, taken);
		findings.grids.push({ file: file.name, encoding, delimiter });
		findings.tables.push(...tables);
		findings.leftOut.push(...leftOut);
		if (tables.length === 0) findings.unread.push({ file: file.name, why: 'no-table' });
	}
	return { ...findings, tables: withGroupNames(findings.tables) };
}
