import { json } from '@sveltejs/kit';
import { reportPlaceCharts } from '$lib/server/reportPlaces.ts';
import { currentRelease } from '$lib/server/releases/release.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = async () => json(await reportPlaceCharts(await currentRelease()));
