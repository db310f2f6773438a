import { helpByCountry } from '$lib/server/helpLines.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => helpByCountry();
