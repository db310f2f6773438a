import { withPlaceKit } from '$lib/ui/placeKit.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ data }) => withPlaceKit(data, data.report.charts);
