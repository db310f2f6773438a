import type { ParamMatcher } from '@sveltejs/kit';

/** A part of an address that is a parameter only so that a package without places has no such pages. */
export const match: ParamMatcher = (param) => param === 'places';
