import { reportData } from '$lib/server/report.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ report: await reportData() });
