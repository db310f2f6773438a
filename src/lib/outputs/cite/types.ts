/** What a reference is made of; texts are plain, not yet escaped for any format. */
export interface Citable {
	/** Part of the key of an entry: `cases-by-year`. */
	key: string;
	/** What is cited: a chart's title with its choices, or what a result shows. */
	subject: string;
	publisher: string;
	/** Of the data, or of the site. */
	title: string;
	version: string;
	/** The day until which the figures were gathered, `2026-08-31`. */
	asOf: string;
	/** Full address; it should pin the version where that can be. */
	address: string;
	/** A chart, or a result of SQL. Absent: a chart. */
	kind?: 'chart' | 'result';
	/** The numbers at the address never change. */
	frozen?: boolean;
}
