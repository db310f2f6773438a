import { error } from '@sveltejs/kit';
import { embedDataScript, frozenEmbed } from '$lib/server/embeds.ts';
import { namedFrozen } from '$lib/server/namedChart.ts';
import { frozenCharts } from '$lib/server/releases/frozen.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = async () =>
	(await frozenCharts()).flatMap(({ version, id, kind }) =>
		kind === 'chart' ? [{ version: `v${version}`, id }] : []
	);

export const GET: RequestHandler = async ({ params }) => {
	const frozen = await namedFrozen(params);
	const data = frozen.kind === 'chart' && (await frozenEmbed(frozen.release, params.id));
	if (!data) error(404);
	return new Response(embedDataScript(data), { headers: { 'content-type': 'text/javascript' } });
};
