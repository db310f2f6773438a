import { asksForFigures, readEmbedOptions } from '../outputs/embedOptions.ts';
import { m } from '../words/index.ts';
import { ASK } from './askMessage.ts';
import { faultWords } from './faultWords.ts';
import { heightMessages } from './heightMessage.ts';
import { notice } from './notice.ts';

/*
 * The one script that every embedded chart carries: look, height, and, once somebody asks for more than
 * the standard chart, the scripts that draw it again.
 */

const root = document.documentElement;
const { chartId = '', figures, runtime } = document.body.dataset;
const { options, faults } = readEmbedOptions(location.search);

function applyLook(): void {
	if (options.theme === 'auto') delete root.dataset['theme'];
	else if (options.theme) root.dataset['theme'] = options.theme;
	if (options.transparent) root.dataset['ground'] = 'transparent';
	if (options.untitled) root.dataset['title'] = 'off';
	for (const words of faultWords(faults)) notice(words);
}

/** WordPress names each frame that it found by oEmbed in the frame's own address. */
const secret = /\bsecret=(\w+)/.exec(location.hash)?.[1];

let told = 0;

function tellHeight(again = false): void {
	const height = Math.ceil(document.body.getBoundingClientRect().height);
	// A frame that is not displayed has no width; it is measured when it is shown.
	if (parent === window || innerWidth === 0 || height === 0 || (height === told && !again)) return;
	told = height;
	for (const message of heightMessages(chartId, height, location.href)) parent.postMessage(message, '*');
	if (secret) parent.postMessage({ message: 'height', value: height, secret }, '*');
}

function addScript(address: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const script = document.createElement('script');
		script.src = address;
		// In their order, for the second works with what the first leaves.
		script.async = false;
		script.onload = () => resolve();
		script.onerror = () => reject(new Error(address));
		document.head.append(script);
	});
}

let loading: Promise<void> | undefined;

function load(): Promise<void> {
	if (!figures || !runtime) return Promise.resolve();
	return (loading ??= Promise.all([addScript(figures), addScript(runtime)]).then(() => undefined));
}

applyLook();
new ResizeObserver(() => tellHeight()).observe(document.body);
addEventListener('message', (event) => {
	if (event.source === parent && event.data === ASK) tellHeight(true);
});

if (asksForFigures(location.search)) {
	load().catch(() => {
		if (figures) notice(m.embed_options_failed());
	});
} else {
	const interests = ['pointerover', 'pointerdown', 'focusin', 'keydown'];
	const onInterest = ({ type, target }: Event) => {
		const pointed = type.startsWith('pointer');
		if (pointed && !(target instanceof Element && target.closest('.plot'))) return;
		for (const name of interests) removeEventListener(name, onInterest);
		// Without it a chart is read from its table, as without any script.
		load().catch(() => undefined);
	};
	for (const name of interests) addEventListener(name, onInterest);
}
