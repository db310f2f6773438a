import type { ParamMatcher } from '@sveltejs/kit';

/** A file of a version that is neither a table nor the descriptor. */
export const match: ParamMatcher = (param) =>
	param === 'SHA256SUMS.txt' ||
	param === 'changes.csv' ||
	(/^[\w-]+\.json$/.test(param) && param !== 'datapackage.json');
