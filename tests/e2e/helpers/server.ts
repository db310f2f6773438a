import { serve } from '../../../scripts/serve.mjs';
import { TESTED } from './tested.ts';

/** Serves the built site on a free port for the whole run, and returns what stops it. */
export default async function startSite(): Promise<() => Promise<void>> {
	const site = await serve({ host: '127.0.0.1' });
	process.env.SITE_URL = `http://127.0.0.1:${site.port}${TESTED}`;
	return site.close;
}
