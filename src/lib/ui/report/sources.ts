import { chartContext } from '../../charts/index.ts';
import { sourceShort } from '../../charts/words/rowWords.ts';
import type { ReportChart } from './charts.ts';
import type { HeadlineFigure } from './figures.ts';

/** Publisher and year as charts name a source, also where a figure sets a comma between them. */
const short = (label: string) => label.replace(/, (\d{4})$/, ' $1');

/** Every source of the figures and charts of a brief, short and once, with its letters: `A publisher 2019 (B)`. */
export function reportSources(figures: HeadlineFigure[], charts: ReportChart[]): string[] {
	const letters = new Map<string, Set<string>>();
	const cite = (label: string, letter: string) =>
		letters.set(label, (letters.get(label) ?? new Set()).add(letter));
	for (const { figure } of figures) {
		for (const { label } of figure.sources) cite(short(label), figure.confidence);
	}
	for (const { view, answer } of charts) {
		const context = chartContext(view, answer);
		for (const row of answer.rows) {
			for (const id of row.sources) cite(sourceShort(context, id), row.confidence);
			for (const id of row.rate?.sources ?? []) cite(sourceShort(context, id), '');
		}
	}
	return [...letters]
		.map(([label, found]) => {
			const known = [...found].filter(Boolean).sort();
			return known.length ? `${label} (${known.join(', ')})` : label;
		})
		.sort();
}
