import { gallery } from '$lib/server/gallery.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ gallery: await gallery() });
