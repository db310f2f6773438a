import { chartPaths, FRAME_SANDBOX, frozenPaths } from './addresses.ts';
import { embedAttributes, writeEmbedOptions, type EmbedOptions } from './embedOptions.ts';
import { escapeXml } from './markup.ts';

/** What the codes of a chart are made of; texts are plain, not yet escaped. */
export interface EmbedCode {
	/** Address of the site, with its path, without a slash at the end. */
	site: string;
	id: string;
	/** What the chart shows as it is set, without a figure: its title, the place, the years. */
	title: string;
	alt: string;
	/** The sentence that every chart carries. */
	limits: string;
	/** Words of the link to the chart's page. */
	link: string;
	/** Of the frame, in px, where no script tells it. */
	height: number;
	options: EmbedOptions;
	/** A frozen embed of this version; absent: live. */
	version?: string;
}

/** The address of the embed with its options. */
export function embedAddress({ site, id, options, version }: EmbedCode): string {
	const path = version === undefined ? chartPaths(id).embed : frozenPaths(id, version).embed;
	return site + path + writeEmbedOptions(options);
}

/** The address of the chart's page with the filters that the embed has. */
export function pageAddress({ site, id, options: { filters } }: EmbedCode): string {
	return site + chartPaths(id).page + writeEmbedOptions(filters ? { filters } : {});
}

/** Whether all of the chart is shown as it is built, so that its picture is the same. */
export function isStandard({ options: { part, filters } }: EmbedCode): boolean {
	return part === undefined && filters === undefined;
}

/** The address to pass on and to cite: the chart's page, or its frozen embed, with the figures that are chosen. */
export function citedAddress(code: EmbedCode): string {
	if (code.version === undefined) return pageAddress(code);
	const { part, filters } = code.options;
	return embedAddress({ ...code, options: { ...(part ? { part } : {}), ...(filters ? { filters } : {}) } });
}

/** The address of the picture that stands in where no frame is shown. */
export function pictureAddress({ site, id, version }: EmbedCode): string {
	return site + (version === undefined ? chartPaths(id).png : frozenPaths(id, version).png);
}

function tag(name: string, attributes: Record<string, string>): string {
	const written = Object.entries(attributes).map(([key, value]) =>
		value === '' ? key : `${key}="${escapeXml(value)}"`
	);
	return `<${[name, ...written].join(' ')}>`;
}

function indented(lines: string[]): string[] {
	return lines.map((line) => `  ${line}`);
}

/** Without a margin of its own a browser gives a figure 40 px at each side, a third of a narrow column. */
function figure(attributes: Record<string, string>, lines: string[]): string[] {
	return [tag('figure', { ...attributes, style: 'margin:1em 0' }), ...indented(lines), '</figure>'];
}

/**
 * What remains in any system, and what readers see until a frame is there: picture and link; the link alone
 * where a part or another place is chosen, for the picture is that of the standard chart.
 */
function fallback(code: EmbedCode): string[] {
	const link = tag('a', { href: pageAddress(code) });
	if (!isStandard(code)) return [`<p>${link}${escapeXml(code.title)}</a></p>`];
	const picture = {
		src: pictureAddress(code),
		alt: code.alt,
		width: '1200',
		height: '675',
		style: 'max-width:100%;height:auto'
	};
	return [`${link}${tag('img', picture)}</a>`];
}

function caption(code: EmbedCode): string {
	const link = `${tag('a', { href: pageAddress(code) })}${escapeXml(code.link)}</a>`;
	return `<figcaption>${escapeXml(code.title)}. ${escapeXml(code.limits)} ${link}</figcaption>`;
}

function script({ site }: EmbedCode): string {
	return `${tag('script', { async: '', src: `${site}/embed.js` })}</script>`;
}

/** A picture with its caption and a link: for systems that take neither frames nor scripts. */
export function pictureCode(code: EmbedCode): string {
	return figure({}, [...fallback(code), caption(code)]).join('\n');
}

/** A plain frame of fixed height that needs no script of ours. */
export function frameCode(code: EmbedCode): string {
	const frame = {
		src: embedAddress(code),
		title: code.title,
		width: '100%',
		height: String(code.height),
		loading: 'lazy',
		style: 'border:0',
		sandbox: FRAME_SANDBOX
	};
	return figure({}, [`${tag('iframe', frame)}</iframe>`, caption(code)]).join('\n');
}

function attributesOf({ title, options, version, height }: EmbedCode): Record<string, string> {
	return {
		'title-text': title,
		...(version === undefined ? {} : { version }),
		...embedAttributes(options),
		height: String(height)
	};
}

/** A placeholder that the loader turns into a frame of the right height; without it, picture and link remain. */
export function placeholderCode(code: EmbedCode): string {
	const attributes = Object.entries(attributesOf(code)).map(([name, value]) => [`data-${name}`, value]);
	const place = {
		'data-hotline-chart': code.id,
		...(Object.fromEntries(attributes) as Record<string, string>)
	};
	return [...figure(place, [...fallback(code), caption(code)]), script(code)].join('\n');
}

/** The same as a custom element. */
export function elementCode(code: EmbedCode): string {
	const element = [
		tag('hotline-chart', { chart: code.id, ...attributesOf(code) }),
		...indented(fallback(code)),
		'</hotline-chart>'
	];
	return [...figure({}, [...element, caption(code)]), script(code)].join('\n');
}
