import { createHash } from 'node:crypto';
import { escapeXml } from '../outputs/markup.ts';
import chartStyle from '../charts/charts.css?inline';
import tokens from '../ui/tokens.css?inline';
import ownStyle from './embed.css?inline';
import { directionOf } from '../words/language.ts';

/** What an embed's document is made of. */
export interface EmbedDocument {
	/** Neutral, for tabs and for assistive technology. */
	title: string;
	/** Trusted HTML of the page's content, as Svelte rendered it. */
	body: string;
	/** The text of the script that every embed carries. */
	frame: string;
	/** ID of the chart, `''` for a message. */
	id: string;
	/** Addresses of the scripts that draw the chart again, relative to the document; absent: there are none. */
	scripts?: { data: string; runtime: string };
	/** What the package says of all its figures, as that they are made up; `''` or absent: nothing. */
	notice?: string;
	/** Language of the words. */
	lang: string;
	/** Tags for previews where the embed's own address is passed on, by property or name. */
	preview?: Record<string, string>;
}

const style = tokens + chartStyle + ownStyle;

function hashOf(text: string): string {
	return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * A whole HTML document without any further request: style and script stand in it, and its own policy
 * lets nothing else run. It opens links in a new tab, for the page around it is not its own.
 */
export function embedDocument({
	title,
	body,
	frame,
	id,
	scripts,
	notice = '',
	lang,
	preview = {}
}: EmbedDocument): string {
	const policy = [
		"default-src 'none'",
		`script-src 'self' ${hashOf(frame)}`,
		`style-src ${hashOf(style)}`,
		'img-src data:',
		"form-action 'none'",
		"base-uri 'none'"
	].join('; ');
	const addresses = scripts
		? ` data-figures="${escapeXml(scripts.data)}" data-runtime="${escapeXml(scripts.runtime)}"`
		: '';
	const tags = Object.entries(preview)
		.map(([name, content]) => `\n<meta property="${escapeXml(name)}" content="${escapeXml(content)}">`)
		.join('');
	const said = notice && `<aside class="newer" data-site-notice>${escapeXml(notice)}</aside>\n`;
	return `<!doctype html>
<html lang="${escapeXml(lang)}" dir="${directionOf(lang)}" data-theme="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="${escapeXml(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(title)}</title>${tags}
<base target="_blank">
<style>${style}</style>
</head>
<body data-chart-id="${escapeXml(id)}"${addresses}>
<div class="notices" role="status"></div>
${said}<div id="embed">${body}</div>
<script>${frame}</script>
</body>
</html>
`;
}
