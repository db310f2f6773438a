import type { ChartView } from '../charts/types.ts';
import { localized } from '../package/labels.ts';
import { bibtexEntry } from './cite/bibtex.ts';
import { plainCitation } from './cite/plain.ts';
import type { Citable } from './cite/types.ts';

/** How a chart is cited. */
export interface CitationOptions {
	/** The address is that of a frozen version, whose numbers never change. */
	frozen?: boolean;
	/** The chart as it is cited: its title with a place or group that a reader chose. Else its title. */
	subject?: string;
}

/**
 * A chart as references name it. The subject says whose figures they are, for a site can hold those of several lines.
 * @param address full address of the chart's page, or of its frozen version
 */
export function citableOf(view: ChartView, address: string, options: CitationOptions = {}): Citable {
	const { publisher, title, version, asOf, scope } = view.package;
	const subject = options.subject ?? localized(view.spec.title);
	return {
		key: view.spec.id,
		subject: `${subject} (${localized(view.resource.scope ?? scope)})`,
		publisher: localized(publisher),
		title: localized(title),
		version,
		asOf,
		address,
		...(options.frozen ? { frozen: true } : {})
	};
}

/** A reference to a chart in plain text: publisher, year, title, site, data version, day, address. */
export function citation(view: ChartView, address: string, options?: CitationOptions): string {
	return plainCitation(citableOf(view, address, options));
}

/** The same reference as a BibTeX entry. */
export function bibtex(view: ChartView, address: string, options?: CitationOptions): string {
	return bibtexEntry(citableOf(view, address, options));
}
