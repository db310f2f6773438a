import {
	categoryOf,
	measuresOf,
	timeField,
	valueLabel,
	valuesOf,
	type ChartContext
} from '../../charts/context.ts';
import { comparesPlaces, newestRows, placeField } from '../../charts/places.ts';
import type { ChartLayout } from '../../charts/layout/types.ts';
import { largestPart, unknownField } from '../../charts/words/headlineLargest.ts';
import { latestFigures, MOST_NAMED } from '../../charts/words/headlineLatest.ts';
import { unitWords, valueWords } from '../../charts/words/values.ts';
import type { CubeRow } from '../../cube/types.ts';

/** The figures of a chart that a quote gives: those of its headline, or one of each thing that is counted. */
export interface QuotedFigures {
	/** At least one, each with a number. */
	rows: CubeRow[];
	/** The value of the time field that they share; undefined where time is no part of the question. */
	period: string | number | undefined;
	/** What may be said of a single item among its group. */
	claim: 'all' | 'known' | 'none';
	/** What is not known, and of how many in which population, in words; absent where that is not published. */
	unknown?: { what: string; value: string; among: string[] };
	/** Whether these are places side by side, of which none is singled out: only how they spread is told. */
	isSpread?: boolean;
	/** A later period whose figure is withheld. */
	hiddenAfter: string | number | undefined;
}

/** The figures to quote; undefined where the answer has no number. */
export function quotedFigures(context: ChartContext, layout: ChartLayout): QuotedFigures | undefined {
	if (!context.answer.rows.some((row) => row.value !== null)) return undefined;
	if (comparesPlaces(context)) return ofPlaces(context);
	const isTrend = layout.kind !== 'stacked-bar' && timeField(context)?.name === context.spec.x;
	return isTrend ? latest(context, layout) : largest(context, layout);
}

/** The places of the newest period by their names: each where they are few, else together. */
function ofPlaces(context: ChartContext): QuotedFigures {
	const field = placeField(context)?.name ?? '';
	const time = timeField(context)?.name;
	const nameOf = (row: CubeRow) => valueLabel(context, field, row.key[field]);
	const rows = newestRows(context)
		.filter((row) => row.value !== null)
		.sort((a, b) => nameOf(a).localeCompare(nameOf(b), context.locale));
	const asked = time === undefined ? undefined : context.answer.query.filters?.[time];
	const period = time && (rows[0]?.key[time] ?? (asked?.length === 1 ? asked[0] : undefined));
	return { rows, period, claim: 'none', isSpread: rows.length > MOST_NAMED, hiddenAfter: undefined };
}

function latest(context: ChartContext, layout: ChartLayout): QuotedFigures | undefined {
	const { x } = context.spec;
	const { newest } = latestFigures(context, layout);
	const [first] = newest;
	if (!first) return undefined;
	const period = first.row.key[x];
	const order = valuesOf(context, x);
	const later = order.slice(order.indexOf(period ?? '') + 1);
	const hiddenAfter = later.findLast((value) =>
		context.answer.rows.some((row) => row.key[x] === value && row.status === '[c]')
	);
	const rows = newest.slice(0, MOST_NAMED).map(({ row }) => row);
	return { rows, period, claim: 'none', hiddenAfter };
}

function largest(context: ChartContext, layout: ChartLayout): QuotedFigures | undefined {
	const part = largestPart(context, layout);
	if (!part) return onlyOthers(context);
	const { top, unknown, period, current } = part;
	const kinds = ofEachKind(context, current);
	if (kinds.length > 1) {
		return { rows: kinds, period, claim: 'none', hiddenAfter: undefined };
	}
	return {
		rows: [top],
		period,
		claim: part.claim,
		...(unknown?.value == null || top.denominator
			? {}
			: {
					unknown: {
						what: unknownField(context, unknown),
						value: valueWords(context, unknown),
						among: part.others.map((field) => valueLabel(context, field, unknown.key[field])).filter(Boolean)
					}
				}),
		hiddenAfter: undefined
	};
}

/** Of every thing that is counted the published total, or its only figure, where there are several such things. */
function ofEachKind(context: ChartContext, rows: CubeRow[]): CubeRow[] {
	const counted = new Map<string, CubeRow[]>();
	for (const row of rows.filter((each) => each.value !== null)) {
		const kind = `${unitWords(context, row)}|${measuresOf(context, [row]).join()}`;
		counted.set(kind, [...(counted.get(kind) ?? []), row]);
	}
	return [...counted.values()].slice(0, MOST_NAMED).flatMap((own) => {
		const total = own.find((row) => isTotal(context, row));
		return total ?? (own.length === 1 ? own : []);
	});
}

function isTotal(context: ChartContext, row: CubeRow): boolean {
	return Object.entries(row.key).some(
		([field, value]) => categoryOf(context, field, value)?.kind === 'total'
	);
}

/** A published total or unknown group where no plain part has a number. */
function onlyOthers(context: ChartContext): QuotedFigures | undefined {
	const row = context.answer.rows.findLast((each) => each.value !== null);
	const time = timeField(context)?.name;
	if (!row) return undefined;
	return {
		rows: [row],
		period: time && row.key[time],
		claim: 'none',
		hiddenAfter: undefined
	};
}
