import type { ChartParts } from '../../charts/index.ts';
import type { ChartPart } from '../../charts/types.ts';
import type { EmbedOptions, Theme } from '../../outputs/embedOptions.ts';
import { DEFAULT_LOCALE } from '../../words/numbers.ts';

/** What a person sets in the panel before they take a code; the address of the page does not change with it. */
export class UseSettings {
	theme = $state<Theme>('auto');
	numbers = $state<string>(DEFAULT_LOCALE);
	untitled = $state(false);
	transparent = $state(false);
	frozen = $state(false);
	/** First and last period, `''` for all. */
	from = $state('');
	to = $state('');
	/** Codes of the series that are left out. */
	left = $state.raw<readonly string[]>([]);

	/** The part that is chosen of what the chart has; undefined for all of it. */
	part({ periods, series }: ChartParts): ChartPart | undefined {
		const kept = series.filter(({ code }) => !this.left.includes(code)).map(({ code }) => code);
		const part: ChartPart = {
			...(this.from && this.from !== periods[0] ? { from: this.from.slice(0, 4) } : {}),
			...(this.to && this.to !== periods.at(-1) ? { to: this.to.slice(0, 4) } : {}),
			...(kept.length && kept.length < series.length ? { series: kept } : {})
		};
		return Object.keys(part).length ? part : undefined;
	}

	/** The options of the embed, with the filters that the page has now. */
	options(parts: ChartParts, filters: Record<string, string>): EmbedOptions {
		const part = this.part(parts);
		return {
			...(this.theme === 'auto' ? {} : { theme: this.theme }),
			...(this.transparent ? { transparent: true } : {}),
			...(this.untitled ? { untitled: true } : {}),
			...(this.numbers === DEFAULT_LOCALE ? {} : { numbers: this.numbers }),
			...(part ? { part } : {}),
			...(Object.keys(filters).length ? { filters } : {})
		};
	}
}
