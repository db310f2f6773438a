import type { CubeRow } from '../../cube/types.ts';
import { isOneYear } from '../../package/fiscal.ts';
import { fieldByName, fieldByRole, totalCategory } from '../../package/labels.ts';
import { m } from '../../words/index.ts';
import { formatNumber } from '../../words/numbers.ts';
import { categoryOf, measuresOf, timeField, valueLabel, valuesOf, type ChartContext } from '../context.ts';
import type { ChartLayout } from '../layout/types.ts';
import { titleWords } from './title.ts';
import { figureWords, inWords, lowerFirst, unitWords, valueWithLimits, valueWords } from './values.ts';

/** The largest plain part of the newest period, and what may be said about it. */
export interface LargestPart {
	top: CubeRow;
	/** The fields whose values are the parts, then those that tell populations apart. */
	fields: string[];
	others: string[];
	/** The value of the time field; undefined where all times are one. */
	period: string | number | undefined;
	/** The published unknown group of the same population. */
	unknown: CubeRow | undefined;
	/** Whether `top` is the largest of all parts, of the known ones, or whether nothing can be said. */
	claim: 'all' | 'known' | 'none';
	/** The figures of the newest period, totals and unknown ones among them. */
	current: CubeRow[];
}

/** Finds the largest plain part with a figure; undefined where there is none. */
export function largestPart(context: ChartContext, layout: ChartLayout): LargestPart | undefined {
	const { spec, answer } = context;
	const time = timeField(context)?.name;
	const isPeriod = (value: string | number) => !time || categoryOf(context, time, value)?.kind === undefined;
	const newest = time ? valuesOf(context, time).filter(isPeriod).at(-1) : undefined;
	const fields = layout.kind === 'stacked-bar' ? layout.fields : [spec.x];
	const kindOf = (row: CubeRow) =>
		fields
			.map((field) => categoryOf(context, field, row.key[field] ?? '')?.kind)
			.find((kind) => kind !== undefined);
	const current = answer.rows.filter((row) => !time || newest === undefined || row.key[time] === newest);
	const members = current.filter((row) => kindOf(row) === undefined);
	const plain = members.filter((row) => row.value !== null);
	const top = plain.sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
	if (!top) return undefined;
	const asked = time ? answer.query.filters?.[time] : undefined;
	const pinned = asked?.length === 1 ? asked[0] : undefined;
	const unit = fieldByRole(context.resource, 'unit')?.name;
	const others = Object.keys(top.key).filter(
		(field) =>
			field !== time && field !== unit && !fields.includes(field) && valuesOf(context, field).length > 1
	);
	const unknown = current.find(
		(row) => kindOf(row) === 'unknown' && others.every((field) => row.key[field] === top.key[field])
	);
	// Figures that count different things have no largest, and a withheld one may be larger.
	const counted = (row: CubeRow) => `${unit && row.key[unit]}|${measuresOf(context, [row]).join()}`;
	const comparable = new Set(plain.map(counted)).size === 1 && plain.length === members.length;
	const isWhole = context.view.part === undefined;
	const claim = plain.length < 2 || !comparable || !isWhole ? 'none' : unknown ? 'known' : 'all';
	const period = time ? (top.key[time] ?? pinned) : undefined;
	return { top, fields, others, period, unknown, claim, current };
}

/** The largest plain part of the newest period, with the unknown group first where that is larger. */
export function largestHeadline(context: ChartContext, layout: ChartLayout): string {
	const part = largestPart(context, layout);
	if (!part) return titleWords(context);
	const { top, fields, others, unknown, claim } = part;
	const time = timeField(context)?.name;
	const period = time ? valueLabel(context, time, part.period) : '';
	const words = (names: string[]) =>
		names.map((field) => valueLabel(context, field, top.key[field])).filter(Boolean);
	const where = populationWords(context);
	if (unknown?.value == null || unknown.value <= (top.value ?? 0) || top.denominator) {
		return partSentence(context, top, joined([...where, ...words([...fields, ...others])]), period, claim);
	}
	const known = { name: joined(words(fields)), value: figureWords(context, top) };
	const sentence = {
		what: unknownField(context, unknown),
		where: joined([...where, ...words(others)]),
		value: valueWords(context, unknown),
		when: whenWords(period),
		known: claim === 'none' ? m.charts_headline_series(known) : m.charts_headline_of_named(known)
	};
	return sentence.where
		? m.charts_headline_unknown_in({ ...sentence, what: lowerFirst(sentence.what) })
		: m.charts_headline_unknown(sentence);
}

/** What is not known of the people in a row for unknown ones: the title of the field that says so. */
export function unknownField(context: ChartContext, row: CubeRow): string {
	const name = Object.entries(row.key).find(
		([field, value]) => categoryOf(context, field, value)?.kind === 'unknown'
	)?.[0];
	const field = name === undefined ? undefined : fieldByName(context.resource, name);
	return inWords(context, field?.title ?? name ?? '');
}

/** Names after one another, the later ones as inside a sentence. */
function joined(names: string[]): string {
	return names.map((name, index) => (index ? lowerFirst(name) : name)).join(', ');
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
	claim: 'all' | 'known' | 'none'
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
	const full = { ...words, value: valueWithLimits(context, row, name) };
	if (claim === 'known') return m.charts_headline_largest_known(full);
	const published = isOneYear(period) ? m.charts_headline_for_year({ period }) : words.when;
	return claim === 'all'
		? m.charts_headline_largest({ ...full, when: published })
		: m.charts_headline_single(full);
}

/** A period after a figure: ` in 2021`, or `, January to June 2019`; `''` for none. */
export function whenWords(period: string): string {
	if (!period) return '';
	return isOneYear(period) ? m.charts_headline_in_year({ period }) : m.charts_headline_in_period({ period });
}
