import { m } from '../../words/index.ts';
import { numberWords, signedPercent, whenWords } from './numbers.ts';
import type { Change, Obstacle } from './types.ts';

const OBSTACLES: Record<Obstacle, (words: { period: string }) => string> = {
	basis: m.reach_cell_basis,
	unit: m.reach_cell_unit,
	break: m.reach_cell_break,
	period: () => m.reach_cell_period(),
	table: m.reach_cell_table,
	qualifier: () => m.reach_cell_qualifier()
};

/** A change as it stands in a table: `+15% (+12% to +18%) since 2016`, or why there is no percentage. */
export function changeCell(change: Change, locale: string): string {
	const percent = (value: number) => signedPercent(value, locale);
	switch (change.kind) {
		case 'first':
			return m.reach_cell_first();
		case 'percent': {
			const { value, low, high, since } = change;
			return m.reach_cell_percent({
				change: percent(value),
				low: percent(low),
				high: percent(high),
				period: since.period
			});
		}
		case 'counts':
			return m.reach_cell_counts({
				earlier: numberWords(change.since, locale),
				when: whenWords(change.since.period)
			});
		case 'missing':
			return m.reach_cell_missing({ status: change.status, period: change.since.period });
		case 'obstacle':
			return OBSTACLES[change.obstacle]({ period: change.since.period });
	}
}
