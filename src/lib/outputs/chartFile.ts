import { chartContext, type ChartContext } from '../charts/context.ts';
import type { ChartView } from '../charts/types.ts';
import { titleWords } from '../charts/words/title.ts';
import { unitWords } from '../charts/words/values.ts';
import type { CubeAnswer, CubeRow } from '../cube/types.ts';
import { localized } from '../package/index.ts';
import { fixedChoices, rowLabel } from './choices.ts';
import { derivedFileCells, derivedLines, isDerived } from './derivedColumns.ts';
import { citedSources, nonCumulative, notesOf, supersededOf } from './files/chartCaveats.ts';
import { tableOfChart } from './files/chartTable.ts';
import { fileCsv } from './files/fileCsv.ts';
import { inFile, rateCells, rateLines } from './rateColumns.ts';

/** A chart's figures as CSV with its caveats on top, safe to open in a spreadsheet. */
export function chartCsv(view: ChartView, answer: CubeAnswer): string {
	return fileCsv(tableOfChart(view, answer));
}

/** A rate with what it was computed from beside it, as the CSV has them. */
function rateRow(context: ChartContext, row: CubeRow) {
	const { rate: _, ...plain } = row;
	return { ...plain, value: inFile(row.value), unit: unitWords(context, row), ...rateCells(context, row) };
}

/** An index, a change or a share with what it was computed from beside it, as the CSV has them. */
function derivedRow(context: ChartContext, row: CubeRow) {
	const { derived, ...plain } = row;
	return { ...plain, value: inFile(row.value), kind: derived?.kind, ...derivedFileCells(context, row) };
}

/** A chart's figures, caveats and sources as JSON text; keys are codes, with their labels beside them. */
export function chartJson(view: ChartView, answer: CubeAnswer): string {
	const { spec, resource } = view;
	const context = chartContext(view, answer);
	const content = {
		id: spec.id,
		title: titleWords(context),
		counted: fixedChoices(resource, answer.query).map(({ field, value, title, label }) => ({
			field,
			value,
			title,
			label
		})),
		scope: localized(resource.scope ?? view.package.scope),
		limits: localized(resource.limits ?? view.package.limits),
		nonCumulative: nonCumulative(view, answer).map(({ dimension, reason }) => ({
			dimension,
			reason: localized(reason)
		})),
		breaks: answer.breaks.map(({ id, from, to, comparableAcross, text }) => ({
			id,
			from,
			to,
			comparableAcross,
			text: localized(text)
		})),
		notes: notesOf(spec),
		version: view.package.version,
		asOf: view.package.asOf,
		query: answer.query,
		...(answer.query.rate ? { rates: rateLines(view, answer) } : {}),
		...(isDerived(answer) ? { derived: derivedLines(context) } : {}),
		rows: answer.rows.map((row) => ({
			...(answer.query.rate ? rateRow(context, row) : isDerived(answer) ? derivedRow(context, row) : row),
			labels: Object.fromEntries(
				Object.entries(row.key).map(([name, value]) => [name, rowLabel(resource, name, value)])
			)
		})),
		...(view.superseded ? { superseded: supersededOf(view, answer).flatMap(({ rows }) => rows) } : {}),
		sources: citedSources(view, answer)
	};
	return `${JSON.stringify(content, null, '\t')}\n`;
}
