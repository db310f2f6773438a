import { chartContext } from '../charts/index.ts';
import { frozenPaths } from '../outputs/addresses.ts';
import { composeImage, composeNotice } from '../outputs/image/index.ts';
import { localized } from '../package/index.ts';
import { noticeOf } from './embeds.ts';
import { loadPackage } from './package.ts';
import { pngOf, textsOf } from './picture/pngOf.ts';
import type { PngTexts } from './picture/png.ts';
import type { FrozenChart } from './releases/frozen.ts';
import { siteAddress } from './site.ts';

async function pictureOf(frozen: FrozenChart): Promise<{ svg: string; texts: PngTexts }> {
	const address = siteAddress() + frozenPaths(frozen.id, frozen.version).embed;
	if (frozen.kind === 'chart') {
		const context = chartContext(await frozen.release.view(frozen.spec));
		return { svg: composeImage(context, { form: 'wide', address }), texts: textsOf(context) };
	}
	const { title, text, link } = await noticeOf(frozen);
	const { package: pkg } = await loadPackage();
	return {
		svg: composeNotice(title, text, new URL(link.address, address).href),
		texts: { Title: title, Description: text, Copyright: localized(pkg.publisher) }
	};
}

/** The picture of a frozen chart as an SVG; where the chart is no more, the words that say why. */
export async function frozenSvg(frozen: FrozenChart): Promise<string> {
	return (await pictureOf(frozen)).svg;
}

/** The same as a PNG that carries its title, alt text, sources and terms, or the words of the notice. */
export async function frozenPng(frozen: FrozenChart): Promise<Uint8Array<ArrayBuffer>> {
	const { svg, texts } = await pictureOf(frozen);
	return pngOf(svg, texts);
}
