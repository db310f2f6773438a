import frame from '$embed/frame.js?raw';
import runtime from '$embed/runtime.js?url';
import { frozenEmbed, noticeOf, renderEmbed, renderEmbedMessage } from '$lib/server/embeds.ts';
import { frozenEntries, namedFrozen } from '$lib/server/namedChart.ts';
import type { FrozenChart } from '$lib/server/releases/frozen.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = frozenEntries;

async function page(frozen: FrozenChart): Promise<string> {
	const data = frozen.kind === 'chart' && (await frozenEmbed(frozen.release, frozen.id));
	return data
		? renderEmbed(data, '../../', { frame, runtime })
		: renderEmbedMessage(await noticeOf(frozen), frame, frozen.id);
}

export const GET: RequestHandler = async ({ params }) =>
	new Response(await page(await namedFrozen(params)), { headers: { 'content-type': 'text/html' } });
