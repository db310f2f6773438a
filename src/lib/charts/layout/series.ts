import { categoryOf, measuresOf, valueLabel, valuesOf, type ChartContext } from '../context.ts';
import type { CubeRow } from '../../cube/types.ts';
import { fieldByRole, localized } from '../../package/labels.ts';
import type { Hue, Series, Shape } from './types.ts';

const DASHES = ['', '7 3', '2 3', '10 3 2 3', '4 2', '12 4'];
const SHAPES: Shape[] = ['circle', 'square', 'triangle', 'diamond', 'down', 'cross'];

const HUES: readonly Hue[] = [1, 2, 3, 4, 5, 6];

function hueAt(index: number): Hue {
	return HUES[index % 6] ?? 6;
}

/** Which series a row belongs to. */
export function seriesId(fields: string[], row: CubeRow): string {
	return fields.map((field) => String(row.key[field] ?? '')).join('|');
}

/**
 * The series of an answer in the order of the descriptor's lists. A series is named by the fewest
 * leading fields that tell it from the others; it takes the colour that its category declares, else the
 * next one free, and a dash and a marker of its own.
 */
export function seriesOf(context: ChartContext, fields: string[]): Series[] {
	const own = measureHue(context);
	if (!fields.length) {
		return [{ ...plain, id: '', label: localized(context.spec.title, context.locale), hue: own ?? 1 }];
	}
	const ranks = fields.map((field) => new Map(valuesOf(context, field).map((value, at) => [value, at])));
	const rows = new Map(context.answer.rows.map((row) => [seriesId(fields, row), row]));
	const order = (row: CubeRow) => fields.map((field, at) => ranks[at]?.get(row.key[field] ?? '') ?? 0);
	const sorted = [...rows].sort(([, a], [, b]) => compare(order(a), order(b)));
	const taken = new Set<number>();
	const basis = fieldByRole(context.resource, 'basis')?.name;
	const byBasis = fields.every((field) => field === basis);
	// A place has its colour whatever is counted there: two charts of the same places side by side agree.
	const place = fieldByRole(context.resource, 'place')?.name;
	const byPlace = rows.size > 1 && fields.every((field) => field === place);
	return sorted.map(([id, row], index) => {
		const categories = fields.map((field) => categoryOf(context, field, row.key[field] ?? ''));
		const grey = categories.some((each) => each?.kind === 'unknown' || each?.kind === 'total');
		// One colour a basis on every page: the first has the measure's, any other is grey, told by dash and shape.
		const other = byBasis && own !== 6 ? 6 : undefined;
		const named =
			categories.find((each) => each?.hue)?.hue ?? (taken.size ? other : byPlace ? undefined : own);
		const hue = grey ? 6 : named === undefined ? free(taken, index) : hueAt(named - 1);
		taken.add(hue);
		return {
			id,
			label: nameOf(
				context,
				fields,
				row,
				sorted.map(([, each]) => each)
			),
			hue,
			dash: DASHES[index % 6] ?? '',
			shape: SHAPES[index % 6] ?? 'circle',
			grey
		};
	});
}

const plain: Series = { id: '', label: '', hue: 1, dash: '', shape: 'circle', grey: false };

function free(taken: Set<number>, index: number): Hue {
	return HUES.find((hue) => !taken.has(hue)) ?? hueAt(index);
}

function compare(a: number[], b: number[]): number {
	const at = a.findIndex((value, index) => value !== b[index]);
	return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function nameOf(context: ChartContext, fields: string[], row: CubeRow, rows: CubeRow[]): string {
	for (let count = 1; count <= fields.length; count++) {
		const some = fields.slice(0, count);
		const id = seriesId(some, row);
		if (count === fields.length || rows.filter((each) => seriesId(some, each) === id).length === 1) {
			return some.map((field) => valueLabel(context, field, row.key[field])).join(', ');
		}
	}
	return '';
}

/** The colour of the one measure that the chart shows, if the descriptor gives it one. */
function measureHue(context: ChartContext): Hue | undefined {
	const measures = measuresOf(context, context.answer.rows);
	const field = fieldByRole(context.resource, 'measure')?.name;
	const hue = field && measures.length === 1 ? categoryOf(context, field, measures[0] ?? '')?.hue : undefined;
	return hue === undefined ? undefined : hueAt(hue - 1);
}
