import { chartContext, headline, layoutChart } from '../charts/index.ts';
import type { ChartView } from '../charts/types.ts';

/** A sentence for each chart with shares of a published total: what it shows. */
export function spokenShares(views: ChartView[], locale: string): string[] {
	return views
		.filter(({ spec }) => spec.query.shareOf)
		.map((view) => {
			const context = chartContext(view, view.answer, locale);
			return `${headline(context, layoutChart(context))}.`;
		});
}
