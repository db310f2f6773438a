import { error } from '@sveltejs/kit';
import frame from '$embed/frame.js?raw';
import runtime from '$embed/runtime.js?url';
import { frozenEmbed, noticeOf, renderEmbed, renderEmbedMessage } from '$lib/server/embeds.ts';
import { frozenChart, frozenCharts } from '$lib/server/releases.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () =>
	(await frozenCharts()).map(({ version, id }) => ({ version: `v${version}`, id }));

async function page(version: string, id: string): Promise<string> {
	const frozen = await frozenChart(version, id);
	if (!frozen) error(404);
	const data = frozen.kind === 'chart' && (await frozenEmbed(frozen.release, id));
	return data
		? renderEmbed(data, '../../', { frame, runtime })
		: renderEmbedMessage(await noticeOf(frozen), frame, id);
}

export const GET: RequestHandler = async ({ params }) =>
	new Response(await page(params.version.slice(1), params.id), { headers: { 'content-type': 'text/html' } });
