import { answerInMemory, planQuery } from '../cube/index.ts';
import { chartContext, layoutChart } from '../charts/index.ts';
import { pressExamples } from '../outputs/press/examples.ts';
import type { Ask, PressExample } from '../outputs/press/types.ts';
import { quote } from '../outputs/quote.ts';
import { localized } from '../package/index.ts';
import { chartSpecs, chartView } from './charts.ts';
import { loadPackage } from './package.ts';

/** What the page for journalists computes from the package. */
export interface PressWords {
	/** The first chart of the overview with its quote; undefined where there is no chart. */
	sample: { id: string; title: string; quote: string } | undefined;
	examples: PressExample[];
}

/** A ready quote and the examples of what not to write, from whatever figures are there. */
export async function pressWords(): Promise<PressWords> {
	const { resources, tables } = await loadPackage();
	const views = await Promise.all((await chartSpecs()).map(chartView));
	const ask: Ask = (query) => {
		const plan = planQuery(query, resources);
		return plan.refused ? undefined : answerInMemory(plan, tables);
	};
	const first = views.find(({ spec }) => spec.pages.includes('overview')) ?? views[0];
	const context = first && chartContext(first);
	return {
		sample: context && {
			id: context.spec.id,
			title: localized(context.spec.title),
			quote: quote(context, layoutChart(context))
		},
		examples: pressExamples(views, ask)
	};
}
