import type { Handle } from '@sveltejs/kit';
import { directionOf, LANGUAGE } from '$lib/words/language.ts';

/** Names the language of the page and the direction in which it is read. */
export const handle: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', LANGUAGE).replace('%dir%', directionOf(LANGUAGE))
	});
