import type { ChartParts } from '../../charts/index.ts';
import type { ChartPart } from '../../charts/types.ts';
import type { EmbedOptions, Theme } from '../../outputs/embedOptions.ts';
import { DEFAULT_LOCALE } from '../../words/numbers.ts';

/** The years of a chart's periods, each once. */
export function yearsOf({ periods }: ChartParts): string[] {
	return [...new Set(periods.map((period) => period.slice(0, 4)))];
}

/** What a person sets in the panel before they take a code; the address of the page does not change with it. */
export class UseSettings {
	theme = $state<Theme>('light');
	numbers = $state<string>(DEFAULT_LOCALE);
	untitled = $state(false);
	transparent = $state(false);
	frozen = $state(false);
	/** First and last year, `''` for all. */
	from = $state('');
	to = $state('');
	/** Codes of the series that are left out. */
	left = $state.raw<readonly string[]>([]);

	/** Codes of the series that are shown, of those that the chart has now. */
	kept({ series }: ChartParts): string[] {
		return series.map(({ code }) => code).filter((code) => !this.left.includes(code));
	}

	/** The part that is chosen of what the chart has now; undefined for all of it. */
	part(parts: ChartParts): ChartPart | undefined {
		const years = yearsOf(parts);
		const kept = this.kept(parts);
		const isChosen = (year: string, end: string | undefined) => year !== end && years.includes(year);
		const part: ChartPart = {
			...(isChosen(this.from, years[0]) ? { from: this.from } : {}),
			...(isChosen(this.to, years.at(-1)) ? { to: this.to } : {}),
			...(kept.length && kept.length < parts.series.length ? { series: kept } : {})
		};
		return Object.keys(part).length ? part : undefined;
	}

	/** The options of the embed, with the filters that the page has now. */
	options(parts: ChartParts, filters: Record<string, string>): EmbedOptions {
		const part = this.part(parts);
		return {
			...(this.theme === 'light' ? {} : { theme: this.theme }),
			...(this.transparent ? { transparent: true } : {}),
			...(this.untitled ? { untitled: true } : {}),
			...(this.numbers === DEFAULT_LOCALE ? {} : { numbers: this.numbers }),
			...(part ? { part } : {}),
			...(Object.keys(filters).length ? { filters } : {})
		};
	}
}
