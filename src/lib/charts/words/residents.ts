import type { CubeRow } from '../../cube/types.ts';
import { fieldByRole, labelOf } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { timeField, valueLabel, type ChartContext } from '../context.ts';

/** The year, or other period, for which a row counts residents; `''` where the table has no time. */
export function residentsPeriod(context: ChartContext, row: CubeRow): string {
	const time = timeField(context)?.name;
	if (time === undefined) return '';
	const asked = context.answer.query.filters?.[time];
	const value = row.key[time] ?? (asked?.length === 1 ? asked[0] : undefined);
	return valueLabel(context, time, value);
}

/** How residents were counted, by the label of their basis: `Estimate for July 1, vintage 2019`; `''` for none. */
export function residentsBasis({ view, locale }: ChartContext, basis: string): string {
	const field = view.population && fieldByRole(view.population, 'basis')?.name;
	return basis && view.population && field ? labelOf(view.population, field, basis, locale) : basis;
}

/** What the residents of a rate are: `Residents 2016: Estimate for July 1, vintage 2019`; `''` where there are none. */
export function residentsWords(context: ChartContext, row: CubeRow): string {
	if (!row.rate || row.rate.population === null) return '';
	const period = residentsPeriod(context, row);
	const basis = residentsBasis(context, row.rate.basis);
	if (!basis) return period && m.rates_residents_of({ period });
	return period ? m.rates_residents_in({ period, basis }) : m.rates_residents_by({ basis });
}
