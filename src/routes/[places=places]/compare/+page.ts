import { shownChartPart, withPart } from '$lib/ui/islands/parts.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ data }) => withPart(shownChartPart, data, data.views);
