import type { ChartView } from '../charts/types.ts';
import type { CompactTable } from '../ui/compact.ts';
import type { PageFilter } from '../ui/filters/options.ts';

/** What an embedded chart says of itself besides the chart. */
export interface EmbedAbout {
	/** Name of the site that publishes it. */
	site: string;
	/** The chart's page, relative to the embed. */
	page: string;
	/** The page that tells how figures changed, relative to the embed; absent where the site has none. */
	revisions?: string;
	/** What the package says of all its figures, as that they are made up. */
	notice?: string;
	/** Whether its numbers stay as they are for good. */
	frozen: boolean;
	/** A newer version than the frozen one, with the address of the live chart. */
	newer?: { version: string; asOf: string; address: string };
}

/** What the script of an embed needs to draw the chart again. */
export interface EmbedData {
	view: ChartView;
	about: EmbedAbout;
	filters: PageFilter[];
	tables: CompactTable[];
}
