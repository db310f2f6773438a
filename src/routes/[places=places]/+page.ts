import { withChartCode } from '$lib/ui/islands/chartCode.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ data }) => withChartCode(data, data.charts.views);
