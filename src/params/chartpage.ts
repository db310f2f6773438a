import type { ParamMatcher } from '@sveltejs/kit';
import { CHART_PAGES } from '$lib/ui/pages.ts';

export const match = ((value: string) =>
	value !== 'overview' && CHART_PAGES.some((page) => page === value)) satisfies ParamMatcher;
