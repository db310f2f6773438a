import loader from '$embed/loader.js?raw';
import { LOADER_VERSION } from '$lib/embed/loaderVersion.ts';

export const prerender = true;

/** Addresses of earlier versions stay, so that no article loses its charts. */
export const entries = () =>
	Array.from({ length: Number(LOADER_VERSION) }, (_, index) => ({ version: String(index + 1) }));

/** The loader at an address that may be kept for a year; an earlier version's answers with the newest loader. */
export const GET = () => new Response(loader, { headers: { 'content-type': 'text/javascript' } });
