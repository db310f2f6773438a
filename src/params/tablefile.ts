import type { ParamMatcher } from '@sveltejs/kit';

/** A file of a table besides its CSV: `calls.parquet`, `calls.csv-metadata.json`. */
export const match: ParamMatcher = (param) => /^[a-z][a-z0-9_-]*\.(parquet|csv-metadata\.json)$/.test(param);
