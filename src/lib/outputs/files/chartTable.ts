import { chartContext, type ChartContext } from '../../charts/context.ts';
import type { ChartView } from '../../charts/types.ts';
import { titleWords } from '../../charts/words/title.ts';
import { unitWords } from '../../charts/words/values.ts';
import type { CubeAnswer, CubeRow } from '../../cube/types.ts';
import { fieldByName, fieldsByRole, labelOf } from '../../package/index.ts';
import type { Cell, Resource } from '../../package/types.ts';
import { m } from '../../words/index.ts';
import { fixedChoices, rowLabel } from '../choices.ts';
import { derivedCell, derivedColumns, isDerived } from '../derivedColumns.ts';
import { fileValue, RATE_COLUMNS, rateCells } from '../rateColumns.ts';
import { chartCaveats, supersededOf } from './chartCaveats.ts';
import { numberType } from './columns.ts';
import type { FileColumn, FileTable } from './types.ts';

interface Column {
	name: string;
	type: 'text' | 'whole' | 'number' | 'decimal';
	of: (row: CubeRow, from: CubeAnswer) => Cell;
}

const shareOf = (row: CubeRow) => (typeof row.share === 'number' ? Math.round(row.share * 1e4) / 1e4 : null);

/** How a superseded row stands, by the label of its `standing`. */
function standing({ supersededResource }: ChartView, row: CubeRow): string {
	const code = row.key['standing'];
	if (code === undefined || !supersededResource) return m.pages_file_superseded();
	return labelOf(supersededResource, 'standing', code);
}

function dimension(resource: Resource, name: string): Column {
	const type = fieldByName(resource, name)?.type;
	return {
		name,
		type: type === 'year' || type === 'integer' ? 'whole' : 'text',
		of: (row) => rowLabel(resource, name, row.key[name])
	};
}

function derivedFileColumns(context: ChartContext): Column[] {
	const texts: readonly string[] = ['figure_unit', 'reason'];
	return derivedColumns(context.answer).map((name) => ({
		name,
		type: texts.includes(name) ? 'text' : name.endsWith('_95') ? 'decimal' : 'number',
		of: (row) => derivedCell(context, row, name)
	}));
}

function rateColumns(context: ChartContext): Column[] {
	const texts: readonly string[] = ['residents_basis', 'residents_source'];
	return RATE_COLUMNS.map((name) => ({
		name,
		type: texts.includes(name) ? 'text' : name.startsWith('rate_') ? 'decimal' : 'number',
		of: (row) => rateCells(context, row)[name]
	}));
}

/** Unit and basis always have a column, so that a row says what it counts when it stands alone. */
function columnsOf(view: ChartView, answer: CubeAnswer): Column[] {
	const { resource } = view;
	const { query } = answer;
	const context = chartContext(view, answer);
	const constant = fixedChoices(resource, query).filter(
		({ role }) => role === 'measure' || role === 'basis' || (role === 'unit' && !query.rate)
	);
	const unitColumn = fieldsByRole(resource, 'unit')[0]?.name ?? 'unit';
	const used = (test: (row: CubeRow) => boolean) => answer.rows.some(test);
	const text = (name: string, of: Column['of']): Column => ({ name, type: 'text', of });
	return [
		...query.dimensions
			.filter((name) => !query.rate || name !== unitColumn)
			.map((name) => dimension(resource, name)),
		...constant.map(({ field, label }) => text(field, () => label)),
		...(query.rate ? [text(unitColumn, (row) => unitWords(context, row) || null)] : []),
		...(supersededOf(view, answer).length
			? [text('standing', (row, from) => (from === answer ? m.pages_file_in_use() : standing(view, row)))]
			: []),
		{ name: 'value', type: query.rate || isDerived(answer) ? 'decimal' : 'number', of: fileValue },
		text('status', (row) => row.status),
		...(query.rate ? rateColumns(context) : []),
		...(isDerived(answer) ? derivedFileColumns(context) : []),
		...(used((row) => row.share !== undefined)
			? [{ name: 'share', type: 'decimal', of: shareOf } satisfies Column]
			: []),
		...(used((row) => row.qualifier !== '') ? [text('qualifier', (row) => row.qualifier)] : []),
		...(used((row) => row.denominator !== null)
			? [{ name: 'known', type: 'number', of: (row) => row.denominator } satisfies Column]
			: []),
		text('sources', (row) => row.sources.join(' ')),
		text('confidence', (row) => row.confidence),
		text('notes', (row) => row.notes.join(' | '))
	];
}

/** The figures that a chart shows, with its caveats. */
export function tableOfChart(view: ChartView, answer: CubeAnswer): FileTable {
	const columns = columnsOf(view, answer);
	const rows = [answer, ...supersededOf(view, answer)].flatMap((from) =>
		from.rows.map((row) => columns.map(({ of }) => of(row, from)))
	);
	return {
		title: titleWords(chartContext(view, answer)),
		name: view.spec.id,
		caveats: chartCaveats(view, answer, fixedChoices(view.resource, answer.query)),
		columns: columns.map(({ name, type }, at): FileColumn => ({
			name,
			type: type === 'number' ? numberType(rows.map((row) => row[at] ?? null)) : type
		})),
		rows
	};
}
