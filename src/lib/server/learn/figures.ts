import { chartContext, layoutChart } from '../../charts/index.ts';
import { deck } from '../../charts/words/deck.ts';
import { headline } from '../../charts/words/headline.ts';
import { localized } from '../../package/index.ts';
import { chartSpecs, chartView } from '../charts.ts';
import { loadPackage } from '../package.ts';

/** What the figures say to a myth, as the chart says it. */
export interface MythFigure {
	/** The chart's id. */
	chart: string;
	title: string;
	headline: string;
	deck: string;
	limits: string;
	/** Whether the whole, of which a figure is a part, is published. */
	hasWhole: boolean;
}

/** The figures that answer myths, by the ids of the myths; those whose chart the package does not have are left out. */
export async function mythFigures(): Promise<Record<string, MythFigure>> {
	const { package: pkg } = await loadPackage();
	const specs = await chartSpecs();
	const found: Record<string, MythFigure> = {};
	for (const [myth, figure] of Object.entries(pkg.learn?.figures ?? {})) {
		const { chart: id, filters } = typeof figure === 'string' ? { chart: figure } : figure;
		const spec = specs.find((each) => each.id === id);
		if (!spec) continue;
		const query = { ...spec.query, filters: { ...spec.query.filters, ...filters } };
		const view = await chartView({ ...spec, query });
		const context = chartContext(view);
		const layout = layoutChart(context);
		found[myth] = {
			chart: id,
			title: localized(spec.title),
			headline: headline(context, layout),
			deck: deck(context, layout),
			limits: localized(view.resource.limits ?? pkg.limits),
			hasWhole: view.answer.rows.some(({ total, denominator }) => total || denominator)
		};
	}
	return found;
}
