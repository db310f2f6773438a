import type { CubeAnswer, CubeRefusal, RateOf } from '../../../src/lib/cube/types.ts';
import type { EngineCase } from './cases.ts';

/** What a case expects, in the form that `observed` gives; plain data, for any test runner. */
export function wanted(expected: EngineCase): Record<string, unknown> {
	const { query, rows, shares, first, breaks, nonAdditive, withheld, refused, says } = expected;
	if (refused) return { query, refused, says: says ?? [] };
	const parts = { rows, shares: shares ?? 'none', first, breaks, nonAdditive, withheld };
	return { query, ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) };
}

const round = (value: number | null) => (value === null ? null : Math.round(value * 1e4) / 1e4);

/** A rate whose limits have four decimals, as oracles give them. */
const rounded = (rate: RateOf) => ({ ...rate, low: round(rate.low), high: round(rate.high) });

/** What an engine answered, as far as the case says something of it. */
export function observed(answer: CubeAnswer | CubeRefusal, expected: EngineCase): Record<string, unknown> {
	const { query } = answer;
	if (answer.refused) {
		const says = (expected.says ?? []).map((words) =>
			answer.reason.includes(words) ? words : answer.reason
		);
		return { query, refused: answer.code, says };
	}
	const shares = answer.rows.map((row) => [row.share, row.total]);
	const first = Object.entries(answer.rows[0] ?? {})
		.filter(([name]) => name in (expected.first ?? {}))
		.map(([name, value]): [string, unknown] => [name, name === 'rate' ? rounded(value as RateOf) : value]);
	const parts: Record<string, unknown> = {
		rows: answer.rows.map((row) => [...Object.values(row.key), row.value, row.status]),
		first: Object.fromEntries(first),
		breaks: answer.breaks.map((each) => each.id),
		nonAdditive: answer.nonAdditive.map((each) => each.dimension),
		withheld: answer.withheld
	};
	return {
		query,
		shares: answer.rows.some((row) => 'share' in row) ? shares : 'none',
		...Object.fromEntries(Object.entries(parts).filter(([name]) => name in expected))
	};
}
