/** Programs that ask the same question of the published files. */
export interface CodeSnippets {
	r: string;
	python: string;
	/** For the DuckDB command line. */
	duckdb: string;
}
