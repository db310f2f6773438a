import { chartContext, type ChartContext } from '../charts/context.ts';
import { comparesPlaces } from '../charts/places.ts';
import type { ChartView } from '../charts/types.ts';
import { averageName } from '../charts/layout/average.ts';
import { periodWords } from '../charts/words/deck.ts';
import { overallRate } from '../charts/words/headlinePlaces.ts';
import { saysOwnDrivers } from '../charts/words/notesRates.ts';
import { residentsBasis } from '../charts/words/residents.ts';
import { isHidden, unitWords, valueWithLimits } from '../charts/words/values.ts';
import type { CubeAnswer, CubeRow } from '../cube/types.ts';
import { localized } from '../package/index.ts';
import type { Cell } from '../package/types.ts';
import { SMALL_COUNT } from '../stats/rate.ts';
import { formatRate } from '../words/numbers.ts';
import { m } from '../words/index.ts';

/**
 * Digits of rates and limits in files: more than their limits support, and fewer than would look exact. Count and
 * residents stand beside them in full, so that the rate can be computed anew.
 */
export const FILE_DIGITS = 4;

/** What a rate was computed from, as files name it; null where there is none, or where it is withheld. */
export interface RateCells {
	count: number | null;
	residents: number | null;
	/** The label of the basis, such as its vintage. */
	residents_basis: string | null;
	/** Ids of the sources of the population. */
	residents_source: string | null;
	rate_low_95: number | null;
	rate_high_95: number | null;
}

/** The names of the columns in their order. */
export const RATE_COLUMNS = [
	'count',
	'residents',
	'residents_basis',
	'residents_source',
	'rate_low_95',
	'rate_high_95'
] as const satisfies readonly (keyof RateCells)[];

/** A rate or a limit as it stands in files. */
export function inFile(value: number | null): number | null {
	return value === null ? null : Number(value.toPrecision(FILE_DIGITS));
}

/** The figure of a row as files have it: a rate rounded, a count in full, a marker where there is no number. */
export function fileValue(row: CubeRow): Cell {
	return (row.rate || row.derived ? inFile(row.value) : row.value) ?? row.status;
}

/** The cells beside a rate. */
export function rateCells(context: ChartContext, row: CubeRow): RateCells {
	const {
		count = null,
		population = null,
		basis = '',
		sources = [],
		low = null,
		high = null
	} = row.rate ?? {};
	const hidden = isHidden(row);
	const limits = row.value !== null && !hidden;
	return {
		count: hidden ? null : count,
		residents: population,
		residents_basis: population === null ? null : residentsBasis(context, basis) || null,
		residents_source: population === null ? null : sources.join(' ') || null,
		rate_low_95: limits ? inFile(low) : null,
		rate_high_95: limits ? inFile(high) : null
	};
}

/** Sources that an answer names, those of the residents among them. */
export function sourcesOfAnswer({ rows }: CubeAnswer): string[] {
	return rows.flatMap((row) => [...row.sources, ...(row.rate?.sources ?? [])]);
}

/** What the lines above the figures say of rates: how they are made, of whose residents, what the limits are. */
export function rateLines(view: ChartView, answer: CubeAnswer): string[] {
	if (!answer.query.rate) return [];
	const context = chartContext(view, answer);
	const { population } = view;
	const [example] = answer.rows;
	const overall = comparesPlaces(context) ? overallRate(context) : undefined;
	return [
		m.rates_file_definition({
			unit: example ? unitWords(context, example) : '',
			digits: FILE_DIGITS
		}),
		...(saysOwnDrivers(context) ? [] : [m.rates_note_drivers()]),
		...(population
			? [
					m.rates_file_population({
						title: localized(population.title),
						scope: localized(population.scope ?? ''),
						limits: localized(population.limits ?? '')
					})
				]
			: []),
		m.rates_file_limits({ sentence: m.rates_note_limits(), least: SMALL_COUNT }),
		...(overall && !context.averages.length
			? [
					m.rates_file_average({
						name: averageName(context),
						key: overall.period || periodWords(context),
						value: `${formatRate(overall.value)} ${overall.unit}`
					})
				]
			: []),
		...context.averages.map((row) =>
			m.rates_file_average({
				name: averageName(context),
				key: String(row.key[view.spec.x] ?? ''),
				value: valueWithLimits(context, row, '')
			})
		)
	];
}
