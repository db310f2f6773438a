import type { CubeAnswer, CubeRow, DerivedGap, DerivedOf } from '../../cube/types.ts';
import { fiscalName, fiscalStart, monthsBefore } from '../../package/fiscal.ts';
import type { Break } from '../../package/types.ts';
import { LEAST_BASE, indexTo, yearOnYear } from '../../stats/index.ts';
import { spanOf } from '../../stats/periods.ts';
import { momentsOf, type SeriesPoint } from '../../stats/series.ts';

/** What is shown in place of counts: an index on a period, the change from the year before, the share of a total. */
export type Derivation = { kind: 'index'; base: string } | { kind: 'change' } | { kind: 'share' };

/** A figure in place of a count. */
type Placed = Pick<CubeRow, 'value' | 'status'> & Partial<Omit<DerivedOf, 'kind' | 'count'>>;

/** Whether a figure is a number by itself, and not "more than" one or rounded. */
function isExact({ qualifier }: CubeRow): boolean {
	return qualifier === '' || qualifier === 'exact';
}

/** Whether a period is counted in full: no break of the kind `partial` begins or ends within it. */
function isFull(period: string, breaks: readonly Break[]): boolean {
	const span = spanOf(period);
	return !breaks
		.filter(({ kind }) => kind === 'partial')
		.flatMap(momentsOf)
		.some((moment) => span.start < moment && moment < span.end);
}

function pointsOf(rows: readonly CubeRow[], time: string, breaks: readonly Break[]): SeriesPoint[] {
	return rows.map((row) => {
		const period = String(row.key[time]);
		const isKnown = row.value === null || isExact(row);
		return {
			period,
			full: isFull(period, breaks),
			value: isKnown ? row.value : null,
			status: isKnown ? row.status : '[x]'
		};
	});
}

/** Why a row cannot be part of a computation by itself. */
function ownGap(row: CubeRow): DerivedGap | '' {
	if (row.value === null) return 'missing';
	return isExact(row) ? '' : 'inexact';
}

function indexed(rows: readonly CubeRow[], time: string, base: string, breaks: readonly Break[]): Placed[] {
	const points = pointsOf(rows, time, breaks);
	const from = points.find(({ period }) => period === base);
	const figures = new Map(indexTo(points, base, breaks).map((figure) => [figure.period, figure]));
	const isBase = from !== undefined && figures.get(base)?.value != null && (from.value ?? 0) >= LEAST_BASE;
	return rows.map((row) => {
		const { value = null, status = '[x]' as const } = figures.get(String(row.key[time])) ?? {};
		const gap = value === null ? ownGap(row) || (isBase ? 'break' : 'base') : '';
		return { value, status, against: isBase ? from.value : null, period: base, gap };
	});
}

function changed(rows: readonly CubeRow[], time: string, breaks: readonly Break[]): Placed[] {
	const points = pointsOf(rows, time, breaks);
	const changes = new Map(yearOnYear(points, breaks).map(({ period, change }) => [period, change]));
	return rows.map((row): Placed => {
		const period = String(row.key[time]);
		const change = changes.get(period);
		const before = yearBefore(period);
		const against = points.find((point) => point.period === before)?.value ?? null;
		const known = { against, period: before };
		if (change?.kind === 'percent') {
			const { value, status, low, high } = change;
			return { ...known, value, status, low, high };
		}
		if (change?.kind === 'counts') {
			const gap = change.reason === 'small' ? 'small' : 'zero';
			return { ...known, value: null, status: '[x]', gap };
		}
		const status = change?.status ?? '[x]';
		const gap = ownGap(row) || (status === '[b]' ? 'break' : 'before');
		return { ...known, value: null, status, gap };
	});
}

/** The same year or month a year earlier. */
function yearBefore(period: string): string {
	const fiscal = fiscalStart(period);
	if (fiscal !== undefined) return fiscalName(fiscal - 1);
	return `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;
}

function shared(rows: readonly CubeRow[]): Placed[] {
	return rows.map((row): Placed => {
		const { share = null, total = null } = row;
		const isKnown = share !== null && isExact(row);
		if (isKnown) return { value: share * 100, status: row.status, against: total, gap: '' };
		const gap = ownGap(row) || 'before';
		return { value: null, status: row.status === '[c]' ? '[c]' : '[x]', against: total, gap };
	});
}

/** A break as far before the start of a calendar year as it is before that of a fiscal one. */
function onFiscalAxis(entry: Break, months: number): Break {
	if (!months) return entry;
	const from = monthsBefore(entry.from, months);
	return { ...entry, from, ...(entry.to === undefined ? {} : { to: monthsBefore(entry.to, months) }) };
}

/** The rows of each series in one list, whatever their time. */
function seriesOf(rows: readonly CubeRow[], time: string): CubeRow[][] {
	const series = new Map<string, CubeRow[]>();
	for (const row of rows) {
		const id = JSON.stringify(Object.entries(row.key).filter(([field]) => field !== time));
		series.set(id, [...(series.get(id) ?? []), row]);
	}
	return [...series.values()];
}

/**
 * An answer whose counts are replaced by what follows from them, each row with its count beside it. Where the rules of
 * `indexTo` and `yearOnYear` allow no number there is none, and the row says why. A share is that of the cube.
 * @param answer of counts; for shares asked with `shareOf`
 * @param time the field along which a series runs; years or months
 * @param yearStarts the month in which its fiscal years begin
 */
export function deriveAnswer(
	answer: CubeAnswer,
	time: string,
	derivation: Derivation,
	yearStarts = 1
): CubeAnswer {
	const { kind } = derivation;
	const breaks = answer.breaks.map((entry) => onFiscalAxis(entry, yearStarts - 1));
	const placed = new Map<CubeRow, Placed | undefined>();
	for (const rows of seriesOf(answer.rows, time)) {
		const figures =
			kind === 'share'
				? shared(rows)
				: kind === 'change'
					? changed(rows, time, breaks)
					: indexed(rows, time, derivation.base, breaks);
		rows.forEach((row, index) => placed.set(row, figures[index]));
	}
	return {
		...answer,
		rows: answer.rows.map((row) => {
			const figure: Placed = placed.get(row) ?? { value: null, status: '[x]' };
			const { value, status, against = null, period = '', low = null, high = null, gap = '' } = figure;
			const { share: _, total: __, ...plain } = row;
			const hidden = row.status === '[c]';
			const derived: DerivedOf = {
				kind,
				count: hidden ? null : row.value,
				against: hidden ? null : against,
				period,
				low,
				high,
				gap
			};
			return { ...plain, denominator: null, value, status, derived };
		})
	};
}
