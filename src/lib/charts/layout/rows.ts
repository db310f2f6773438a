import type { CubeRow } from '../../cube/types.ts';
import { fieldByName } from '../../package/labels.ts';
import { categoryOf, valueLabel, valuesOf, type ChartContext } from '../context.ts';
import { seriesId } from './series.ts';
import type { Series } from './types.ts';

/** One line of a horizontal chart: a category with its rows, by series. */
export interface RowGroup {
	value: string | number;
	label: string;
	/** Unknown or a published total. */
	grey: boolean;
	/** Published as unknown. */
	unknown: boolean;
	/** Too large for the scale of the known rows: written, not drawn. */
	offScale: boolean;
	rows: (CubeRow | null)[];
}

/**
 * The lines of a horizontal chart in the order in which they are drawn: as the spec says, then those
 * without a figure by their names, then the published total and unknown. Places with rates keep their own order.
 * @returns all lines; the caller cuts them at `spec.limit`
 */
export function rowGroups(
	context: ChartContext,
	fields: string[],
	rows: CubeRow[],
	series: Series[]
): RowGroup[] {
	const { spec } = context;
	const isPlace = isPlaceOfRates(context);
	const byValue = spec.order === 'value' && !isPlace;
	const present = new Set(rows.map((row) => row.key[spec.x]));
	const groups = valuesOf(context, spec.x)
		.filter((value) => present.has(value))
		.map((value): RowGroup & { rank: number; size: number } => {
			const own = rows.filter((row) => row.key[spec.x] === value);
			const kind = categoryOf(context, spec.x, value)?.kind;
			const known = own.flatMap((row) => row.value ?? []);
			return {
				value,
				label: valueLabel(context, spec.x, value),
				grey: kind === 'unknown' || kind === 'total',
				unknown: kind === 'unknown',
				offScale: false,
				rows: series.map((each) => own.find((row) => seriesId(fields, row) === each.id) ?? null),
				rank: kind === 'unknown' ? 3 : kind === 'total' ? 2 : known.length || isPlace ? 0 : 1,
				size: Math.max(...known, 0)
			};
		});
	return groups
		.map((group, at) => ({ group, at }))
		.sort((a, b) => {
			if (a.group.rank !== b.group.rank) return a.group.rank - b.group.rank;
			if (a.group.rank === 1) return a.group.label < b.group.label ? -1 : 1;
			return (byValue ? b.group.size - a.group.size : 0) || a.at - b.at;
		})
		.map(({ group: { value, label, grey, unknown, offScale, rows: own } }) => {
			return { value, label, grey, unknown, offScale, rows: own };
		});
}

/** Whether the rows are places of a chart of rates, which are never ranked, not even by the counts behind them. */
export function isPlaceOfRates({ spec, resource, answer }: ChartContext): boolean {
	const rates = spec.query.rate === true || answer.query.rate === true;
	return rates && fieldByName(resource, spec.x)?.role === 'place';
}

/** The first rows up to `spec.limit`; unknown and total rows always stay. */
export function cutRows(groups: RowGroup[], limit: number | undefined): { shown: RowGroup[]; left: number } {
	const plain = groups.filter((group) => !group.grey);
	if (limit === undefined || plain.length <= limit) return { shown: groups, left: 0 };
	const kept = new Set(plain.slice(0, limit));
	return { shown: groups.filter((group) => group.grey || kept.has(group)), left: plain.length - limit };
}
