import { sqlPage } from '$lib/server/sqlPage.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ sql: await sqlPage() });
