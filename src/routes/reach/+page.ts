import { chartPart, withPart } from '$lib/ui/islands/parts.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ data }) => withPart(chartPart, data, data.charts.views);
