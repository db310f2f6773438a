import { figureWords, unitWords } from '../../charts/words/values.ts';
import { formatList } from '../../words/numbers.ts';
import { m } from '../../words/index.ts';
import { quotedFigures } from '../quote/figures.ts';
import { chartName, drawn, quoteOf } from './parts.ts';
import type { ExampleFinder } from './types.ts';

/** The figure of one thing that is counted, given the name of another that stands beside it. */
export const unitsExample: ExampleFinder = (view) => {
	const { context, layout } = drawn(view);
	const rows = quotedFigures(context, layout)?.rows ?? [];
	const units = [...new Set(rows.map((row) => unitWords(context, row)))].filter(Boolean);
	const [largest] = [...rows].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
	const other = units.findLast((unit) => largest && unit !== unitWords(context, largest));
	if (!largest || !other) return undefined;
	const words = {
		figure: figureWords(context, largest),
		unit: unitWords(context, largest),
		other,
		units: formatList(units, context.locale)
	};
	return {
		kind: 'units',
		wrong: capital(m.press_wrong_units(words)),
		why: m.press_why_units(words),
		right: quoteOf(view),
		chart: chartName(view)
	};
};

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
