import { render } from 'svelte/server';
import { embedDocument } from '../embed/document.ts';
import Embed from '../embed/Embed.svelte';
import EmbedMessage from '../embed/EmbedMessage.svelte';
import type { EmbedAbout, EmbedData } from '../embed/types.ts';
import { localized } from '../package/index.ts';
import { chartPaths, frozenPaths } from '../outputs/addresses.ts';
import { chartPreview } from '../ui/preview.ts';
import { m } from '../words/index.ts';
import { LANGUAGE } from '../words/language.ts';
import { formatDay } from '../words/numbers.ts';
import { chartSpecs } from './charts.ts';
import { chartPageData } from './pages.ts';
import { currentRelease, type Release } from './releases/release.ts';
import type { FrozenChart } from './releases/frozen.ts';
import { revisions } from './revisions.ts';
import { siteAddress } from './site.ts';

/** A message in place of an embedded chart. */
export interface EmbedNotice {
	title: string;
	text: string;
	/** What the package says of all its figures. */
	notice?: string;
	link: { address: string; text: string };
}

/** The scripts of embeds, as bundled for the build. */
export interface EmbedScripts {
	/** Text of the script that stands in each embed. */
	frame: string;
	/** Address of the one that draws charts again, from the root of the site. */
	runtime: string;
}

/**
 * The document of an embedded chart.
 * @param up the way from the embed to the root of the site: `../`
 */
export function renderEmbed(data: EmbedData, up: string, { frame, runtime }: EmbedScripts): string {
	const { id, title } = data.view.spec;
	const { body } = render(Embed, { props: { view: data.view, about: data.about } });
	return embedDocument({
		title: localized(title),
		body,
		frame,
		id,
		scripts: { data: `./${id}.js`, runtime: fromRoot(runtime, up) },
		notice: data.about.notice ?? '',
		lang: LANGUAGE,
		preview: previewOf(data)
	});
}

/** The address of a built file, relative as all others are; the development server's own stays as it is. */
function fromRoot(address: string, up: string): string {
	const at = address.indexOf('/_app/');
	return at < 0 ? address : up + address.slice(at + 1);
}

/** What a messenger shows where somebody passes on the embed's own address, as that of a frozen chart is. */
function previewOf({ view, about }: EmbedData): Record<string, string> {
	const { id } = view.spec;
	const { title, siteTitle, description, alt, address } = chartPreview(view, siteAddress());
	const frozen = frozenPaths(id, view.package.version);
	return {
		'og:type': 'article',
		'og:site_name': siteTitle,
		'og:title': title,
		'og:description': description,
		'og:url': address + (about.frozen ? frozen.embed : chartPaths(id).embed),
		'og:image': address + (about.frozen ? frozen.png : chartPaths(id).png),
		'og:image:alt': alt,
		'twitter:card': 'summary_large_image'
	};
}

/**
 * A message in place of an embedded chart, with a link to what there is instead.
 * @param frame text of the script that stands in each embed
 * @param id chart that the message is about; `''` leaves a host's placeholder with what it has of its own
 */
export function renderEmbedMessage(message: EmbedNotice, frame: string, id = ''): string {
	const { body } = render(EmbedMessage, { props: message });
	return embedDocument({
		title: message.title,
		body,
		frame,
		id,
		notice: message.notice ?? '',
		lang: LANGUAGE
	});
}

/** The script that hands a chart's figures to the embed's own script; no text in it can end the script. */
export function embedDataScript(data: EmbedData): string {
	return `window.hotlineChart=${JSON.stringify(data).replaceAll('<', '\\u003c')};\n`;
}

/** The live embed of a chart of the current release: it follows new data. */
export async function liveEmbed(id: string): Promise<EmbedData | undefined> {
	return embedOf(await currentRelease(), id, { page: `../charts/${id}`, frozen: false }, '../');
}

/**
 * The embed of a chart of one release, whose numbers stay as they are; where the release is no longer the
 * newest it says so.
 */
export async function frozenEmbed(release: Release, id: string): Promise<EmbedData | undefined> {
	const current = await currentRelease();
	const { page, live } = await placesOf(id);
	const newer = { version: current.version, asOf: current.asOf, address: live };
	return embedOf(release, id, { page, frozen: true, ...(release.current ? {} : { newer }) }, '../../');
}

/** Where a chart's page and its live embed are from a frozen one; the list of charts where it is no more. */
async function placesOf(id: string): Promise<{ page: string; live: string }> {
	const isThere = (await chartSpecs()).some((spec) => spec.id === id);
	return isThere
		? { page: `../../charts/${id}`, live: `../${id}` }
		: { page: '../../charts', live: '../../charts' };
}

/** Why a frozen address has no chart any more, in words, with a way to what there is. */
export async function noticeOf(frozen: FrozenChart): Promise<EmbedNotice> {
	const { page } = await placesOf(frozen.id);
	const link = { address: page, text: m.embed_live_link() };
	const said = (await currentRelease()).package.notice;
	const notice = said ? { notice: localized(said) } : {};
	if (frozen.kind !== 'withdrawn') {
		return {
			title: m.embed_dropped_title(),
			text: m.embed_dropped_text({ version: frozen.version }),
			link,
			...notice
		};
	}
	const { date, reason } = frozen.withdrawal;
	const words = { date: formatDay(date), version: frozen.version, reason: localized(reason) };
	return { title: m.embed_withdrawn_title(), text: m.embed_withdrawn_text(words), link, ...notice };
}

async function embedOf(
	release: Release,
	id: string,
	about: Omit<EmbedAbout, 'site' | 'revisions'>,
	up: string
): Promise<EmbedData | undefined> {
	const spec = (await release.specs()).find((each) => each.id === id);
	if (!spec) return undefined;
	const { views, filters, tables } = await chartPageData([await release.view(spec)], release);
	const [view] = views;
	const hasRevisions = view?.revisions !== undefined && (await revisions()) !== undefined;
	return (
		view && {
			view,
			filters,
			tables,
			about: {
				...about,
				site: localized(release.package.title),
				...(release.package.notice ? { notice: localized(release.package.notice) } : {}),
				...(hasRevisions ? { revisions: `${up}revisions` } : {})
			}
		}
	);
}
