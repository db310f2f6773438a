import { chartContext, deck, headline, layoutChart } from '../charts/index.ts';
import type { ChartView } from '../charts/types.ts';
import { localized } from '../package/index.ts';

/** What a preview of a chart says where its address is pasted. */
export interface ChartPreview {
	/** Address of the site, with its path, without a slash at the end. */
	address: string;
	id: string;
	/** What the chart shows, without a number: a preview may stand beside anything. */
	title: string;
	siteTitle: string;
	/** What is counted, where and when, and what it cannot say. */
	description: string;
	/** The picture in words. */
	alt: string;
}

/** The words of a chart's preview; the limits stand in the description, for a picture can be left out. */
export function chartPreview(view: ChartView, address: string): ChartPreview {
	const context = chartContext(view);
	const layout = layoutChart(context);
	const limits = localized(view.resource.limits ?? view.package.limits);
	return {
		address,
		id: view.spec.id,
		title: localized(view.spec.title),
		siteTitle: localized(view.package.title),
		description: `${deck(context, layout)} ${limits}`,
		alt: `${headline(context, layout).replace(/[.!?]?$/, '.')} ${limits}`
	};
}
