import { explorePage } from '$lib/server/explore.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => explorePage();
