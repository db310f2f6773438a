import type { CubeRow } from '../../cube/types.ts';
import { fieldByName, fieldByRole, totalCategory } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatNumber } from '../../words/numbers.ts';
import { categoryOf, measuresOf, timeField, valueLabel, valuesOf, type ChartContext } from '../context.ts';
import type { ChartLayout } from '../layout/types.ts';
import { figureWords, inWords, unitWords, valueWords } from './values.ts';

/** The largest plain part of the newest period, as part of what is published around it. */
export function largestHeadline(context: ChartContext, layout: ChartLayout): string {
	const { spec, answer, locale } = context;
	const time = timeField(context)?.name;
	const isPeriod = (value: string | number) => !time || categoryOf(context, time, value)?.kind === undefined;
	const newest = time ? valuesOf(context, time).filter(isPeriod).at(-1) : undefined;
	const fields = layout.kind === 'stacked-bar' ? layout.fields : [spec.x];
	const kindOf = (row: CubeRow) =>
		fields
			.map((field) => categoryOf(context, field, row.key[field] ?? '')?.kind)
			.find((kind) => kind !== undefined);
	const current = answer.rows.filter((row) => !time || newest === undefined || row.key[time] === newest);
	const plain = current.filter((row) => row.value !== null && kindOf(row) === undefined);
	const top = plain.sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
	if (!top) return inWords(context, spec.title);
	const asked = time ? answer.query.filters?.[time] : undefined;
	const pinned = asked?.length === 1 ? asked[0] : undefined;
	const period = time ? valueLabel(context, time, top.key[time] ?? pinned) : '';
	const unit = fieldByRole(context.resource, 'unit')?.name;
	// Figures that count different things have no largest.
	const alike =
		new Set(plain.map((row) => `${unit && row.key[unit]}|${measuresOf(context, [row]).join()}`)).size === 1;
	const others = Object.keys(top.key).filter(
		(field) =>
			field !== time && field !== unit && !fields.includes(field) && valuesOf(context, field).length > 1
	);
	const name = [...fields, ...others]
		.map((field) => valueLabel(context, field, top.key[field]))
		.filter(Boolean)
		.join(', ');
	const where = populationWords(context);
	const sentence = partSentence(context, top, [...where, name].join(', '), period, plain.length > 1 && alike);
	const unknown = current.find((row) => kindOf(row) === 'unknown' && (row.value ?? 0) > (top.value ?? 0));
	if (unknown?.value == null) return sentence;
	return `${sentence}; ${m.charts_headline_unknown({ value: formatNumber(unknown.value, locale) })}`;
}

/** What the question is limited to, of the fields that also have a published total: a form, a place. */
function populationWords(context: ChartContext): string[] {
	return Object.entries(context.answer.query.filters ?? {}).flatMap(([name, values]) => {
		const field = fieldByName(context.resource, name);
		const value = values.length === 1 ? values[0] : undefined;
		if (!field || value === undefined || context.answer.query.dimensions.includes(name)) return [];
		const limits =
			field.role === 'place' || (field.role === 'category' && totalCategory(field) !== undefined);
		return limits && categoryOf(context, name, value)?.kind !== 'total'
			? [valueLabel(context, name, value)]
			: [];
	});
}

function partSentence(
	context: ChartContext,
	row: CubeRow,
	name: string,
	period: string,
	several: boolean
): string {
	const words = {
		name,
		value: figureWords(context, row),
		unit: unitWords(context, row),
		when: whenWords(period)
	};
	if (row.denominator) {
		return m.charts_headline_known({ ...words, known: formatNumber(row.denominator, context.locale) });
	}
	if (row.total) return m.charts_headline_share({ ...words, total: formatNumber(row.total, context.locale) });
	const full = { ...words, value: valueWords(context, row) };
	return several ? m.charts_headline_largest(full) : m.charts_headline_single(full);
}

/** A period after a figure: ` in 2021`, or `, January to June 2019`; `''` for none. */
export function whenWords(period: string): string {
	if (!period) return '';
	return /^\d{4}$/.test(period)
		? m.charts_headline_in_year({ period })
		: m.charts_headline_in_period({ period });
}
