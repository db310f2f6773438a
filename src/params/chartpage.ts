import type { ParamMatcher } from '@sveltejs/kit';
import { CHART_PAGES, OWN_ROUTES } from '$lib/ui/pages.ts';

export const match = ((value: string) =>
	CHART_PAGES.some((page) => page === value && !OWN_ROUTES.includes(page))) satisfies ParamMatcher;
