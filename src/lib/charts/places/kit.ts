import { hasFunnel, layFunnel } from '../layout/funnel.ts';
import { layMap, mapRefused } from '../layout/layMap.ts';
import { smallPanel } from '../layout/smallPanel.ts';
import { smallScales } from '../layout/smallScales.ts';
import MapKey from '../MapKey.svelte';
import MapPanel from '../MapPanel.svelte';
import MapSentences from '../MapSentences.svelte';
import { nearestPlace } from '../reading/nearestPlace.ts';
import { stepPlace } from '../reading/stepPlace.ts';
import { funnelNotes } from '../words/funnel.ts';
import { mapKeyWords, mapSentences } from '../words/mapWords.ts';

/** What only maps, funnel plots and grids of small panels need. */
export const PLACE_KIT = {
	layMap,
	mapRefused,
	layFunnel,
	hasFunnel,
	smallPanel,
	smallScales,
	nearestPlace,
	stepPlace,
	funnelNotes,
	mapKeyWords,
	mapSentences,
	MapKey,
	MapPanel,
	MapSentences
};
