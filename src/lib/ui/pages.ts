import type { ChartPage } from '../charts/types.ts';
import { m } from '../words/index.ts';

/** Pages made of charts, in the order of the navigation. */
export const CHART_PAGES: readonly ChartPage[] = [
	'overview',
	'trends',
	'types',
	'people',
	'channels',
	'places',
	'reach',
	'world'
];

/** Pages with a route of their own; the others are a list of charts each. */
export const OWN_ROUTES: readonly ChartPage[] = ['overview', 'places', 'place', 'reach'];

/** Words of a page of charts. */
export interface PageWords {
	title: string;
	lead: string;
}

/** Title and first sentence of a page of charts. */
export function pageWords(page: ChartPage): PageWords {
	const words: Record<ChartPage, PageWords> = {
		overview: { title: m.pages_overview_title(), lead: m.pages_overview_lead() },
		trends: { title: m.pages_trends_title(), lead: m.pages_trends_lead() },
		types: { title: m.pages_types_title(), lead: m.pages_types_lead() },
		people: { title: m.pages_people_title(), lead: m.pages_people_lead() },
		channels: { title: m.pages_channels_title(), lead: m.pages_channels_lead() },
		places: { title: m.pages_places_title(), lead: m.pages_places_lead() },
		place: { title: m.pages_places_title(), lead: m.pages_places_lead() },
		reach: { title: m.pages_reach_title(), lead: m.pages_reach_lead() },
		world: { title: m.pages_world_title(), lead: m.pages_world_lead() }
	};
	return words[page];
}

/** The path of a page of charts, without the base. */
export function pagePath(page: ChartPage): string {
	if (page === 'overview') return '/';
	return page === 'place' ? '/places' : `/${page}`;
}
