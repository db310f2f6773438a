import { placeKit } from '../kit.ts';
import type { Datum } from '../layout/types.ts';
import { isMap } from '../layout/isMap.ts';
import type { MarkKind } from '../types.ts';

/**
 * Where a key leads from a datum, or null if the key means nothing here. Keys along the axis stay in
 * the series; keys across go to the next series at the same place, or the nearest one that has a figure.
 */
export function step(data: Datum[], from: number | null, key: string, kind: MarkKind): number | null {
	if (!data.length) return null;
	if (key === 'Home') return 0;
	if (key === 'End') return data.length - 1;
	if (isMap(kind)) return placeKit().stepPlace(data, from, key, kind);
	const upright = kind === 'line' || kind === 'stacked-bar' || kind === 'funnel';
	const along: Record<string, number> = upright
		? { ArrowLeft: -1, ArrowRight: 1 }
		: { ArrowUp: -1, ArrowDown: 1 };
	const across: Record<string, number> = upright
		? { ArrowUp: 1, ArrowDown: -1 }
		: { ArrowLeft: -1, ArrowRight: 1 };
	const move = (keys: Record<string, number>) => (Object.hasOwn(keys, key) ? (keys[key] ?? 0) : 0);
	if (!move(along) && !move(across)) return null;
	const current = from === null ? undefined : data[from];
	if (from === null || !current) return 0;
	return move(along)
		? alongSeries(data, current, from, move(along))
		: acrossSeries(data, current, from, move(across));
}

function alongSeries(data: Datum[], current: Datum, from: number, by: number): number {
	const own = data
		.map((datum, index) => ({ datum, index }))
		.filter(({ datum }) => datum.series === current.series && datum.superseded === current.superseded)
		.sort((a, b) => a.datum.panel - b.datum.panel || a.datum.position - b.datum.position);
	const at = own.findIndex(({ index }) => index === from);
	return own[at + by]?.index ?? from;
}

function acrossSeries(data: Datum[], current: Datum, from: number, by: number): number {
	const others = data
		.map((datum, index) => ({ datum, index }))
		.filter(
			({ datum, index }) =>
				datum.panel === current.panel && datum.position === current.position && index !== from
		);
	const upright = (datum: Datum) => datum.box.y0 + datum.box.y1;
	const sideways = (datum: Datum) => datum.box.x1;
	const horizontal = others.every(({ datum }) => Math.abs(datum.box.y1 - current.box.y1) < 0.5);
	const order = (datum: Datum) => (horizontal ? sideways(datum) : -upright(datum));
	const ahead = others
		.map(({ datum, index }) => ({
			index,
			away: (order(datum) - order(current)) * by || (index - from) * by * 1e-6
		}))
		.filter(({ away }) => away > 0)
		.sort((a, b) => a.away - b.away);
	return ahead[0]?.index ?? from;
}
