import { hydrate, type ComponentProps } from 'svelte';
import { setPlaceKit } from '../charts/kit.ts';
import { PLACE_KIT } from '../charts/places/kit.ts';
import { readEmbedOptions } from '../outputs/embedOptions.ts';
import { m } from '../words/index.ts';
import { DEFAULT_LOCALE } from '../words/numbers.ts';
import { choose } from './choose.ts';
import Embed from './Embed.svelte';
import { faultWords } from './faultWords.ts';
import { notice } from './notice.ts';
import type { EmbedData } from './types.ts';

/*
 * The script that makes an embedded chart answer: to a pointer, to arrow keys, to options of its address
 * that change the figures. It is only fetched when one of them is asked for.
 */

declare global {
	interface Window {
		/** Left by the data script of the chart. */
		hotlineChart?: EmbedData;
	}
}

type Shown = Required<Omit<ComponentProps<typeof Embed>, 'about'>>;

async function start(data: EmbedData): Promise<void> {
	const target = document.querySelector('#embed');
	if (!target) return;
	const { options } = readEmbedOptions(location.search);
	const standard: Shown = {
		view: data.view,
		answer: data.view.answer,
		answeredBy: 'build',
		locale: DEFAULT_LOCALE
	};
	let shown = $state.raw(standard);
	hydrate(Embed, {
		target,
		props: {
			about: data.about,
			get view() {
				return shown.view;
			},
			get answer() {
				return shown.answer;
			},
			get answeredBy() {
				return shown.answeredBy;
			},
			get locale() {
				return shown.locale;
			}
		}
	});
	const { faults, refused, ...chosen } = await choose(data, options);
	shown = { ...chosen, locale: options.numbers ?? DEFAULT_LOCALE };
	for (const words of faultWords(faults)) notice(words);
	if (refused !== undefined) notice(m.embed_fault_refused({ reason: refused }));
}

setPlaceKit(PLACE_KIT);
if (window.hotlineChart) void start(window.hotlineChart);
