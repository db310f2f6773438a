// The script that others put into their pages: it turns placeholders into frames and gives them their heights.
import { ASK } from './askMessage.ts';
import { clampHeight, readHeight, type HeightMessage } from './heightMessage.ts';
import { embedAddress } from './loaderAddress.ts';

const ELEMENT = 'hotline-chart';
const PLACES = `figure[data-${ELEMENT}],${ELEMENT}`;
const OBSERVED = 'chart version theme ground title title-text numbers years series filter height'.split(' ');

/** Height of a frame that has not told its own, in px. */
const FIRST_HEIGHT = 480;
/** How long a frame that loaded may say nothing, in ms. */
const PATIENCE = 15_000;

const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/** Addresses of the sites whose loader this page includes, each with a slash at its end. */
const sites: string[] = [];

/** Frames made here, for those inside a shadow tree are not found from the document. */
const made = new Set<HTMLIFrameElement>();

/** Options are `data-` attributes of a figure, and plain ones of the element. */
function attribute(place: HTMLElement, name: string): string | null {
	return place.getAttribute((place.localName === ELEMENT ? '' : 'data-') + name);
}

function isOurs(frame: HTMLIFrameElement): boolean {
	return sites.some((site) => frame.src.startsWith(`${site}embed/`));
}

function frameIn(place: HTMLElement): HTMLIFrameElement | undefined {
	return [...place.querySelectorAll('iframe')].find(isOurs);
}

function isWaiting(frame: HTMLIFrameElement): boolean {
	return frame.hasAttribute('inert');
}

/** The site that a placeholder's own link leads to; undefined when that site's loader is not in the page. */
function siteOf(place: HTMLElement, id: string): string | undefined {
	for (const link of place.querySelectorAll('a')) {
		const page = String(link.href).split(/[?#]/)[0] ?? '';
		if (page.endsWith(`/charts/${id}`)) return sites.find((site) => page === `${site}charts/${id}`);
	}
	return sites.length === 1 ? sites[0] : undefined;
}

/** What assistive technology calls the frame; no two frames of a page have one title. */
function titleFor(place: HTMLElement, id: string): string {
	const words =
		attribute(place, 'title-text') ||
		place.querySelector('img')?.alt ||
		place.querySelector('a')?.textContent ||
		place.querySelector('figcaption')?.textContent ||
		id;
	const title = words.trim().replace(/\s+/g, ' ');
	const taken = [...document.querySelectorAll('iframe')].map((frame) => frame.title);
	let unique = title;
	for (let count = 2; taken.includes(unique); count++) unique = `${title} (${count})`;
	return unique;
}

/**
 * Adds a frame to a placeholder. Until the frame tells its height it lies unseen over the placeholder's
 * own content, not `hidden`, for a frame without a box is never loaded and one that is hidden may not run.
 */
function upgrade(place: HTMLElement): void {
	const isElement = place.localName === ELEMENT;
	const id = attribute(place, isElement ? 'chart' : ELEMENT) ?? '';
	const site = siteOf(place, id);
	if (!site || frameIn(place)) return;
	const address = embedAddress(site, id, (name) => attribute(place, name));
	if (!address) {
		console.warn('No chart', place);
		return;
	}
	const wanted = Number(attribute(place, 'height'));
	const height = clampHeight(wanted > 0 ? wanted : FIRST_HEIGHT);
	if (isElement && getComputedStyle(place).display === 'inline') place.style.display = 'block';
	if (wanted > 0) place.style.minHeight = `${height}px`;

	const frame = document.createElement('iframe');
	frame.title = titleFor(place, id);
	frame.loading = 'lazy';
	frame.setAttribute('sandbox', SANDBOX);
	frame.setAttribute('inert', '');
	frame.style.cssText =
		'display:block;width:100%;border:0;color-scheme:light;opacity:0;pointer-events:none;' +
		`height:${height}px;margin-bottom:-${height}px`;
	frame.src = address;
	frame.onload = () => onLoad(frame);
	const content = [...place.childNodes].find((node) => node.nodeName !== 'FIGCAPTION');
	place.insertBefore(frame, content ?? null);
	made.add(frame);
}

/** Has the height told, which a frame out of view may not do by itself; one that stays silent is blocked, or no chart. */
function onLoad(frame: HTMLIFrameElement): void {
	ask(frame);
	setTimeout(() => {
		if (isWaiting(frame) && frame.offsetWidth) remove(frame);
	}, PATIENCE);
}

function ask(frame: HTMLIFrameElement): void {
	frame.contentWindow?.postMessage(ASK, '*');
}

function remove(frame: HTMLIFrameElement): void {
	if (frame.parentElement) frame.parentElement.style.minHeight = '';
	frame.remove();
	made.delete(frame);
}

/** Gives a frame its height, and a border of its own what it takes off. */
function fit(frame: HTMLIFrameElement, height: number): void {
	frame.style.height = `${height}px`;
	const lack = height - frame.clientHeight;
	if (lack > 0 && lack < 50) frame.style.height = `${height + lack}px`;
}

/** Shows a frame that has proved to be alive, and hides the placeholder's own content. */
function reveal(frame: HTMLIFrameElement): void {
	const place = frame.parentElement;
	if (!isWaiting(frame) || !place?.matches(PLACES)) return;
	frame.removeAttribute('inert');
	frame.style.opacity = frame.style.pointerEvents = frame.style.marginBottom = place.style.minHeight = '';
	for (const node of [...place.childNodes]) {
		if (node instanceof Text && node.data.trim()) {
			const span = document.createElement('span');
			node.replaceWith(span);
			span.append(node);
			hide(span);
		} else if (node instanceof HTMLElement && node !== frame && node.localName !== 'figcaption') hide(node);
	}
}

function hide(element: HTMLElement): void {
	if (element.hidden) return;
	element.hidden = true;
	// The page's own styles often give links and pictures a `display`, which is stronger than `hidden`.
	element.style.setProperty('display', 'none', 'important');
}

/** Takes the frame out of a placeholder and shows what was hidden for it. */
function restore(place: HTMLElement): void {
	const frame = frameIn(place);
	if (!frame) return;
	remove(frame);
	for (const element of place.querySelectorAll<HTMLElement>(':scope > [hidden]')) {
		if (!element.style.getPropertyPriority('display')) continue;
		element.hidden = false;
		element.style.display = '';
	}
}

class HotlineChart extends HTMLElement {
	/** Only declared, for a field's initial value would cost more than the class. */
	declare private isDue?: boolean;

	static get observedAttributes(): string[] {
		return OBSERVED;
	}

	/** Takes over the placeholders of a site; called once for each time that a loader is included. */
	static serve(site: string, script: Node): void {
		if (!sites.includes(site)) sites.push(site);
		const scan = () => {
			for (const place of document.querySelectorAll<HTMLElement>(PLACES)) {
				// While the page is read, what stands before the script is surely complete.
				const isBefore = place.compareDocumentPosition(script) & Node.DOCUMENT_POSITION_FOLLOWING;
				if (isBefore || document.readyState !== 'loading') upgrade(place);
			}
		};
		scan();
		for (const frame of document.querySelectorAll('iframe')) if (isOurs(frame)) ask(frame);
		if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', scan);
	}

	connectedCallback(): void {
		this.renderSoon();
	}

	disconnectedCallback(): void {
		restore(this);
	}

	attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
		if (before !== now) this.renderSoon();
	}

	/** Once for all attributes that change together, and when the content stands in the element. */
	private renderSoon(): void {
		if (this.isDue || document.readyState === 'loading') return;
		this.isDue = true;
		queueMicrotask(() => {
			this.isDue = false;
			restore(this);
			if (this.isConnected) upgrade(this);
		});
	}
}

function onMessage({ data, source }: MessageEvent<unknown>): void {
	const height = readHeight(data);
	if (height === undefined || !source) return;
	// A sandboxed frame's origin is "null", as anyone's can be: only its window says who it is.
	const frame = [...made, ...document.querySelectorAll('iframe')].find(
		(each) => each.contentWindow === source && isOurs(each)
	);
	if (!frame) return;
	// Without an ID it is a message that there is no such chart: the placeholder's own content says more.
	if (isWaiting(frame) && !(data as HeightMessage).id) return remove(frame);
	fit(frame, clampHeight(height));
	reveal(frame);
}

const script = document.currentScript as HTMLScriptElement | null;
if (script?.src) {
	const first = customElements.get(ELEMENT) as Partial<typeof HotlineChart> | undefined;
	if (!first) {
		addEventListener('message', onMessage);
		customElements.define(ELEMENT, HotlineChart);
	}
	// An element of that name may be somebody else's.
	(first ?? HotlineChart).serve?.(new URL('.', script.src).href, script);
}
