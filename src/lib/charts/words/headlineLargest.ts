import type { CubeRow } from '../../cube/types.ts';
import { fieldByName, totalCategory } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatNumber } from '../../words/numbers.ts';
import { categoryOf, timeField, valueLabel, valuesOf, type ChartContext } from '../context.ts';
import type { ChartLayout } from '../layout/types.ts';
import { figureWords, inWords, unitWords, valueWords } from './values.ts';

/** The largest plain part of the newest period, as part of what is published around it. */
export function largestHeadline(context: ChartContext, layout: ChartLayout): string {
	const { spec, answer, locale } = context;
	const time = timeField(context)?.name;
	const newest = time ? valuesOf(context, time).at(-1) : undefined;
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
	const others = Object.keys(top.key).filter(
		(field) => field !== time && !fields.includes(field) && valuesOf(context, field).length > 1
	);
	const name = [...fields, ...others]
		.map((field) => valueLabel(context, field, top.key[field]))
		.filter(Boolean)
		.join(', ');
	const where = populationWords(context);
	const sentence = partSentence(context, top, [...where, name].join(', '), period, plain.length > 1);
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
	const words = { name, value: figureWords(context, row), unit: unitWords(context, row), period };
	if (row.denominator) {
		const known = formatNumber(row.denominator, context.locale);
		return period
			? m.charts_headline_known({ ...words, known })
			: m.charts_headline_known_plain({ ...words, known });
	}
	if (row.total) {
		const total = formatNumber(row.total, context.locale);
		return period
			? m.charts_headline_share({ ...words, total })
			: m.charts_headline_share_plain({ ...words, total });
	}
	const full = { ...words, value: valueWords(context, row) };
	if (!several) return period ? m.charts_headline_single(full) : m.charts_headline_single_plain(full);
	return period ? m.charts_headline_largest(full) : m.charts_headline_largest_plain(full);
}
