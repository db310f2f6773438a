import { paperPart, withPart } from '$lib/ui/islands/parts.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ data }) => withPart(paperPart, data, data.report.charts);
