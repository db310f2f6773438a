/** How a package treats small counts of its tables, as the page about methods tells it. */
export interface SmallCounts {
	/** Tables whose small counts are withheld, and those on which they are only reported, by what holds for them. */
	rules: {
		mode: 'protect' | 'inform';
		threshold: number;
		zeros: 'published' | 'withheld';
		tables: string[];
	}[];
	/** Why small counts are published, in the package's own words. */
	reasons: string[];
}
