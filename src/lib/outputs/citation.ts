import type { ChartView } from '../charts/types.ts';
import { localized } from '../package/labels.ts';
import { formatDay } from '../words/numbers.ts';
import { m } from '../words/index.ts';

/** How a chart is cited. */
export interface CitationOptions {
	/** The address is that of a frozen version, whose numbers never change. */
	frozen?: boolean;
	/** The chart as it is cited: its title with a place or group that a reader chose. Else its title. */
	subject?: string;
	locale?: string;
}

/**
 * A reference to a chart in plain text: publisher, year, title, site, data version, day, address.
 * @param address full address of the chart's page, or of its frozen version
 */
export function citation(view: ChartView, address: string, options: CitationOptions = {}): string {
	const { publisher, title, version, asOf } = view.package;
	const words = {
		publisher: localized(publisher, options.locale),
		year: yearOf(asOf),
		chart: subjectOf(view, options),
		title: localized(title, options.locale),
		version,
		asOf: formatDay(asOf, options.locale),
		address
	};
	return options.frozen ? m.press_citation_frozen(words) : m.press_citation(words);
}

/** The same reference as a BibTeX entry of the kind `misc`, ASCII but for letters beyond it. */
export function bibtex(view: ChartView, address: string, options: CitationOptions = {}): string {
	const { publisher, title, version, asOf } = view.package;
	const text = (words: Parameters<typeof localized>[0]) => bibtexText(localized(words, options.locale));
	const about = { version, asOf: formatDay(asOf, options.locale) };
	const note = options.frozen ? m.press_bibtex_note_frozen(about) : m.press_bibtex_note(about);
	const fields: [string, string][] = [
		['author', `{${text(publisher)}}`],
		['title', `{${bibtexText(subjectOf(view, options))}}`],
		['howpublished', m.press_bibtex_chart({ title: text(title) })],
		['year', yearOf(asOf)],
		['note', bibtexText(note)],
		['url', address.replaceAll(/[{}\\\s]/g, encodeURIComponent)]
	];
	const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
	return `@misc{${view.spec.id}-${version},\n${lines.join(',\n')}\n}\n`;
}

/** What is cited, and whose figures they are: a site can hold those of several lines. */
function subjectOf(view: ChartView, { subject, locale }: CitationOptions): string {
	const scope = localized(view.resource.scope ?? view.package.scope, locale);
	return `${subject ?? localized(view.spec.title, locale)} (${scope})`;
}

function yearOf(day: string): string {
	return /^\d{4}/.exec(day)?.[0] ?? '';
}

const SPECIAL: Record<string, string> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}'
};

function bibtexText(words: string): string {
	return words.replaceAll(/[\\{}%&#_$~^]/g, (sign) => SPECIAL[sign] ?? `\\${sign}`);
}
