import type { ParamMatcher } from '@sveltejs/kit';

/** The version of a release as it stands in an address: `v1.2.3`. */
export const match: ParamMatcher = (param) => /^v\d+\.\d+\.\d+$/.test(param);
