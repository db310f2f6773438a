import { chartContext, chartParts, narrow, type ChartParts } from '../charts/index.ts';
import type { AnsweredBy, ChartPart, ChartView } from '../charts/types.ts';
import type { CubeAnswer } from '../cube/types.ts';
import { createMemoryEngine } from '../engine/memory.ts';
import type { EmbedFault, EmbedOptions } from '../outputs/embedOptions.ts';
import { expandTable } from '../ui/compact.ts';
import { ask } from '../ui/filters/ask.ts';
import { selectedQuery } from '../ui/filters/selection.ts';
import { m } from '../words/index.ts';
import type { EmbedData } from './types.ts';

/** A chart as an address asks for it. */
export interface Chosen {
	view: ChartView;
	answer: CubeAnswer;
	answeredBy: AnsweredBy;
	/** Choices that this chart does not have. */
	faults: EmbedFault[];
	/** Why the filters could not be answered, in words; the standard chart stands instead. */
	refused?: string;
}

/**
 * The figures that an address asks for, from the rows that the embed carries. What the chart does not
 * have is left out and named; a choice that would leave nothing gives the standard chart.
 */
export async function choose(data: EmbedData, options: EmbedOptions): Promise<Chosen> {
	const filtered = await filter(data, options.filters ?? {});
	const { part } = options;
	if (!part || filtered.refused !== undefined) return filtered;
	const context = chartContext(filtered.view, filtered.answer);
	const { kept, faults } = known(part, chartParts(context));
	if (!Object.keys(kept).length) return { ...filtered, faults: [...filtered.faults, ...faults] };
	const narrowed = narrow(context, kept);
	if (!narrowed.answer.rows.length) {
		const fault: EmbedFault = { name: 'years', value: yearsWords(kept), why: 'nothing-left' };
		return { ...filtered, faults: [...filtered.faults, ...faults, fault] };
	}
	return { ...narrowed, answeredBy: 'memory', faults: [...filtered.faults, ...faults] };
}

async function filter(data: EmbedData, wanted: Record<string, string>): Promise<Chosen> {
	const { view, filters, tables } = data;
	const standard: Chosen = { view, answer: view.answer, answeredBy: 'build', faults: [] };
	const selection: Record<string, string> = {};
	for (const [name, value] of Object.entries(wanted)) {
		const found = filters.find((each) => each.name === name);
		if (found?.options.some((option) => option.value === value)) selection[name] = value;
		else standard.faults.push({ name, value, why: found ? 'nothing-left' : 'unknown-option' });
	}
	const query = selectedQuery(view.spec, view.resource, selection);
	if (query === view.spec.query) return standard;
	const expanded = tables.map(expandTable);
	const memory = createMemoryEngine(
		expanded.map(({ resource }) => resource),
		Object.fromEntries(expanded.map((table) => [table.resource.name, table]))
	);
	const shown = await ask(query, memory, undefined);
	if (typeof shown === 'string') return { ...standard, refused: shown };
	if (!shown.answer.rows.length) return { ...standard, refused: m.charts_headline_empty() };
	return { ...standard, ...shown };
}

/** The part as far as the chart has it. */
function known(part: ChartPart, parts: ChartParts): { kept: ChartPart; faults: EmbedFault[] } {
	const { series, ...years } = part;
	const faults: EmbedFault[] = [];
	const hasYears = parts.periods.length > 1;
	if (Object.keys(years).length && !hasYears) {
		faults.push({ name: 'years', value: yearsWords(years), why: 'no-years' });
	}
	const codes = new Set(parts.series.map(({ code }) => code));
	for (const code of series ?? []) {
		if (!codes.has(code)) faults.push({ name: 'series', value: code, why: 'nothing-left' });
	}
	const found = (series ?? []).filter((code) => codes.has(code));
	return {
		kept: {
			...(hasYears ? years : {}),
			...(found.length && found.length < codes.size ? { series: found } : {})
		},
		faults
	};
}

function yearsWords({ from = '', to = '' }: ChartPart): string {
	return from === to ? from : `${from}-${to}`;
}
