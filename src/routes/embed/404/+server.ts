import frame from '$embed/frame.js?raw';
import { localized } from '$lib/package/index.ts';
import { loadPackage } from '$lib/server/package.ts';
import { renderEmbedMessage } from '$lib/server/embeds.ts';
import { siteAddress } from '$lib/server/site.ts';
import { m } from '$lib/words/index.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Shown at any address below /embed that has no chart, so its link cannot be relative. */
export const GET: RequestHandler = async () => {
	const { notice } = (await loadPackage()).package;
	const message = {
		title: m.embed_missing_title(),
		text: m.embed_missing_text(),
		link: { address: `${siteAddress()}/charts`, text: m.embed_missing_link() },
		...(notice ? { notice: localized(notice) } : {})
	};
	return new Response(renderEmbedMessage(message, frame), { headers: { 'content-type': 'text/html' } });
};
