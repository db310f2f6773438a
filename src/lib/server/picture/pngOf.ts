import { describeChart, type ChartContext } from '../../charts/index.ts';
import { citedSources } from '../../charts/words/sources.ts';
import { localized } from '../../package/index.ts';
import { kept } from './kept.ts';
import type { PngTexts } from './png.ts';
import { renderPng } from './render.ts';

/** What travels in a PNG of a chart: its title, alt text, sources and terms. */
export function textsOf(context: ChartContext): PngTexts {
	const { view, resource, spec } = context;
	const terms = (resource.licenses ?? []).map((license) => localized(license.title ?? license.name));
	return {
		Title: localized(spec.title),
		Description: describeChart(view),
		Source: citedSources(context)
			.map(({ source }) =>
				[source.title, source.publisher, source.date, source.url].filter(Boolean).join(', ')
			)
			.join('; '),
		Copyright: [localized(view.package.publisher), ...terms].join('. ')
	};
}

/** An SVG as PNG with its texts, from an earlier build where that made it from the same words. */
export async function pngOf(svg: string, texts: PngTexts): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await kept([svg, ...Object.values(texts)], () => renderPng(svg, texts)));
}
