import { topicLinks } from '$lib/server/learn/pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ topics: await topicLinks() });
