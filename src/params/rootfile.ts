import type { ParamMatcher } from '@sveltejs/kit';

/** A file at the address of the site itself; which of them there are depends on what the package says. */
export const match: ParamMatcher = (param) => param === 'CITATION.cff' || param === 'data.json';
