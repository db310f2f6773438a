import type { ParamMatcher } from '@sveltejs/kit';

/** The page of revisions, which a package without a table of versions does not have. */
export const match: ParamMatcher = (param) => param === 'revisions';
