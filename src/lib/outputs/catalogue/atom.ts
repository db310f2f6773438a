import { element, escapeXml } from '../markup.ts';

/** A release in a feed; texts are plain. */
export interface FeedEntry {
	title: string;
	/** The day of its publication. */
	date: string;
	/** Never changes and names this release alone. */
	id: string;
	address: string;
	summary: string;
}

/** A feed of releases; texts are plain. */
export interface Feed {
	title: string;
	author: string;
	language: string;
	/** Its own address. */
	self: string;
	address: string;
	entries: FeedEntry[];
}

const moment = (day: string) => `${day}T00:00:00Z`;
const text = (name: string, content: string) => element(name, {}, escapeXml(content));

/** A feed in Atom (RFC 4287), newest entry first. */
export function atomFeed({ title, author, language, self, address, entries }: Feed): string {
	const newest =
		entries
			.map(({ date }) => date)
			.sort()
			.at(-1) ?? '1970-01-01';
	const parts = [
		text('title', title),
		text('id', self),
		text('updated', moment(newest)),
		element('author', {}, text('name', author)),
		element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
		element('link', { rel: 'alternate', type: 'text/html', href: address }),
		...entries.map((entry) =>
			element(
				'entry',
				{},
				[
					text('title', entry.title),
					text('id', entry.id),
					text('updated', moment(entry.date)),
					element('link', { rel: 'alternate', type: 'text/html', href: entry.address }),
					text('summary', entry.summary)
				].join('\n')
			)
		)
	];
	const feed = element(
		'feed',
		{ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
		parts.join('\n')
	);
	return `<?xml version="1.0" encoding="utf-8"?>\n${feed}\n`;
}
